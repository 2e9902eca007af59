"""Links to a heading: the page that they lead to has one of that name."""

from __future__ import annotations

import re
from difflib import get_close_matches
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from plugins.proofreading.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

    from plugins.core.document import Document
    from plugins.core.problems import Problem

_ID = re.compile(r'\bid="([^"]+)"')
_SOURCE = "document:"


def find_anchor_links(tree: HtmlElement) -> tuple[tuple[str, str], ...]:
    """Return the address and the anchor of each link of a body to what the body does not have."""
    links = dict.fromkeys(_list_anchor_links(tree))
    if not links:
        return ()
    own = {element.get("id") for element in tree.iter()}
    return tuple((url, anchor) for url, anchor in links if url or anchor not in own)


def _list_anchor_links(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for link in tree.iter("a"):
        url, _, anchor = (link.get("href") or "").partition("#")
        if anchor:
            yield url, unquote(anchor)


def find_missing_targets(documents: Collection[Document], folder: str) -> Iterator[Problem]:
    """Yield a problem for each link to a part of a document that is not there.

    Paths in the problems are below the content folder, whose name is `folder`.
    """
    known = {document.view.url: document for document in documents}
    known |= {f"{_SOURCE}{quote(document.view.path)}": document for document in documents}
    anchors: dict[str, list[str]] = {}
    for document in documents:
        for url, anchor in document.extras.anchor_links:
            target = known.get(url) if url else document
            if target is not None:
                place = target.view.path
                if place not in anchors:
                    anchors[place] = [unescape(one) for one in _ID.findall(target.html)]
                if anchor not in anchors[place]:
                    yield _tell(document, target, anchor, anchors[place], folder)


def _tell(
    document: Document, target: Document, anchor: str, anchors: list[str], folder: str
) -> Problem:
    near = get_close_matches(anchor, anchors, n=1)
    values = {
        "anchor": anchor,
        "page": "bài này" if target is document else f"“{target.view.title}”",
        "suggestion": f" Ý bạn là “#{near[0]}”?" if near else "",
    }
    path = f"{folder}/{document.view.path}"
    return problem("link-anchor-missing", path, _line_of(document, anchor), **values)


def _line_of(document: Document, anchor: str) -> int:
    """Return the line of the document's file that names the anchor, as it may be written."""
    file = Path(document.view.folder, document.view.path.rpartition("/")[2])
    written = re.compile(rf"#{'[-_ ]'.join(map(re.escape, anchor.split('-')))}(?![\w-])")
    lines = file.read_text("utf-8-sig").split("\n")
    return next((n for n, line in enumerate(lines, 1) if written.search(unquote(line))), 1)
