"""Spoken Vietnamese: every number, symbol and abbreviation of a text as a reader would say it.

A text is gone through once, from its first character to its last. Where something stands that is
not said as it is written, the first rule that knows it says it; rules see what goes before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.speech.vietnamese import codes, contacts, dates, documents, quantities, symbols, words
from plugins.speech.vietnamese.integers import NORTHERN, Numerals
from plugins.speech.vietnamese.meanings import COMMON
from plugins.speech.vietnamese.rule import UPPER, Voice
from plugins.speech.vietnamese.standards import STANDARD
from plugins.speech.vietnamese.whole import prepare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.speech.vietnamese.rule import Rule

_LOWER = UPPER.lower()
# A character that may not be said as it is written. A capital counts where more of them or a digit
# follow ("UBND", "ThS", "A4"), where it may be a numeral, or where a full stop shortens its word.
_SPOT = re.compile(
    rf"[^{_LOWER}\s.,;:!?…)“”‘’\"'](?:"
    rf"(?<![{UPPER}(])"
    r"|(?<=\()(?=\S{1,5}\))"
    rf"|(?<=[{UPPER}])(?<![^\W\d_][{UPPER}])"
    rf"(?=[{UPPER}\d&_]|[{_LOWER}]{{1,2}}[{UPPER}]|[a-z]{{0,4}}\.\s*[{UPPER}\d]|[{_LOWER}]+\d)"
    rf"|(?<=[IVX])(?<![^\W\d_][{UPPER}])(?!\w))"
)
_BY_DIGIT: tuple[Rule, ...] = (
    *codes.RULES,
    *dates.RULES,
    *documents.NUMBERS,
    *contacts.PHONES,
    quantities.LETTERED,
    *quantities.RULES,
)
_BY_CAPITAL: tuple[Rule, ...] = (STANDARD, *dates.SHORT_RULES, *documents.SYMBOLS, *words.RULES)
_DIGITS = frozenset("0123456789")
_TIDY = (
    (re.compile(r"\(\s*\)"), " "),
    (re.compile(r"\s+"), " "),
    (re.compile(r" (?=[.,;:!?…)])"), ""),
    (re.compile(r"\( "), "("),
    (re.compile(r"(?:(?<=[,;:(])|^) ?,+(?=[ \w])"), ""),
    (re.compile(r",+(?=[.,;:!?…)])"), ""),
)


class SpokenVietnamese:
    """Says Vietnamese; `glossary` has the site's abbreviations, which go before the built-in."""

    def __init__(
        self, glossary: Mapping[str, str] | None = None, numerals: Numerals = NORTHERN
    ) -> None:
        given = glossary or {}
        plain = Voice(numerals, COMMON)
        # A meaning may hold numbers and abbreviations itself: it is said once, here.
        self._voice = Voice(numerals, COMMON | {key: _say(given[key], plain) for key in given})
        self._odd = _compile_odd(given)

    def say(self, text: str) -> str:
        """Return the spoken form, white space folded: no digit and no symbol is left in it."""
        if self._odd:
            text = self._odd.sub(lambda m: f" {self._voice.meanings[m[0]]} ", text)
        return _say(text, self._voice)

    def knows(self, abbreviation: str, meaning: str) -> bool:
        """Tell whether `say` puts this meaning for the abbreviation by itself."""
        return self._voice.meanings.get(abbreviation) == meaning


def _compile_odd(glossary: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return a pattern of the abbreviations that look like words or like none ("Cty", "4.0")."""
    odd = [k for k in glossary if not (_SPOT.match(k) and k.replace("-", "").isalpha())]
    longest_first = sorted(odd, key=lambda key: (-len(key), key))
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if odd else None
    )


def _say(text: str, voice: Voice) -> str:
    written, text = text, prepare(text, voice)
    if not _SPOT.search(text):
        return " ".join(text.split()) if text == written else _tidy(text)
    parts, place = [], 0
    while spot := _SPOT.search(text, place):
        end, said = _say_at(text, spot.start(), voice)
        parts += [text[place : spot.start()], _padded(text, spot.start(), end, said)]
        place = end
    return _tidy("".join([*parts, text[place:]]))


def _say_at(text: str, place: int, voice: Voice) -> tuple[int, str]:
    """Return where what stands at `place` ends, and how it is said."""
    character = text[place]
    if character in _DIGITS:
        rules = _BY_DIGIT
    elif character.isalpha() and character.isupper():
        rules = _BY_CAPITAL
    else:
        rules = symbols.RULES
    for one in rules:
        match = one.pattern.match(text, place)
        said = one.say(match, voice) if match else None
        if match and said is not None:
            return match.end(), said
    return place + 1, text[place] if character.isalpha() else " "


def _padded(text: str, start: int, end: int, said: str) -> str:
    """Return what is said with a space where it would stick to a word beside it."""
    before, after = text[start - 1 : start].isalnum(), text[end : end + 1].isalnum()
    is_changed = said != text[start:end]
    return f"{' ' * (is_changed and before)}{said}{' ' * (is_changed and after)}"


def _tidy(text: str) -> str:
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text.strip()
