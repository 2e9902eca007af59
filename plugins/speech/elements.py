"""Which HTML elements stand in a line of text, which are blocks, and which nobody reads out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from lxml.html import HtmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable

Item: TypeAlias = str | HtmlElement
"""A child of an element: text, or an element whose tail has been cut off."""

_INLINE = frozenset(
    """a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark picture q rp rt
    ruby s samp small source span strike strong sub sup svg time tt u var wbr""".split()  # noqa: SIM905 - a list of tags reads best as a line
)
# What is struck out no longer holds; code blocks and controls are no prose.
_SILENT_TAGS = frozenset(
    """audio button canvas del iframe math object pre rp rt s script select strike style svg
    template textarea video""".split()  # noqa: SIM905 - a list of tags reads best as a line
)
_SILENT_CLASSES = frozenset({"footnote-backref", "footnote-ref", "visually-hidden"})
_REFERENCE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡]{1,3})(?:\s*[,;–-]\s*\d{1,3})*[\])]?")
_EXPONENT = re.compile(r"[−-]?\d{1,2}")
_BEFORE_AN_EXPONENT = re.compile(r"(?:\d|\b(?:[kcdmh]|da)?m)$")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


def is_block(item: Item) -> bool:
    """Tell whether an item breaks the line: a block, or an inline element that holds one."""
    return not isinstance(item, str) and any(
        isinstance(element.tag, str) and element.tag not in _INLINE for element in item.iter()
    )


def is_silent(element: HtmlElement) -> bool:
    """Tell whether an element is there for the eye only, or for no one."""
    return (
        not isinstance(element.tag, str)
        or element.tag in _SILENT_TAGS
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or not _SILENT_CLASSES.isdisjoint(element.get("class", "").split())
    )


def exponent_of(sup: HtmlElement, before: str) -> str | None:
    """Return the raised digits of "m<sup>2</sup>" as characters ("²"); None for other `sup`s."""
    text = "".join(sup.itertext()).strip()
    if _EXPONENT.fullmatch(text) and _BEFORE_AN_EXPONENT.search(before) and not len(sup):
        return text.translate(_RAISED)
    return None


def is_reference(sup: HtmlElement) -> bool:
    """Tell whether a `sup` is the number or mark of a note."""
    return _REFERENCE.fullmatch("".join(sup.itertext()).strip()) is not None


def take_children(parent: HtmlElement) -> list[Item]:
    """Empty an element; return its texts and elements in order, each element without its tail."""
    items: list[Item] = [parent.text] if parent.text else []
    parent.text = None
    for child in list(parent):
        tail, child.tail = child.tail, None
        parent.remove(child)
        items += [child, tail] if tail else [child]
    return items


def put_children(parent: HtmlElement, items: Iterable[Item]) -> None:
    """Fill an element that `take_children` emptied."""
    last: HtmlElement | None = None
    for item in items:
        if not isinstance(item, str):
            parent.append(item)
            last = item
        elif last is None:
            parent.text = (parent.text or "") + item
        else:
            last.tail = (last.tail or "") + item


def primary(lang: str) -> str:
    """Return the language of a language tag: "en-GB" → "en"."""
    return lang.partition("-")[0].lower()
