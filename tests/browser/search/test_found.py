"""Search in a real browser: what is found, what comes first, and how it is shown."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.search.queries import FIRST_RESULTS, SAME_RESULTS
from tests.browser.search.searching import Searcher, count_true

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.search.generated import Archive
    from tests.browser.visitor import Visitor


def test_each_query_of_the_table_finds_what_is_meant_first(search: Searcher) -> None:
    found = {}
    for query in FIRST_RESULTS:
        search.ask(query)
        found[query] = search.titles.first.inner_text() if search.count() else ""
    assert len(FIRST_RESULTS) >= 60
    wrong = {q: t for q, t in found.items() if not t.startswith(FIRST_RESULTS[q] or "\0")}
    assert wrong == {"Covid": ""}


@pytest.mark.parametrize(("one", "other"), SAME_RESULTS)
def test_marks_and_forms_make_no_difference_to_what_is_found(
    archive: Archive, open_archive: Callable[[str], Searcher], one: str, other: str
) -> None:
    search = open_archive("")
    queries = (one, other, unicodedata.normalize("NFD", one))
    found = [search.find_keys(query) for query in queries]
    assert found[0] == found[1] == found[2]
    assert one.strip('"').lower() in archive.text
    assert found[0]


@pytest.mark.parametrize("query", ["hội nghị", "đồng chí", "biên giới", "dak lak", "công dân tỉnh"])
def test_every_document_with_all_the_words_is_found_and_no_other(
    archive: Archive, open_archive: Callable[[str], Searcher], query: str
) -> None:
    search = open_archive(f"?all=1&q={quote(query)}")
    search.wait_for(query)
    assert search.count() == count_true(archive.documents, query) > 0


def test_of_results_those_with_the_typed_marks_come_first(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("?q=" + quote("đường biên"))
    search.wait_for("đường biên")
    assert "tuyến đường biên giới" in search.titles.first.inner_text()
    assert "đường biên" in archive.text


def test_in_a_phrase_the_newest_comes_first(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("?q=" + quote('"Hội nghị trực tuyến"'))
    search.wait_for("Hội nghị trực tuyến")
    wanted = [d for d in archive.recent if d.view.title.startswith("Hội nghị trực tuyến")]
    assert search.titles.first.inner_text() == wanted[0].view.title


def test_the_found_words_are_marked_with_their_own_marks(search: Searcher) -> None:
    search.ask('"van ban den"')
    marked = search.page.locator(".card__summary mark").all_inner_texts()
    assert "văn bản đến" in [text.lower() for text in marked]
    assert not search.page.get_by_text("ḏ").count()


def test_a_result_leads_to_its_article(search: Searcher) -> None:
    search.ask("hội nghị")
    title = search.titles.first.inner_text()
    search.titles.first.get_by_role("link").click()
    expect(search.page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_card_tells_day_category_and_shows_a_photo(search: Searcher) -> None:
    search.ask("hội nghị tổng kết")
    card = search.page.locator(".search__result").first
    expect(card.locator("time")).to_have_text("20/11/2026")
    expect(card.locator(".card__category")).to_have_text("Tin tức")
    expect(card.locator("img")).to_have_js_property("complete", True)  # noqa: FBT003 - a value
    assert card.locator("img").evaluate("(photo) => photo.naturalWidth") > 0


def test_the_english_edition_searches_english(open_page: Visitor) -> None:
    search = Searcher(open_page("/en/search/?q=conference"))
    expect(search.status).to_contain_text("for “conference”")
    links = search.page.locator(".card__link").evaluate_all("(all) => all.map((a) => a.pathname)")
    assert links
    assert all(path.startswith("/en/") for path in links)
