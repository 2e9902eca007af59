"""Anchors of bodies: each once, and none that the page around the body uses.

Pages name their own parts with an underscore ("noi_dung"); no anchor of a body has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml.etree import XPath

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The attributes themselves: a condition on the elements would be tried at each.
_IDS = XPath("descendant::*/@id")
_LANGUAGES = XPath("descendant::*/@lang")
_NOT_ANCHOR = re.compile(r"(?:[^\w.:-]|_)+")
# RFC 5646, roughly: "en", "zh-Hant", "vi-VN".
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def _find(path: XPath, tree: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return the elements that have an attribute, each with its value."""
    return [(one.getparent(), str(one)) for one in path(tree)]  # type: ignore[union-attr]  # these paths name attributes


def make_anchor(name: str) -> str:
    """Return an anchor that an editor gave, as a body may have it: "muc_1" → "muc-1"."""
    return _NOT_ANCHOR.sub("-", name.strip())


def drop_wrong_languages(tree: HtmlElement) -> None:
    """Take away each `lang` that names no language: style sheets and voices read it."""
    for element, language in _find(_LANGUAGES, tree):
        if not _LANGUAGE.fullmatch(language):
            del element.attrib["lang"]


def make_anchors_safe(tree: HtmlElement) -> None:
    """Rename the ids that a body must not have, lead its links there, drop what repeats an id."""
    seen: set[str] = set()
    for element, name in _find(_IDS, tree):
        anchor = make_anchor(name)
        if not anchor or anchor in seen:
            del element.attrib["id"]
        else:
            element.set("id", anchor)
            seen.add(anchor)
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#"):
            link.set("href", f"#{make_anchor(unquote(href[1:]))}")
