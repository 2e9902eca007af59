"""Headings of an article: anchors that stay, and the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.document import Heading
from plugins.core.html import text_of
from plugins.core.text import slugify

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = ("h2", "h3", "h4", "h5", "h6")


def anchor_headings(tree: HtmlElement) -> list[Heading]:
    """Give each heading of the tree an id from its text, unique in it; return them in order.

    An id that the editor gave stays.
    """
    taken = {element.get("id") for element in tree.iter() if element.get("id")}
    headings = []
    for element in tree.iter(*_TAGS):
        text = _heading_text(element)
        anchor = element.get("id") or _free_anchor(slugify(text) or "muc", taken)
        taken.add(anchor)
        element.set("id", anchor)
        headings.append(Heading(int(element.tag[1]), anchor, text))
    return headings


def _heading_text(element: HtmlElement) -> str:
    """Return a heading's text without the numbers of its footnotes."""
    notes = [note.text_content() for note in element.iter("sup") if note.find("a") is not None]
    text = text_of(element)
    for note in notes:
        text = text.replace(note, "", 1) if text.count(note) == 1 else text
    return text.strip()


def _free_anchor(wanted: str, taken: set[str | None]) -> str:
    anchor, number = wanted, 2
    while anchor in taken:
        anchor, number = f"{wanted}-{number}", number + 1
    return anchor


def choose_contents(headings: list[Heading], at_least: int) -> tuple[Heading, ...]:
    """Return the table of contents, h2 and h3; nothing for an article of fewer h2 than that."""
    if sum(heading.level == 2 for heading in headings) < at_least:  # noqa: PLR2004 - h2
        return ()
    return tuple(heading for heading in headings if heading.level <= 3)  # noqa: PLR2004 - h3
