"""A rule says one kind of writing aloud; what rules share, and how they see what goes before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plugins.speech.vietnamese.integers import Numerals

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Every Vietnamese capital, for a class in a pattern."""
INTEGER = r"(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?![\d.]*\d)|\d+)"
"""A whole number: 15518, 15.518, or grouped by spaces that do not break."""

_SIGHT = 32


@dataclass(frozen=True, slots=True)
class Voice:
    """How numbers are said, and what abbreviations mean (their spoken forms)."""

    numerals: Numerals
    meanings: Mapping[str, str]

    def integer(self, text: str) -> str:
        """Return a written whole number in words, its groups' dots and spaces left out."""
        return self.numerals.of_digits(re.sub(r"\D", "", text))


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `pattern` matches, `say` returns the words, or None to leave it to the next rule."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Voice], str | None]


def rule(pattern: str, say: Callable[[re.Match[str], Voice], str | None]) -> Rule:
    return Rule(re.compile(pattern), say)


def words_before(match: re.Match[str]) -> str:
    """Return the last few words before a match, in small letters, a colon after them left out."""
    start = match.start()
    before = match.string[max(0, start - _SIGHT) : start].lower().rstrip(" :\u00a0(")
    return before.replace("(", " ")


def follows(match: re.Match[str], endings: tuple[str, ...]) -> bool:
    """Tell whether one of the endings, each a whole word or several, stands before a match."""
    return f" {words_before(match)}".endswith(tuple(f" {ending}" for ending in endings))
