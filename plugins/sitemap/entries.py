"""The addresses of a sitemap: when each page changed, in which languages it is, what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from plugins.core.document import Document
    from plugins.core.page import Page


class Entry(NamedTuple):
    """One page; all addresses are absolute, `alternates` pairs a language with an address."""

    url: str
    changed: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    images: tuple[str, ...] = ()


def list_entries(pages: Iterable[Page], absolute: Callable[[str], str]) -> list[Entry]:
    """Return an entry for each page that may be indexed, in the order of their addresses."""
    indexed = sorted((page for page in pages if page.is_indexed), key=lambda page: page.url)
    return [
        Entry(
            url=absolute(page.url),
            changed=max(_changes_of(page), default=None),
            alternates=tuple((a.lang, absolute(a.url)) for a in page.alternates),
            images=tuple(absolute(src) for src in _images_of(page)),
        )
        for page in indexed
    ]


def _changes_of(page: Page) -> Iterator[datetime]:
    """Yield when each document that the page shows was last changed."""
    for document in _documents_of(page):
        moment = document.view.updated or document.view.date
        if moment is not None:
            yield moment


def _images_of(page: Page) -> Iterator[str]:
    document: Document | None = page.context.get("document")  # type: ignore[assignment]  # a page's context is open
    if document is not None and document.extras.cover:
        yield document.extras.cover.src


def _documents_of(page: Page) -> Iterator[Document]:
    document = page.context.get("document")
    if document is not None:
        yield document  # type: ignore[misc]  # a page's context is open
    listing = page.context.get("listing")
    if listing is not None:
        yield from listing.documents  # type: ignore[attr-defined]  # a page's context is open
    latest = page.context.get("latest")
    if latest is not None:
        yield from latest  # type: ignore[misc]  # a page's context is open
