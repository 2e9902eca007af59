"""What a Vietnamese syllable looks like: by it, text in a wrong encoding gives itself away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{2,}")
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?P<vowels>[aăâeêioôơuưy]+)(?P<end>ch|ng|nh|[cmnpt])?"
)
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai oao oay oe oeo oi oo "
    "ôi ơi ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu"
)
_VOWELS = frozenset(_NUCLEI.split())
_STOPS = frozenset({"c", "ch", "p", "t"})
# Acute and dot below: the only tones of a syllable that ends in a stop.
_STOP_TONES = frozenset("\u0301\u0323")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def share_of_syllables(text: str) -> float:
    """Return which part of a text's words (0–1) are well-formed Vietnamese syllables."""
    words = _WORD.findall(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in letters if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    match = _SYLLABLE.fullmatch(bare)
    if match is None or len(tones) > 1 or match["vowels"] not in _VOWELS:
        return False
    return match["end"] not in _STOPS or not tones or tones[0] in _STOP_TONES
