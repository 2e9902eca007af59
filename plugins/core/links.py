"""Links between documents: editors write relative paths, readers get addresses."""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from plugins.core.article import Status
from plugins.core.catalogue import problem
from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from plugins.core.article import ArticleView
    from plugins.core.problems import Problem
    from plugins.core.source import Source

_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^\s<>()\"]+)>?[^)]*\)")
_PLACE = re.compile(r'href="document:([^"#]*)(#[^"]*)?"')


def is_local(href: str) -> bool:
    """Tell whether a link leads to a file of the content folder, by a relative path."""
    parts = urlsplit(href)
    return bool(parts.path) and not (parts.scheme or parts.netloc or parts.path.startswith("/"))


def is_document(href: str) -> bool:
    """Tell whether a link leads to another article's or page's source."""
    return is_local(href) and urlsplit(href).path.endswith(".md")


def resolve(folder: str, href: str) -> str:
    """Return the place below the content folder that a local link of `folder` leads to."""
    return posixpath.normpath(posixpath.join(folder, nfc(unquote(urlsplit(href).path))))


def find_broken_links(source: Source, content_dir: Path) -> Iterator[Problem]:
    """Yield a problem for each local link of a source that leads to no file."""
    for line, text in source.prose_lines():
        for href in _LINK.findall(text):
            if is_local(href) and not _is_there(content_dir, source.view.key, href):
                near = _near(source.folder, href)
                yield problem("link-missing", source.path, line, target=href, suggestion=near)


def _is_there(content_dir: Path, folder: str, href: str) -> bool:
    place = resolve(folder, href)
    return not place.startswith("..") and (content_dir / place).is_file()


def _near(folder: Path, href: str) -> str:
    base = folder / Path(unquote(urlsplit(href).path)).parent
    names = [nfc(one.name) for one in base.iterdir()] if base.is_dir() else []
    near = get_close_matches(posixpath.basename(href), names, n=1)
    return f" Ý bạn là “{near[0]}”?" if near else ""


def mark_document_links(view: ArticleView, tree: HtmlElement) -> None:
    """Turn relative links to sources into `document:` links, to be resolved when all are read."""
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if is_document(href):
            fragment = urlsplit(href).fragment
            tail = f"#{fragment}" if fragment else ""
            link.set("href", f"document:{resolve(view.key, href)}{tail}")


def resolve_document_links(html: str, urls: dict[str, str]) -> str:
    """Return the HTML with each `document:` link replaced by its address in `urls`."""
    if 'href="document:' not in html:
        return html
    return _PLACE.sub(lambda m: f'href="{urls.get(m[1], "")}{m[2] or ""}"', html)


def find_unpublished_targets(
    path: str, html: str, views: dict[str, ArticleView]
) -> Iterable[Problem]:
    """Yield a problem for each `document:` link to a draft or to an article of the future."""
    for place, _ in _PLACE.findall(html):
        if place in views and views[place].status is not Status.PUBLISHED:
            yield problem("link-unpublished", path, 1, target=place)
