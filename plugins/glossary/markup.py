"""Abbreviations in running text become `<abbr>`, with what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import builder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element
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
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and not _is_left_alone(element):
            _mark_text(element, pattern, terms, seen)


def _is_left_alone(element: HtmlElement) -> bool:
    lang = element.get("lang")
    return element.tag in _LEFT_ALONE or bool(lang) or _has_left_alone_parent(element)


def _has_left_alone_parent(element: HtmlElement) -> bool:
    return any(a.tag in _LEFT_ALONE or a.get("lang") for a in element.iterancestors())


def _mark_text(
    element: HtmlElement, pattern: re.Pattern[str], terms: Mapping[str, str], seen: set[str]
) -> None:
    element.text, made = _split(element.text, pattern, terms, seen)
    for position, abbr in enumerate(made):
        element.insert(position, abbr)
    for child in list(element)[len(made) :]:
        child.tail, made = _split(child.tail, pattern, terms, seen)
        after: _Element = child
        for abbr in made:
            # addnext would move the tail along with the element: the parent's insert does not.
            element.insert(element.index(after) + 1, abbr)
            after = abbr


def _split(
    text: str | None, pattern: re.Pattern[str], terms: Mapping[str, str], seen: set[str]
) -> tuple[str | None, list[HtmlElement]]:
    """Return the text before the first abbreviation, and the `abbr`s with the text after each."""
    if not text:
        return text, []
    found = list(_first_places(text, pattern, seen))
    if not found:
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
