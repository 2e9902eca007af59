"""Search in a real browser: while typing, and where nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.search.searching import PAGE, Searcher

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.browser.visitor import Visitor


def test_results_come_while_typing_and_the_address_keeps_the_query(search: Searcher) -> None:
    search.query.press_sequentially("hội nghị")
    search.wait_for("hội nghị")
    assert search.titles.count() > 0
    assert search.page.evaluate("new URLSearchParams(location.search).get('q')") == "hội nghị"


def test_what_was_typed_before_the_scripts_came_is_searched(open_page: Visitor) -> None:
    held: list[Route] = []
    is_late = True

    def hold(route: Route) -> None:
        if is_late:
            held.append(route)
        else:
            route.continue_()

    profile = open_page.new_profile()
    profile.route("**/js/search.js", hold)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q=x", wait_until="commit")
    search = Searcher(page)
    search.query.fill("hội nghị")
    is_late = False
    for route in held:
        route.continue_()
    search.wait_for("hội nghị")
    expect(search.query).to_have_value("hội nghị")


def test_a_word_that_is_not_finished_already_finds(search: Searcher) -> None:
    search.query.press_sequentially("hội ngh")
    search.wait_for("hội ngh")
    assert search.count() > 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hooij nghij", "hội nghị"),
        ("ho65i nghi5", "hội nghị"),
        ("ddoongf chis", "đồng chí"),
        ("dduwowngf veen soong", "đường vên sông"),
        ("hội nghjị", "hội nghị"),
        ("thng báo", "thông báo"),
    ],
)
def test_where_nothing_is_found_what_was_meant_is_offered(
    search: Searcher, typed: str, meant: str
) -> None:
    search.ask(typed)
    expect(search.status).to_have_text(f"Không tìm thấy “{typed}”.")
    expect(search.part("suggested")).to_have_text(meant)
    search.part("suggested").click()
    search.wait_for(meant)
    expect(search.query).to_have_value(meant)
    expect(search.query).to_be_focused()
    assert search.count() > 0
    expect(search.part("suggestion")).to_be_hidden()


def test_nonsense_finds_nothing_and_nothing_is_offered(search: Searcher) -> None:
    search.ask("qwzzk xqqj")
    expect(search.status).to_have_text("Không tìm thấy “qwzzk xqqj”.")
    expect(search.page.locator(".search__elsewhere a").first).to_be_visible()
    expect(search.part("suggestion")).to_be_hidden()


@pytest.mark.parametrize("typed", ["😀 👍", "\u0301\u0323", "!!! ... \" '", "%_*\\"])
def test_what_holds_no_letter_and_no_number_is_told_so(search: Searcher, typed: str) -> None:
    search.query.fill(typed)
    search.query.press("Enter")
    expect(search.status).to_have_text("Hãy gõ ít nhất một chữ hoặc một số để tìm.")


def test_only_spaces_are_no_query(search: Searcher) -> None:
    search.ask("hội nghị")
    search.query.fill("     ")
    search.query.press("Enter")
    expect(search.titles).to_have_count(0)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>document.title='x'</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "{count} __proto__ constructor",
        "a" * 10_000,
        "hội nghị " * 1_200,
        '"' * 50 + "hội",
        "\u202e hội \u0000 nghị",
    ],
    ids=lambda text: text[:12],
)
def test_no_query_becomes_code_or_breaks_the_page(open_page: Visitor, typed: str) -> None:
    short = typed[:1500].replace("\0", "")
    search = Searcher(open_page(f"{PAGE}?q={quote(short)}"))
    expect(search.status).to_contain_text("“")
    search.query.evaluate("(field, text) => { field.value = text }", typed)
    search.query.press("Enter")
    expect(search.status).to_contain_text("“")
    assert search.page.locator("main script, main img:not(.photo__image)").count() == 0
    search.ask("hội nghị")
    assert search.count() > 0
