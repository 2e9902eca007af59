"""Atom, RSS and JSON feeds of each edition and of each of its categories, in full text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.dates import read_clock
from plugins.core.stamps import stamp
from plugins.feeds.content import make_portable
from plugins.feeds.feed import Entry, Feed
from plugins.feeds.json_feed import render_json
from plugins.feeds.settings import FeedSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document

_WHOLE = ""


def announce_feeds(build: Build) -> None:
    """Tell the pages which feeds there will be."""
    for lang in build.office.languages:
        folder = build.urls.edition(lang) + "feeds/"
        slugs = [section.slug[lang] for section in build.office.categories]
        for slug in (_WHOLE, *slugs):
            stem = f"{folder}{slug}." if slug else folder
            build.feeds[lang, slug] = (
                build.urls.path(f"{stem}atom.xml"),
                build.urls.path(f"{stem}rss.xml"),
                build.urls.path(f"{folder}{slug or 'feed'}.json"),
            )


def write_feeds(build: Build) -> None:
    for lang in build.office.languages:
        newest = build.options_of(FeedSettings).entries
        _write(build, lang, _WHOLE, build.articles(lang)[:newest])
        for section in build.office.categories:
            slug = section.slug[lang]
            _write(build, lang, slug, build.articles(lang, slug)[:newest])


def _write(build: Build, lang: str, slug: str, documents: Sequence[Document]) -> None:
    feed = _head(build, lang, slug)
    for kind, path in zip(("atom", "rss", "json"), build.feeds[lang, slug], strict=True):
        url = build.urls.absolute(path)
        make = partial(_render, build, feed, kind, url, documents)
        build.publish(build.urls.place_of(path), stamp((feed, url, documents)), make)


def _render(build: Build, feed: Feed, kind: str, url: str, documents: Sequence[Document]) -> bytes:
    entries = [_entry(build, document) for document in documents]
    return render_json(feed, url, entries) if kind == "json" else feed.render(kind, url, entries)


def _head(build: Build, lang: str, slug: str) -> Feed:
    office, urls = build.office, build.urls
    moments = [d.view.date for d in build.articles(lang)[:1] if d.view.date]
    names = {section.slug[lang]: section.name[lang] for section in office.categories}
    page = urls.category(lang, slug) if slug else urls.home(lang)
    return Feed(
        title=f"{names[slug]} – {office.name[lang]}" if slug else office.name[lang],
        subtitle=office.slogan[lang],
        lang=lang,
        page_url=urls.absolute(page),
        publisher=office.publisher[lang],
        rights=office.publisher[lang],
        updated=moments[0] if moments else read_clock(build.timezone),
    )


def _entry(build: Build, document: Document) -> Entry:
    view = document.view
    if view.date is None or view.category is None:
        raise ValueError(view.path)
    url = build.urls.absolute(view.url)
    return Entry(
        title=view.title,
        url=url,
        summary=view.summary,
        html=make_portable(document.html, url, build.urls.absolute),
        author=view.author or build.office.publisher[view.lang],
        categories=(view.category.name, *(tag.name for tag in view.tags)),
        published=view.date,
        updated=max(view.date, view.updated or view.date),
    )


def register() -> None:
    pipeline.declare_settings("FEEDS", FeedSettings)
    pipeline.on_documents(announce_feeds)
    pipeline.on_written(write_feeds)
