"""Letters by their Vietnamese names, and which capitals are words rather than abbreviations."""

from __future__ import annotations

import re
import unicodedata

_NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "lờ", "m": "mờ",
    "n": "nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "rờ", "s": "sờ",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích", "y": "i dài", "z": "dét",
}  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    r"(?:ngh?|[ckgt]h|gh|gi|nh|ph|qu|tr|[bcdđghklmnprstvx])?"
    r"(?P<nucleus>i[êa]|yê|uy[êa]|u[ôâaêyeơ]|ư[ơa]|o[aăeo]|[aăâeêioôơuưy])"
    r"(?P<coda>ng|nh|ch|[cmnpt]|[iouy])?"
)
_STOPPED = frozenset({"c", "ch", "p", "t"})
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_SHORT = 2


def spell(letters: str) -> str:
    """Return the letters' names: "GDP" → "giê dê pê". A letter of another alphabet stays."""
    return " ".join(_NAMES.get(_bare(c), c) for c in letters)


def _bare(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter.lower())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))


def is_word(capitals: str) -> bool:
    """Tell whether capitals are surely a word of a heading: "HỌP", "THANH"; not "GDP", "VAT".

    A vowel with a mark is in no abbreviation, unless that has two letters ("TƯ"). A syllable
    without marks may be one (AI, TU): it must have three letters, and no "VAT" is a syllable,
    since those that end in p, t, c or ch carry a tone.
    """
    decomposed = unicodedata.normalize("NFD", capitals)
    if len(decomposed) > len(capitals):
        return True
    return len(capitals) > _SHORT and is_syllable(capitals)


def is_syllable(text: str) -> bool:
    """Tell whether a text is a Vietnamese syllable, in its sounds and its tone."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    tones = [c for c in decomposed if c in _TONES]
    bare = "".join(c for c in decomposed if c not in _TONES)
    match = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare))
    if match is None or len(tones) > 1:
        return False
    return match["coda"] not in _STOPPED or _SHARP_OR_HEAVY.issuperset(tones or "-")
