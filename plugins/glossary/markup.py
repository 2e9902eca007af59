"""Abbreviations in running text become `<abbr>`, with what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import builder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

_LEFT_ALONE = frozenset({"abbr", "code", "pre", "kbd", "samp", "var"})


def compile_terms(terms: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return the pattern that finds any of the abbreviations as a word; None where there is none.

    Longer ones come first: "UBND tỉnh" would lose to "UBND" otherwise. A part of a document's
    number ("1002/QĐ-UBND") is a word too.
    """
    if not terms:
        return None
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def mark_abbreviations(
    tree: HtmlElement, pattern: re.Pattern[str], terms: Mapping[str, str]
) -> None:
    """Wrap each abbreviation of the tree's text in `<abbr title="…">`, where it occurs first.

    Once in a document is enough for a reader; a title at each place would be noise.
    """
    seen: set[str] = set()
    for element, is_tail in list(_places_of_text(tree)):
        text = element.tail if is_tail else element.text
        before, made = _split(text, pattern, terms, seen)
        if not made:
            continue
        if is_tail:
            element.tail = before
            _insert(element.getparent(), element.getparent().index(element) + 1, made)
        else:
            element.text = before
            _insert(element, 0, made)


def _insert(parent: HtmlElement, position: int, made: list[HtmlElement]) -> None:
    for number, abbr in enumerate(made, position):
        parent.insert(number, abbr)


def _places_of_text(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Yield in reading order each element whose text (False) or tail (True) may be marked."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_ALONE or element.get("lang"):
        return
    yield element, False
    for child in element:
        yield from _places_of_text(child)
        yield child, True


def _split(
    text: str | None, pattern: re.Pattern[str], terms: Mapping[str, str], seen: set[str]
) -> tuple[str | None, list[HtmlElement]]:
    """Return the text before the first abbreviation, and the `abbr`s with the text after each."""
    found = list(_first_places(text or "", pattern, seen))
    if not text or not found:
        return text, []
    ends = [match.start() for match in found[1:]] + [len(text)]
    made = []
    for match, end in zip(found, ends, strict=True):
        abbr = builder.ABBR(match[0], title=terms[match[0]])
        abbr.tail = text[match.end() : end]
        made.append(abbr)
    return text[: found[0].start()], made


def _first_places(text: str, pattern: re.Pattern[str], seen: set[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            yield match
