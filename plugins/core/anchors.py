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

_WITH_ID = XPath("descendant::*[@id]")
_WITH_LANGUAGE = XPath("descendant::*[@lang]")
_NOT_ANCHOR = re.compile(r"(?:[^\w.:-]|_)+")
# RFC 5646, roughly: "en", "zh-Hant", "vi-VN".
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def _find(path: XPath, tree: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = path(tree)  # type: ignore[assignment]  # these paths name elements
    return found


def make_anchor(name: str) -> str:
    """Return an anchor that an editor gave, as a body may have it: "muc_1" → "muc-1"."""
    return _NOT_ANCHOR.sub("-", name.strip())


def drop_wrong_languages(tree: HtmlElement) -> None:
    """Take away each `lang` that names no language: style sheets and voices read it."""
    for element in _find(_WITH_LANGUAGE, tree):
        if not _LANGUAGE.fullmatch(element.get("lang")):
            del element.attrib["lang"]


def make_anchors_safe(tree: HtmlElement) -> None:
    """Rename the ids that a body must not have, lead its links there, drop what repeats an id."""
    seen: set[str] = set()
    for element in _find(_WITH_ID, tree):
        anchor = make_anchor(element.get("id"))
        if not anchor or anchor in seen:
            del element.attrib["id"]
        else:
            element.set("id", anchor)
            seen.add(anchor)
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#"):
            link.set("href", f"#{make_anchor(unquote(href[1:]))}")
