"""A page to be written: where, by which template, with which words in its head."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.core.build import Build
    from plugins.core.document import Document

# Tuples, since each build makes one for each page, and their texts are soon told.
_NONE: Mapping[str, str] = MappingProxyType({})


class Crumb(NamedTuple):
    """A link of the breadcrumb."""

    title: str
    url: str


class Alternate(NamedTuple):
    """The same page in another language."""

    lang: str
    url: str


class Page(NamedTuple):
    """One HTML page of the site.

    `title` is the page's own, without the office's name; `url` its path on the host.
    `alternates` holds every language of the page, its own too, or nothing.
    `section` is the menu entry's URL that this page belongs to.
    `policy` holds the directives of the content policy that are this page's own.
    `context` is what the template reads besides.
    `stamp` stands for all of these but `policy` and `context`, where whoever makes the page has one
    at hand: equal stamps, equal fields. Else they are told one by one.
    """

    save_as: str
    url: str
    template: str
    lang: str
    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    section: str | None = None
    is_indexed: bool = True
    policy: Mapping[str, str] = _NONE
    context: Mapping[str, object] = _NONE
    stamp: str = ""


def page_of(build: Build, document: Document) -> Page:
    """Return the page that shows a document."""
    view = document.view
    alternates = _alternates(build, document) if document.translations else ()
    section = view.category.url if view.category else view.url
    crumbs = (Crumb(view.category.name, view.category.url),) if view.category else ()
    return Page(
        save_as=view.save_as,
        url=view.url,
        template="article.html" if view.category else "page.html",
        lang=view.lang,
        title=view.title,
        description=view.summary,
        crumbs=crumbs,
        alternates=alternates,
        section=section,
        context={"document": document},
        # Of the view, and of where the translations are.
        stamp=f"{document.view_stamp}{alternates}",
    )


def _alternates(build: Build, document: Document) -> tuple[Alternate, ...]:
    together = (document, *document.translations)
    return _in_order(build, (Alternate(d.view.lang, d.view.url) for d in together))


def _in_order(build: Build, alternates: Iterable[Alternate]) -> tuple[Alternate, ...]:
    """Return alternates in the order of the office's languages."""
    order: Mapping[str, int] = {lang: n for n, lang in enumerate(build.office.languages)}
    return tuple(sorted(alternates, key=lambda a: order[a.lang]))
