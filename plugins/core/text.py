"""Text rules that every part shares: normal form, folding, slugs."""

from __future__ import annotations

import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


def nfc(text: str) -> str:
    """Return the text in NFC without zero-width spaces; NBSP stays, it is a choice."""
    return unicodedata.normalize("NFC", text.translate(_ZERO_WIDTH))


def fold(text: str) -> str:
    """Return the text in lower case without marks: "Đắk Lắk" → "dak lak"."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D").lower()


def slugify(text: str) -> str:
    """Return the ASCII name of a text for URLs: "Lấy ý kiến" → "lay-y-kien"."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")
