"""The one HTML parser: an article's body becomes a tree once, and a string once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# libxml2 knows HTML 4: to it these are elements with an end, and what follows is inside them.
_NEVER_CLOSED = re.compile("</(?:source|track|wbr)>")
# lxml.html asks a Python function for the class of each element that is looked at, for the sake of
# forms, which no body has.
_PARSER = etree.HTMLParser()
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(
        element=lxml.html.HtmlElement,
        comment=lxml.html.HtmlComment,
        pi=lxml.html.HtmlProcessingInstruction,
        entity=lxml.html.HtmlEntity,
    )
)


def parse(html: str) -> HtmlElement:
    """Return a `<div>` that holds the fragment; white space before its first element is dropped."""
    root: HtmlElement = etree.fromstring(f"<html><body>{html}</body></html>", _PARSER)
    body = root[0]
    # The body itself becomes the `<div>`: moving what it holds would cost as much as parsing it.
    root.remove(body)
    body.tag = "div"
    if body.text and not body.text.strip():
        body.text = None
    return body


def serialise(tree: HtmlElement) -> str:
    """Return the inner HTML of a tree that `parse` made."""
    whole = etree.tostring(tree, method="html", encoding="unicode", with_tail=False)
    return _NEVER_CLOSED.sub("", whole).removeprefix("<div>").removesuffix("</div>")


def text_of(element: HtmlElement) -> str:
    """Return an element's text, white space folded."""
    return " ".join("".join(element.itertext()).split())
