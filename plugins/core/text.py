"""Text rules that every part shares: normal form, folding, slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# A no-break space that keeps a number with its unit ("27,76 %") is no white space to fold.
_SPACES = re.compile(r"(?!(?<=\d)\u00a0\S)\s+")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
# Line ends that only some programs count: lines in problems are those that an editor sees.
_LINE_ENDS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
# What XML 1.0 has no place for: neither a feed nor an attribute may hold it.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\ud800-\udfff\ufffe\uffff]")

_NOT_CLEAN = re.compile("|".join(one.pattern for one in (_ZERO_WIDTH, _LINE_ENDS, _NOT_TEXT)))

# Names take 255 bytes at most, and ".html.zst" is still to come.
_LONGEST_SLUG = 200
# Windows keeps these names for devices, whatever extension they have.
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def nfc(text: str) -> str:
    """Return the text in NFC without zero-width spaces; NBSP stays, it is a choice."""
    return unicodedata.normalize("NFC", _ZERO_WIDTH.sub("", text))


def clean(text: str) -> str:
    """Return the text in normal form, without what word processors and copying leave behind."""
    if not _NOT_CLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    return nfc(_NOT_TEXT.sub("", _LINE_ENDS.sub(" ", text)))


def fold_spaces(text: str) -> str:
    """Return the text in one line, white space folded; a number stays with its unit."""
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return the text in lower case without marks: "Đắk Lắk" → "dak lak"."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D").lower()


# A site has few categories and tags, each in many of its articles.
@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """Return the ASCII name of a text for URLs: "Lấy ý kiến" → "lay-y-kien".

    Every file system can hold it: it is cut where it is very long, and "con" is "con-0".
    """
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")[:_LONGEST_SLUG].rstrip("-")
    return f"{slug}-0" if _RESERVED.fullmatch(slug) else slug
