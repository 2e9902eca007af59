"""Where each sentence of a Vietnamese or English text begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HARD_BREAK = "\u2028"
"""Unicode's line separator: ends a sentence whatever stands before it, as `<br>` does."""

# Stops, what may close after them, then white space: only there a sentence can end. Each run of
# stops is tried once, from its start: a dotted line would else take the square of its length.
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closing>[”’»\"'\)\]]*)(?P<space>\s+)(?P<opening>[“‘«\"'\(\[–—-]*\s*)"
    rf"|{HARD_BREAK}\s*"
)
_PAUSES = frozenset(",;:.!?…")
_AFTER_A_LETTER = frozenset(".)")
_LAST_WORD = re.compile(r"[^\s“”‘’«»\"'(\[]+$")
_ENUMERATOR = re.compile(r"(?:^|[:;\n])\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])$")
_INITIAL = re.compile(r"(?:[A-ZĐ]\.)*-?[A-ZĐ]$")
# "ông Nguyễn Văn A. Sau đó …": a letter that stands for a name or a class can end a sentence.
_LETTER_AS_WORD = re.compile(
    r"(?:Văn|Thị|loại|hạng|nhóm|khối|bảng|lớp|điểm|mục|khoản|phương án|class|grade|type|group)"
    r"\s+[A-ZĐ]$"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# These never end a sentence: what they belong to follows.
_BEFORE_A_NAME = _words(
    "BS BSCKI BSCKII Dr DS Đ/c đ/c ĐT GS KS KT KTS Mr Mrs Ms Ng NGND NGƯT NSND NSƯT PGS Prof St "
    "TL TM TP Tp TS TSKH TT TUQ Tr TX Tx Th.S ThS Ths vs"
)
# These lead a number: "No. 5", but "No. He said".
_BEFORE_A_NUMBER = _words("art Art ch Ch fig Fig no No nos Nos nr Nr p pp sec Sec tr Tr vol Vol")
# English alone: as Vietnamese syllables some of these end sentences.
_ENGLISH = _words(
    "approx Apr Aug Capt cf Col Dec Dept e.g E.g eg est Feb Gen Gov i.e I.e ie Jan Jul Jun Lt Mar "
    "Messrs Mt Nov Oct Rep Rev Sen Sep Sept viz"
)


def find_sentences(text: str, lang: str = "vi") -> list[tuple[int, int]]:
    """Return (start, end) of each sentence; joined, they are the text.

    White space after a sentence belongs to it. `lang` is a language tag: "en" knows more
    abbreviations; every other language is read as Vietnamese is.
    """
    ends = [*_find_ends(text, is_english=lang.startswith("en")), len(text)]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, ends, strict=False) if start < end]


def _find_ends(text: str, *, is_english: bool) -> Iterator[int]:
    start = 0
    for match in _END.finditer(text):
        if match["stop"] is None or _ends_a_sentence(text, start, match, is_english=is_english):
            start = match.end() if match["stop"] is None else match.end("space")
            yield start


def _ends_a_sentence(text: str, start: int, match: re.Match[str], *, is_english: bool) -> bool:
    following = text[match.end() : match.end() + 1]
    if HARD_BREAK in match["space"]:
        return True
    if _goes_on(text, match.end()):
        return False
    return match["stop"] != "." or not _is_abbreviated(
        text[start : match.start()], following, is_english=is_english
    )


def _goes_on(text: str, place: int) -> bool:
    """Tell whether a small letter or a comma follows; the "a." of a list begins anew."""
    following = text[place : place + 1]
    return following in _PAUSES or (
        following.islower() and text[place + 1 : place + 2] not in _AFTER_A_LETTER
    )


def _is_abbreviated(before: str, following: str, *, is_english: bool) -> bool:
    """Tell whether the full stop after `before` (back to its sentence's start) shortens a word."""
    word = _last_word(before)
    return (
        word in _BEFORE_A_NAME
        or (is_english and word in _ENGLISH)
        or (word in _BEFORE_A_NUMBER and following.isdigit())
        or word.rpartition(".")[2] in _BEFORE_A_NAME
        or _ENUMERATOR.search(before) is not None
        or (_INITIAL.fullmatch(word) is not None and _LETTER_AS_WORD.search(before) is None)
    )


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text, max(0, len(text) - 24))
    return found[0] if found else ""
