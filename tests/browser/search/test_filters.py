"""Search in a real browser: filters, addresses and older years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.search.searching import Searcher, count_true

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.search.generated import Archive

STATIC_PAGES = {"Giới thiệu", "Liên hệ", "Trợ giúp", "Tuyên bố trợ năng"}


def test_each_filter_leaves_as_many_results_as_it_says(search: Searcher) -> None:
    search.ask("ủy ban")
    for name in ("category", "year", "kind"):
        select = search.page.locator(f"select[name={name}]")
        option = select.locator("option").nth(1)
        told = int(option.inner_text().rpartition("(")[2].rstrip(")"))
        select.select_option(index=1)
        expect(search.status).to_contain_text(f"{told} kết quả")
        select.select_option("")
        search.wait_for("ủy ban")


def test_filters_act_together_and_can_be_removed(search: Searcher) -> None:
    search.ask("hội nghị")
    whole = search.count()
    search.page.locator("select[name=kind]").select_option("page")
    expect(search.status).not_to_contain_text(f"{whole} kết quả")
    search.wait_for("hội nghị")
    assert set(search.titles.all_inner_texts()) <= STATIC_PAGES
    search.page.goto(f"{search.page.url}&year=2026")
    expect(search.status).to_contain_text("Không có kết quả nào")
    search.part("clear").get_by_role("link").click()
    expect(search.status).to_contain_text(f"{whole} kết quả")


def test_the_newest_first_is_the_newest_first(search: Searcher) -> None:
    search.ask("tỉnh")
    search.page.locator("select[name=sort]").select_option("date")
    search.page.wait_for_url("**sort=date**")
    search.wait_for("tỉnh")
    search.show_all()
    days = search.page.locator("[data-search=recent] time").evaluate_all(
        "(times) => times.map((time) => time.dateTime)"
    )
    assert days == sorted(days, reverse=True)
    assert len(days) > 8


def test_an_address_can_be_shared_and_back_leads_to_what_was_before(search: Searcher) -> None:
    search.ask("hội nghị")
    search.page.locator("select[name=year]").select_option("2024")
    expect(search.status).to_contain_text("1 kết quả")
    shared = search.page.url
    search.titles.first.get_by_role("link").click()
    search.page.go_back()
    expect(search.status).to_contain_text("1 kết quả")
    search.page.go_back()
    search.wait_for("hội nghị")
    expect(search.page.locator("select[name=year]")).to_have_value("")
    assert search.count() > 1
    search.page.goto(shared)
    expect(search.status).to_contain_text("1 kết quả")
    expect(search.query).to_have_value("hội nghị")


def test_nothing_of_a_query_is_kept_on_the_device(search: Searcher) -> None:
    search.ask("hội nghị")
    kept = search.page.evaluate(
        "[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"
    )
    assert kept == [[], [], ""]


def test_older_years_are_searched_when_asked_for(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    asked: list[str] = []
    search = open_archive("")
    search.page.on("request", lambda request: asked.append(request.url))
    search.ask("hội nghị")
    recent = search.count()
    assert not [url for url in asked if archive.older_url in url]
    search.part("archive-offer").get_by_role("button").click()
    expect(search.page.get_by_role("heading", name="Các năm trước")).to_be_visible()
    assert search.count() == count_true(archive.documents, "hội nghị") > recent
    assert search.older_titles.count() > 0
    assert "all=1" in search.page.url
    search.page.go_back()
    expect(search.part("archive")).to_be_hidden()


def test_more_results_come_with_the_focus_on_the_first_of_them(search: Searcher) -> None:
    search.ask("tỉnh")
    expect(search.titles).to_have_count(8)
    search.part("more").get_by_role("button").press("Enter")
    expect(search.titles.nth(8).get_by_role("link")).to_be_focused()
