"""A page's HTML as paper needs it: JPEG photos, no wrappers that only screens and speech use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INTEGER = re.compile(r"-?\d{1,9}")
_SCREEN_ATTRIBUTES = ("srcset", "sizes", "loading", "decoding", "fetchpriority", "class")


def simplify(html: str) -> str:
    """Return a whole page without what paper has no use for; its text stays letter by letter.

    Photos are their JPEG: WeasyPrint would re-encode AVIF as PNG, eight times as large.
    """
    tree = lxml.html.document_fromstring(html)
    _take_jpegs(tree)
    for link in list(tree.iter("a")):
        _drop_screen_link(link)
    for numbered in tree.iter("ol", "li"):
        _number(numbered)
    for span in list(tree.iter("span")):
        _drop_sentence(span)
    whole: str = lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    return whole


def _take_jpegs(tree: HtmlElement) -> None:
    # libxml2 does not know that <source> is void: the photo is its child there.
    for source in list(tree.iter("source")):
        source.drop_tag()
    for picture in list(tree.iter("picture")):
        picture.drop_tag()
    for image in tree.iter("img"):
        for name in _SCREEN_ATTRIBUTES:
            image.attrib.pop(name, None)


def _drop_screen_link(link: HtmlElement) -> None:
    """Drop what only leads to a larger photo, or back up from a footnote."""
    if link.get("class") == "photo__link":
        link.drop_tag()
    elif link.get("class") == "footnote-backref":
        link.drop_tree()


def _number(element: HtmlElement) -> None:
    """Say in CSS where a list's numbers begin or go on: WeasyPrint does not read the attributes."""
    start, value = element.get("start", ""), element.get("value", "")
    if element.tag == "ol" and _INTEGER.fullmatch(start):
        element.set("style", f"counter-reset: list-item {int(start) - 1}")
    if element.tag == "li" and _INTEGER.fullmatch(value):
        element.set("style", f"counter-set: list-item {value}")


def _drop_sentence(span: HtmlElement) -> None:
    """Drop a span that only marks a sentence for speech; one in another language stays."""
    is_first = "s" in (span.get("class") or "").split()
    if not is_first and "data-s" not in span.attrib and "data-say" not in span.attrib:
        return
    lang = span.get("lang")
    span.attrib.clear()
    if lang:
        span.set("lang", lang)
    else:
        span.drop_tag()
