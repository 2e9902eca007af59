"""Search in a real browser: when a part is missing, late or forbidden."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from plugins.hosting.headers import policy_text
from tests.browser.search.searching import PAGE, Searcher, answer_404

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Route

    from tests.browser.visitor import Visitor


def cut_short(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:60])


@pytest.mark.parametrize("fault", [answer_404, cut_short], ids=["missing", "truncated"])
@pytest.mark.parametrize(
    "file", ["pagefind.js", "*.pf_meta", "wasm.*", "*.pf_index", "*.pf_fragment", "*-entry.json*"]
)
def test_where_a_part_of_the_index_is_missing_titles_are_searched_and_that_is_told(
    open_page: Visitor, file: str, fault: Callable[[Route], None]
) -> None:
    profile = open_page.new_profile()
    profile.route(f"**/search-index/**/{file}", fault)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.part("notice")).to_contain_text("chỉ tìm trong tiêu đề")
    search.wait_for("hội nghị")
    expect(search.titles.first).to_contain_text("Hội nghị tổng kết")
    assert open_page.complaints
    open_page.complaints.clear()


def test_where_everything_is_missing_a_message_and_a_way_to_try_again_come(
    open_page: Visitor,
) -> None:
    profile = open_page.new_profile()
    profile.route("**/search-index/**", answer_404)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.status).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    profile.unroute("**/search-index/**")
    search.part("reload").get_by_role("link").click()
    search.wait_for("hội nghị")
    open_page.complaints.clear()


def test_a_slow_connection_is_told_and_one_that_hangs_is_given_up(open_page: Visitor) -> None:
    profile = open_page.new_profile()
    profile.route("**/search-index/**/*.pf_meta", lambda _route: None)
    page = profile.new_page()
    page.clock.install()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.status).to_have_text("Đang tìm…")
    page.clock.run_for(5_000)
    expect(search.status).to_contain_text("Mạng chậm")
    page.clock.run_for(60_000)
    expect(search.status).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    open_page.complaints.clear()


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(open_page: Visitor) -> None:
    profile = open_page.new_profile()
    held: list[Route] = []
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}")
    search = Searcher(page)
    profile.route("**/*.pf_fragment", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    with page.expect_request("**/*.pf_fragment"):
        search.query.fill("hội nghị")
        search.query.press("Enter")
    profile.unroute("**/*.pf_fragment")
    search.ask("liên hệ")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(search.status).to_contain_text("“liên hệ”")
    expect(search.titles.first).to_have_text("Liên hệ")


def test_a_policy_without_the_engine_leaves_titles_to_search(
    open_page: Visitor,
) -> None:
    def send_strict(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | {"content-security-policy": policy_text()}
        route.fulfill(response=answer, headers=headers)

    profile = open_page.new_profile()
    profile.route(f"**{PAGE}*", send_strict)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    expect(Searcher(page).part("notice")).to_contain_text("chỉ tìm trong tiêu đề")
    assert any("Content Security Policy" in text for text in open_page.complaints)
    open_page.complaints.clear()


def test_titles_alone_are_searched_with_and_without_marks_and_filtered(
    open_page: Visitor,
) -> None:
    profile = open_page.new_profile()
    profile.route("**/pagefind.js", answer_404)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}")
    search = Searcher(page)
    for query in ("điện mặt trời", "dien mat troi", '"điện mặt trời"'):
        search.ask(query)
        expect(search.titles).to_have_text(
            ["Lãnh đạo tỉnh kiểm tra tiến độ dự án điện mặt trời đồi Gò Mun"]
        )
    search.ask("tờ trình")
    assert search.count() > 0
    search.ask("lấy ý kiến")
    search.page.locator("select[name=kind]").select_option("document")
    expect(search.page.locator("select[name=kind]")).to_have_value("document")
    assert search.titles.count() > 0
    open_page.complaints.clear()
