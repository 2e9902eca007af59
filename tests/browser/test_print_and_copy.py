"""Printing is light and holds the article alone; the address can be copied, or else selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
NO_PRINT = "delete window.print; window.print = undefined;"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
REFUSED = "if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(Error());"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def _print_button(page: Page) -> Locator:
    return page.locator("[data-module=print-page]")


def _copy_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Sao chép liên kết")


def test_the_button_prints_by_mouse_and_by_key(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "report"), script=COUNT_PRINTS)
    _print_button(page).click()
    _print_button(page).press("Enter")
    assert page.evaluate("window.prints") == 2


def test_a_browser_that_cannot_print_shows_no_button(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "report"), script=NO_PRINT, without="**/nothing-of-this-name")
    expect(_copy_button(page)).to_be_visible()
    expect(_print_button(page)).to_be_hidden()


@pytest.mark.parametrize("context", [{}, {"color_scheme": "dark"}])
def test_night_mode_never_reaches_paper(
    site: Path, open_page: Visitor, context: dict[str, str]
) -> None:
    page = open_page(find_page(site, "report"), stored={"theme": "dark"}, context=context)
    page.emulate_media(media="print")
    look = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(look.format("html", "colorScheme")) == "light"
    assert page.evaluate(look.format("body", "backgroundColor")) in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
    red, green, blue = page.evaluate(look.format(".prose p", "color") + ".match(/\\d+/g)")
    assert max(int(red), int(green), int(blue)) < 64


def test_paper_has_the_article_and_no_controls(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "report"))
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    for name in (
        ".menu-bar",
        ".reading-tools",
        ".night-mode",
        ".text-size",
        ".copy-link",
        ".footer",
    ):
        expect(page.locator(name)).to_be_hidden()


def test_the_permanent_address_is_copied_and_that_is_said(site: Path, open_page: Visitor) -> None:
    path = find_page(site, "report")
    page = open_page(f"{path}?from=elsewhere#part", context=CLIPBOARD)
    _copy_button(page).click()
    expect(page.locator(".copy-link [role=status]")).to_have_text("Đã sao chép liên kết.")
    assert page.evaluate("navigator.clipboard.readText()") == open_page.address + path


@pytest.mark.parametrize("script", [NO_CLIPBOARD, REFUSED])
def test_a_browser_that_refuses_to_copy_shows_the_address_selected(
    site: Path, open_page: Visitor, script: str
) -> None:
    path = find_page(site, "report")
    page = open_page(path, script=script)
    _copy_button(page).press("Enter")
    expect(page.locator(".copy-link [role=status]")).to_contain_text(open_page.address + path)
    assert page.evaluate("getSelection().toString()") == open_page.address + path


def test_without_scripts_there_is_nothing_to_print_or_copy_with(
    site: Path, open_page: Visitor
) -> None:
    page = open_page(find_page(site, "report"), context={"java_script_enabled": False})
    expect(_print_button(page)).to_be_hidden()
    expect(_copy_button(page)).to_be_hidden()
