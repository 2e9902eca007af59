"""Cells with a word too long for a column may break it; others keep words and numbers whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CLASS = "has-long-word"
# The longest Vietnamese syllable has seven letters; addresses and file names are what is longer.
_LETTERS = 24


def mark_long_words(tree: HtmlElement) -> None:
    """Give each table cell with a word of more than 24 letters the class that print.css breaks."""
    for cell in tree.iter("td", "th"):
        words = "".join(cell.itertext()).split()
        if any(len(word) > _LETTERS for word in words):
            cell.set("class", f"{cell.get('class', '')} {CLASS}".strip())
