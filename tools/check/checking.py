"""All problems of the sources, at once; Markdown is rendered only where a link needs it."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from plugins.core.article import Status
from plugins.core.document import Document
from plugins.core.documents import find_problems_between, is_published, put_in_order, resolve_links
from plugins.core.files import find_file
from plugins.core.links import is_document, is_local, resolve
from plugins.proofreading import compare_documents
from tools.check.site import list_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from plugins.core.problems import Problems
    from plugins.core.running import Run
    from plugins.core.source import Source

# More than what is a link: a source that has none of these has no local link at all.
# Each begins with a sign of its own, to which the engine leaps.
_TARGET = re.compile(r"\](?:\(\s*<?([^\s)>]*)|:\s*<?([^\s>]+))")
_HTML_TARGET = re.compile(r"\bhref\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)


def check_sources(run: Run) -> Problems:
    """Return the problems of every source, and those between them."""
    build = run.build
    read = (run.read_source(path) for path in list_sources(build.content_dir))
    sources = [source for source in read if source is not None]
    to_render = _find_to_render(sources, build.content_dir)
    documents = put_in_order(
        run.render(source)
        if source.view.path in to_render
        else Document(source.view, extras=source.extras)
        for source in sources
    )
    views = [document.view for document in documents]
    build.documents = [d for d in documents if is_published(d)]
    build.problems.extend(find_problems_between(build.documents, views, build.content_dir.name))
    resolve_links(build.documents, views)
    compare_documents(build)
    return build.problems


def _find_to_render(sources: Iterable[Source], content_dir: Path) -> set[str]:
    """Return the paths of the sources with a link that may be wrong, and those they lead to."""
    by_path = {source.view.path: source for source in sources}
    to_render = set()
    for source in by_path.values():
        targets = list(_list_targets(source.body))
        if any(_is_doubtful(source, target, by_path, content_dir) for target in targets):
            to_render |= {source.view.path, *_documents_of(source, targets, by_path)}
    return to_render


def _list_targets(body: str) -> Iterator[str]:
    for match in _TARGET.finditer(body):
        yield match[1] or match[2] or ""
    if "<" in body:
        yield from _HTML_TARGET.findall(body)


def _is_doubtful(
    source: Source, target: str, by_path: Mapping[str, Source], content_dir: Path
) -> bool:
    """Tell whether only the finished HTML can say that a link is right."""
    if "#" in target:
        return True
    if not is_local(target):
        return False
    place = resolve(source.view.key, target)
    if is_document(target):
        return place not in by_path or by_path[place].view.status is not Status.PUBLISHED
    is_beside = posixpath.dirname(place) == source.view.key
    return not is_beside or find_file(content_dir, place) is None


def _documents_of(
    source: Source, targets: Iterable[str], by_path: Mapping[str, Source]
) -> Iterator[str]:
    for target in targets:
        if "#" in target and is_local(target):
            place = resolve(source.view.key, target)
            if place in by_path:
                yield place
