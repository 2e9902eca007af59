"""Search in a real browser: for every eye, by keyboard and by screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.search.searching import PAGE, Searcher, answer_404
from tests.browser.states import find_faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.visitor import Visitor


def show_empty(_search: Searcher) -> None:
    """Leave the page as it comes."""


def show_results(search: Searcher) -> None:
    search.ask("hội nghị")


def show_none(search: Searcher) -> None:
    search.ask("hooij nghij")
    expect(search.part("suggestion")).to_be_visible()


def show_none_filtered(search: Searcher) -> None:
    search.page.goto(f"{search.page.url}?q={quote('liên hệ')}&year=1999")
    expect(search.part("clear")).to_be_visible()


def show_loading(search: Searcher) -> None:
    search.page.route("**/search-index/**", lambda _route: None)
    search.query.fill("hội nghị")
    search.query.press("Enter")
    expect(search.status).to_have_text("Đang tìm…")


def show_titles_only(search: Searcher) -> None:
    search.page.route("**/pagefind.js", answer_404)
    search.ask("hội nghị")


SHOWN = [show_empty, show_results, show_none, show_none_filtered, show_loading, show_titles_only]


@pytest.mark.parametrize("show", SHOWN, ids=lambda show: show.__name__)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_page: Visitor, show: Callable[[Searcher], None]
) -> None:
    search = Searcher(open_page(PAGE))
    show(search)
    assert find_faults(search.page) == {}
    open_page.complaints.clear()


def test_the_keyboard_reaches_everything_in_order_and_leaves_again(search: Searcher) -> None:
    search.ask("ủy ban")
    search.query.focus()
    names = []
    for _ in range(6):
        search.page.keyboard.press("Tab")
        names.append(_focused(search.page))
    assert names[:5] == ["Tìm", "category", "year", "kind", "sort"]
    assert names[5] == search.titles.first.inner_text()
    search.page.keyboard.press("Shift+Tab")
    assert _focused(search.page) == "sort"


def _focused(page: Page) -> str:
    name: str = page.evaluate(
        "document.activeElement.name || document.activeElement.innerText.trim()"
    )
    return name


def test_the_number_of_results_is_told_to_screen_readers(search: Searcher) -> None:
    expect(search.status).to_have_role("status")
    search.ask("hội nghị")
    assert search.count() > 1
    expect(search.query).to_be_focused()
