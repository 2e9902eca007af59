"""Search in a real browser: the way there, what may run, and how little is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from plugins.hosting.headers import policy_text
from plugins.search.policy import POLICY
from tests.browser.search.searching import PAGE, Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Response

    from tests.browser.search.generated import Archive
    from tests.browser.visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}}


def test_the_box_of_any_page_leads_to_the_results(open_page: Visitor) -> None:
    page = open_page("/gioi-thieu/")
    page.get_by_role("searchbox", name="Tìm trên cổng").fill("điện mặt trời")
    page.keyboard.press("Enter")
    search = Searcher(page)
    search.wait_for("điện mặt trời")
    assert search.count() > 0


def test_a_phone_has_a_link_instead_and_its_head_is_no_higher(open_page: Visitor) -> None:
    page = open_page("/", context=PHONE)
    expect(page.locator(".search-box")).to_be_hidden()
    strip = page.locator(".masthead__strip").bounding_box()
    assert strip is not None
    assert strip["height"] < 70
    page.get_by_role("link", name="Tìm kiếm").click()
    expect(page.locator("#tu_khoa")).to_be_visible()


def test_without_scripts_the_page_says_so_and_offers_other_ways(open_page: Visitor) -> None:
    page = open_page(f"{PAGE}?q=hội", context={"java_script_enabled": False})
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    links = page.locator(".search__elsewhere a").all_inner_texts()
    assert links == ["Lưu trữ", "Sơ đồ trang"]
    expect(page.locator(".search__filters")).to_be_hidden()


def test_the_search_page_alone_may_run_the_engine(open_page: Visitor) -> None:
    answers: dict[str, Response | None] = {}
    page = open_page.new_profile().new_page()
    for path in ("/", PAGE, "/en/search/", "/lien-he/"):
        answers[path] = page.goto(open_page.address + path)
    policies = {path: a.headers["content-security-policy"] for path, a in answers.items() if a}
    own = policy_text(POLICY)
    assert policies == {
        "/": policy_text(),
        PAGE: own,
        "/en/search/": own,
        "/lien-he/": policy_text(),
    }


def test_a_first_query_asks_for_few_files(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("")
    asked: list[str] = []
    search.page.on("request", lambda request: asked.append(request.url))
    search.ask("hội nghị")
    assert archive.recent_url in " ".join(asked)
    assert len([url for url in asked if "/search-index/" in url]) <= 20
