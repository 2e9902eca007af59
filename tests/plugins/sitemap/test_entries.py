"""Which pages a sitemap names, and when each is said to have changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from plugins.core.document import Document, Picture
from plugins.core.page import Alternate, Page
from plugins.sitemap.entries import list_entries
from tests.plugins.samples import make_document

EARLY, LATE = (datetime(2026, 11, day, tzinfo=UTC) for day in (1, 20))


def absolute(path: str) -> str:
    return f"https://vinhson.example{path}"


def make_article(date: datetime, updated: datetime | None = None) -> Document:
    document = make_document(date=date, updated=updated)
    document.extras.cover = Picture((), "/photos/a.jpg", "/photos/a.avif", 9, 6)
    return document


@dataclass
class Rows:
    documents: tuple[Document, ...]


def make_page(url: str, *, is_indexed: bool = True, **context: object) -> Page:
    return Page(
        f"{url}index.html", url, "x.html", "vi", "X", is_indexed=is_indexed, context=context
    )


def test_pages_that_must_not_be_indexed_are_left_out() -> None:
    pages = [make_page("/404.html", is_indexed=False), make_page("/b/"), make_page("/a/")]
    assert [entry.url for entry in list_entries(pages, absolute)] == [
        "https://vinhson.example/a/",
        "https://vinhson.example/b/",
    ]


def test_an_article_changed_when_it_was_updated_last() -> None:
    (entry,) = list_entries([make_page("/a/", document=make_article(EARLY, LATE))], absolute)
    assert entry.changed == LATE
    assert entry.images == ("https://vinhson.example/photos/a.jpg",)


def test_a_listing_changed_with_the_newest_of_its_articles() -> None:
    rows = Rows((make_article(EARLY), make_article(LATE)))
    (entry,) = list_entries([make_page("/a/", listing=rows)], absolute)
    assert entry.changed == LATE


def test_a_page_of_no_article_has_no_date() -> None:
    (entry,) = list_entries([make_page("/a/")], absolute)
    assert entry.changed is None


def test_the_languages_of_a_page_are_told_by_full_addresses() -> None:
    page = Page("", "/a/", "x", "vi", "X", alternates=(Alternate("en", "/en/a/"),))
    (entry,) = list_entries([page], absolute)
    assert entry.alternates == (("en", "https://vinhson.example/en/a/"),)
