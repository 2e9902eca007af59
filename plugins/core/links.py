"""Links between documents: editors write relative paths, readers get addresses."""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from plugins.core.anchors import make_anchor
from plugins.core.article import Status
from plugins.core.catalogue import problem
from plugins.core.files import find_file
from plugins.core.looks import note_path
from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from urllib.parse import SplitResult

    from lxml.html import HtmlElement

    from plugins.core.article import ArticleView
    from plugins.core.document import Document
    from plugins.core.problems import Problem
    from plugins.core.source import Source

# How most addresses begin that lead to no file of the content folder.
_ELSEWHERE = ("/", "#", "?", "https:", "http:", "mailto:", "tel:")
_PLACE = re.compile(r'href="document:([^"#]*)(#[^"]*)?"')


def split(href: str) -> SplitResult | None:
    """Return the parts of a link's address, or None for what is none ("http://[")."""
    try:
        return urlsplit(href)
    except ValueError:
        return None


def is_local(href: str) -> bool:
    """Tell whether a link leads to a file of the content folder, by a relative path."""
    if not href or href.startswith(_ELSEWHERE):
        return False
    parts = split(href)
    if parts is None or parts.scheme or parts.netloc:
        return False
    return bool(parts.path) and not parts.path.startswith("/")


def is_document(href: str) -> bool:
    """Tell whether a link leads to another article's or page's source."""
    return is_local(href) and urlsplit(href).path.endswith(".md")


def resolve(folder: str, href: str) -> str:
    """Return the place below the content folder that a local link of `folder` leads to."""
    return posixpath.normpath(posixpath.join(folder, nfc(unquote(urlsplit(href).path))))


def list_local_links(tree: HtmlElement) -> list[str]:
    """Return the addresses of the tree's links to files of the content folder, each once."""
    found = (str(link.get("href") or "") for link in tree.iter("a"))
    return list(dict.fromkeys(href for href in found if is_local(href)))


def find_broken_links(source: Source, tree: HtmlElement, content_dir: Path) -> Iterator[Problem]:
    """Yield a problem for each local link of a source that leads to no file."""
    for href in list_local_links(tree):
        place = resolve(source.view.key, href)
        if find_file(content_dir, place) is None:
            near = "" if place.startswith("..") else _near(source.folder, href)
            for line in source.lines_with(href):
                yield problem("link-missing", source.path, line, target=href, suggestion=near)


def _near(folder: Path, href: str) -> str:
    base = folder / Path(unquote(urlsplit(href).path)).parent
    note_path(base)
    names = [nfc(one.name) for one in base.iterdir()] if base.is_dir() else []
    near = get_close_matches(posixpath.basename(href), names, n=1)
    return f" Ý bạn là “{near[0]}”?" if near else ""


def mark_document_links(source: Source, tree: HtmlElement) -> tuple[tuple[str, int], ...]:
    """Turn relative links to sources into `document:` links, to be resolved when all are read.

    Returns the place below the content folder of each target, and the line that names it.
    """
    hrefs = [href for href in list_local_links(tree) if is_document(href)]
    if not hrefs:
        return ()
    places = {href: resolve(source.view.key, href) for href in hrefs}
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if href in places:
            fragment = urlsplit(href).fragment
            tail = f"#{make_anchor(fragment)}" if fragment else ""
            # Quoted here, since the serialiser would quote what is not ASCII.
            link.set("href", f"document:{quote(places[href])}{tail}")
    return tuple((places[href], line) for href in hrefs for line in source.lines_with(href))


def resolve_document_links(html: str, places: Iterable[tuple[str, str]]) -> str:
    """Return the HTML with each `document:` link replaced; `places` pairs targets and addresses."""
    urls = dict(places)
    return _PLACE.sub(lambda m: f'href="{_url_of(m[1], urls)}{m[2] or ""}"', html)


def _url_of(place: str, urls: Mapping[str, str]) -> str:
    return urls.get(unquote(unescape(place)), "")


def find_unpublished_targets(
    path: str, document: Document, views: Mapping[str, ArticleView]
) -> Iterator[Problem]:
    """Yield a problem for each link to a draft or to an article of the future."""
    for place, line in document.links:
        if place in views and views[place].status is not Status.PUBLISHED:
            yield problem("link-unpublished", path, line, target=place)
