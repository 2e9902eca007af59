"""Links to a heading: the page that they lead to has one of that name."""

from __future__ import annotations

import re
from difflib import get_close_matches
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.proofreading.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.document import Document
    from plugins.core.problems import Problem

_LINK = re.compile(r'href="([^"#]*)#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')


def find_missing_targets(documents: Iterable[Document], folder: str) -> Iterator[Problem]:
    """Yield a problem for each link to a part of a document that is not there.

    Bodies are HTML, their links resolved. Paths in the problems are below the content folder,
    whose name is `folder`.
    """
    by_url = {document.view.url: document for document in documents}
    for document in by_url.values():
        for url, anchor in dict.fromkeys(_LINK.findall(document.html)):
            target = by_url.get(url) if url else document
            if target is not None:
                yield from _check(document, target, unquote(unescape(anchor)), folder)


def _check(document: Document, target: Document, anchor: str, folder: str) -> Iterator[Problem]:
    anchors = [unescape(one) for one in _ID.findall(target.html)]
    if anchor in anchors:
        return
    near = get_close_matches(anchor, anchors, n=1)
    values = {
        "anchor": anchor,
        "page": "bài này" if target is document else f"“{target.view.title}”",
        "suggestion": f" Ý bạn là “#{near[0]}”?" if near else "",
    }
    path = f"{folder}/{document.view.path}"
    yield problem("link-anchor-missing", path, _line_of(document, anchor), **values)


def _line_of(document: Document, anchor: str) -> int:
    """Return the line of the document's file that names the anchor, as it may be written."""
    file = document.view.folder / document.view.path.rpartition("/")[2]
    written = re.compile(rf"#{'[-_ ]'.join(map(re.escape, anchor.split('-')))}(?![\w-])")
    lines = file.read_text("utf-8-sig").split("\n")
    return next((n for n, line in enumerate(lines, 1) if written.search(unquote(line))), 1)
