"""The menu can be reached whatever happens to the scripts, folded on narrow screens only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.browser.visitor import Visitor

NARROW = {"viewport": {"width": 360, "height": 640}}


def _toggle(page: Page) -> Locator:
    return page.locator(".menu-toggle")


def _links(page: Page) -> Locator:
    return page.locator("#menu_chinh").get_by_role("link", name="Tin tức")


def test_a_click_unfolds_and_folds_the_menu(open_page: Visitor) -> None:
    page = open_page("/", context=NARROW)
    expect(_links(page)).to_be_hidden()
    _toggle(page).click()
    expect(_toggle(page)).to_have_attribute("aria-expanded", "true")
    expect(_links(page)).to_be_visible()
    _toggle(page).click()
    expect(_toggle(page)).to_have_attribute("aria-expanded", "false")
    expect(_links(page)).to_be_hidden()


def test_the_keyboard_unfolds_it_and_walks_into_it(open_page: Visitor) -> None:
    page = open_page("/", context=NARROW)
    _toggle(page).press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu_chinh') !== null")


def test_escape_folds_it_and_gives_the_focus_back(open_page: Visitor) -> None:
    page = open_page("/", context=NARROW)
    _toggle(page).click()
    _links(page).focus()
    page.keyboard.press("Escape")
    expect(_links(page)).to_be_hidden()
    expect(_toggle(page)).to_be_focused()


def test_a_main_script_that_fails_does_not_keep_the_menu_shut(open_page: Visitor) -> None:
    page = open_page("/", context=NARROW, without="**/main.js")
    _toggle(page).click()
    expect(_links(page)).to_be_visible()


def test_a_main_script_that_never_comes_does_not_either(open_page: Visitor) -> None:
    waiting: list[Route] = []
    profile = open_page.new_profile(context=NARROW)
    profile.route("**/main.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks it
    page = profile.new_page()
    page.goto(open_page.address, wait_until="commit")
    _toggle(page).click()
    expect(_links(page)).to_be_visible()
    assert len(waiting) == 1
    waiting[0].abort()


@pytest.mark.parametrize(
    "case",
    [
        {"without": "**/first-paint.js"},
        {"context": {"java_script_enabled": False}},
    ],
)
def test_without_the_first_script_the_menu_is_open_and_has_no_button(
    open_page: Visitor, case: dict[str, dict[str, bool]]
) -> None:
    page = open_page("/", **case | {"context": NARROW | case.get("context", {})})  # type: ignore[arg-type]
    expect(_links(page)).to_be_visible()
    expect(_toggle(page)).to_be_hidden()


def test_a_wide_screen_has_the_menu_and_no_button(open_page: Visitor) -> None:
    page = open_page("/", context={"viewport": {"width": 1280, "height": 800}})
    expect(_links(page)).to_be_visible()
    expect(_toggle(page)).to_be_hidden()
