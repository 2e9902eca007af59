"""All documents together: order, neighbours, translations, links, and what collides."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.article import ORIGINAL_NAME, Kind, Status
from plugins.core.catalogue import problem
from plugins.core.links import find_unpublished_targets, resolve_document_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.article import ArticleView, Term
    from plugins.core.document import Document
    from plugins.core.problems import Problem

_NO_DATE = datetime.min.replace(tzinfo=UTC)


def put_in_order(documents: Iterable[Document]) -> list[Document]:
    """Return articles newest first, then pages; ties by path, so that every build agrees."""
    # One key after the other, the last one first: moments of one time zone are compared as they
    # are, where a tuple's would all have to be worked out.
    in_order = sorted(documents, key=attrgetter("view.path"))
    in_order.sort(key=lambda document: document.view.date or _NO_DATE, reverse=True)
    in_order.sort(key=attrgetter("view.kind"))
    return in_order


def is_published(document: Document) -> bool:
    return document.view.status is Status.PUBLISHED


def join_neighbours(documents: Iterable[Document]) -> None:
    """Set `older` and `newer` of the articles, within each language; they come newest first."""
    by_lang = defaultdict(list)
    for document in documents:
        if document.view.kind is Kind.ARTICLE:
            by_lang[document.view.lang].append(document)
    for articles in by_lang.values():
        for newer, older in pairwise(articles):
            newer.older, older.newer = older, newer


def join_translations(documents: Iterable[Document]) -> None:
    """Set `translations` of each document: the same key in the other languages."""
    by_key = defaultdict(list)
    for document in documents:
        by_key[document.view.key].append(document)
    for group in by_key.values():
        for document in group:
            document.translations = tuple(d for d in group if d is not document)


def resolve_links(documents: Iterable[Document], all_views: Iterable[ArticleView]) -> None:
    """Give each link between documents its address."""
    urls = {view.path: view.url for view in all_views}
    for document in documents:
        if document.links:
            targets = sorted({place for place, _ in document.links})
            places = tuple((place, urls.get(place, "")) for place in targets)
            document.alter_html(resolve_document_links, places)


def find_problems_between(
    documents: list[Document], all_views: list[ArticleView], folder: str
) -> Iterator[Problem]:
    """Yield what is wrong between documents: colliding addresses and tags, dead links.

    Paths in the problems are below the content folder, whose name is `folder`.
    """
    yield from _find_collisions(all_views, folder)
    yield from _find_lone_translations(all_views, folder)
    yield from _find_colliding_tags(all_views, folder)
    views = {view.path: view for view in all_views}
    for document in documents:
        yield from find_unpublished_targets(f"{folder}/{document.view.path}", document, views)


def _find_collisions(views: Iterable[ArticleView], folder: str) -> Iterator[Problem]:
    first: dict[str, ArticleView] = {}
    for view in views:
        other = first.setdefault(view.url, view)
        if other is not view:
            line = view.line_of("date")
            values = {"url": view.url, "other": f"{folder}/{other.path}"}
            yield problem("page-collides", f"{folder}/{view.path}", line, **values)


def _find_lone_translations(views: Iterable[ArticleView], folder: str) -> Iterator[Problem]:
    for view in views:
        is_original = view.path.endswith(f"/{ORIGINAL_NAME}")
        # Asked of the folder: an original that cannot be read has problems of its own.
        if not is_original and not Path(view.folder, ORIGINAL_NAME).is_file():
            yield problem("translation-alone", f"{folder}/{view.path}", 1)


def _find_colliding_tags(views: Iterable[ArticleView], folder: str) -> Iterator[Problem]:
    first: dict[tuple[str, str], Term] = {}
    for view in views:
        for tag in view.tags:
            other = first.setdefault((view.lang, tag.slug), tag)
            if other.name.casefold() != tag.name.casefold():
                names = {"one": tag.name, "other": other.name, "slug": tag.slug}
                line = view.line_of("tags")
                yield problem("tags-collide", f"{folder}/{view.path}", line, **names)
