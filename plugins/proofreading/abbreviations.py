"""Abbreviations that neither the glossary nor the article explains."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.glossary import GlossaryError, load_glossary, note_glossary
from plugins.proofreading.letters import CAPITAL, SMALL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

# Two to eight capitals; a part of a document's number ("12/2026/QĐ-UBND") is none.
_ABBREVIATION = re.compile(
    # Looking back behind the first letter lets the engine leap from capital to capital.
    rf"{CAPITAL}{{2}}(?<![\w/.&–-]..)(?<!\d ..){CAPITAL}{{0,6}}(?:-{CAPITAL}{{2,5}})?"
    r"(?![\w/&]|[.-]\w)"
)
_ROMAN = re.compile(r"(?=[IVXLC])L?X{0,3}(?:IX|IV|V?I{0,3})")
_SHOUTED = re.compile(rf"(?:{CAPITAL}+\W+){{3,}}{CAPITAL}+")
_LOWER = re.compile(SMALL)
_MOST_BEFORE = 120


def find_unknown(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield (position, abbreviation), each once, where it comes first and is not explained."""
    seen: set[str] = set()
    for match in _ABBREVIATION.finditer(text):
        word = match[0]
        if word in seen or word in known or _is_no_abbreviation(word):
            continue
        if not (_is_shouted(text, match.start()) or _is_explained(text, word)):
            yield match.start(), word
        seen.add(word)


def _is_no_abbreviation(word: str) -> bool:
    """Tell whether a word is a Roman number, or a level such as "AA"."""
    return len(set(word)) == 1 or _ROMAN.fullmatch(word) is not None


def _is_shouted(text: str, position: int) -> bool:
    """Tell whether a word is one of many in capitals: a heading, no abbreviation."""
    return any(m.start() <= position < m.end() for m in _SHOUTED.finditer(text))


def _is_explained(text: str, word: str) -> bool:
    """Tell whether a text has "tên đầy đủ (TĐĐ)" or "TĐĐ (tên đầy đủ)"."""
    place = text.find(f"({word}")
    if place > 0 and _LOWER.search(text, max(0, place - _MOST_BEFORE), place):
        return True
    return re.search(rf"{re.escape(word)} \([^)]*{SMALL}[^)]*\)", text) is not None


@lru_cache(maxsize=2)
def _load(path: Path, _stamp: int) -> dict[str, dict[str, str]] | GlossaryError:
    try:
        return load_glossary(path)
    except GlossaryError as error:
        return error


def read_glossary(path: Path) -> dict[str, dict[str, str]] | GlossaryError:
    """Return the site's glossary, or what is wrong with it; read anew when the file changes."""
    return _load(path, note_glossary(path))


@lru_cache(maxsize=8)
def known_words(terms: tuple[str, ...], everyday: tuple[str, ...]) -> frozenset[str]:
    """Return the abbreviations that need no explanation, and the words of those of two parts."""
    parts = (part for term in terms for part in term.split())
    return frozenset((*terms, *parts, *everyday))
