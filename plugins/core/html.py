"""The one HTML parser: an article's body becomes a tree once, and a string once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# libxml2 knows HTML 4: to it these are elements with an end, and what follows is inside them.
_NEVER_CLOSED = re.compile("</(?:source|track|wbr)>")


def parse(html: str) -> HtmlElement:
    """Return a `<div>` that holds the fragment."""
    return lxml.html.fragment_fromstring(html, create_parent="div")


def serialise(tree: HtmlElement) -> str:
    """Return the inner HTML of a tree that `parse` made."""
    whole: str = _NEVER_CLOSED.sub("", lxml.html.tostring(tree, encoding="unicode"))
    return whole.removeprefix("<div>").removesuffix("</div>")


def text_of(element: HtmlElement) -> str:
    """Return an element's text, white space folded."""
    return " ".join("".join(element.itertext()).split())
