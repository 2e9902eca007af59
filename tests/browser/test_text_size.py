"""The text's size: seven steps, said aloud, remembered, with a limit at each end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

SMALLER, STANDARD, LARGER = "-A thu nhỏ chữ", "A cỡ chữ chuẩn", "+A phóng to chữ"


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Cỡ chữ").get_by_role("button", name=name, exact=True)


def _status(page: Page) -> Locator:
    return page.locator(".text-size [role=status]")


def _size_px(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def test_each_step_up_is_larger_until_twice_the_size(open_page: Visitor) -> None:
    page = open_page("/")
    sizes = [_size_px(page)]
    for _ in range(5):
        _button(page, LARGER).click()
        sizes.append(_size_px(page))
    assert sizes == [16, 18, 20, 24, 28, 32]
    expect(_button(page, LARGER)).to_have_attribute("aria-disabled", "true")
    expect(_button(page, SMALLER)).to_have_attribute("aria-disabled", "false")


def test_one_step_down_is_the_smallest(open_page: Visitor) -> None:
    page = open_page("/")
    _button(page, SMALLER).click()
    assert _size_px(page) == 14
    expect(_button(page, SMALLER)).to_have_attribute("aria-disabled", "true")
    expect(_status(page)).to_have_text("Cỡ chữ 87,5%")


def test_a_limit_keeps_the_focus_and_says_so_each_time(open_page: Visitor) -> None:
    page = open_page("/", stored={"text-size": "5"})
    for _ in range(2):
        _status(page).evaluate("(status) => { status.textContent = ''; }")
        _button(page, LARGER).press("Enter")
        expect(_status(page)).to_contain_text("200%")
    assert _size_px(page) == 32
    expect(_button(page, LARGER)).to_be_focused()


def test_the_middle_button_is_the_way_back_and_forgets_the_choice(open_page: Visitor) -> None:
    page = open_page("/", stored={"text-size": "3"})
    assert _size_px(page) == 24
    _button(page, STANDARD).press("Space")
    assert _size_px(page) == 16
    expect(_status(page)).to_have_text("Cỡ chữ 100%")
    assert page.evaluate("localStorage.getItem('text-size')") is None


def test_the_size_is_there_on_the_next_page_before_its_body(site: Path, open_page: Visitor) -> None:
    page = open_page("/")
    _button(page, LARGER).click()
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          if (document.body) {
            observer.disconnect();
            window.first = document.documentElement.dataset.textSize;
          }
        }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(open_page.address + find_page(site, "report"))
    assert page.evaluate("window.first") == "1"
    assert _size_px(page) == 18


def test_a_size_chosen_in_one_tab_reaches_the_others(open_page: Visitor) -> None:
    first = open_page("/", stored={"text-size": "4"})
    second = first.context.new_page()
    second.goto(open_page.address)
    _button(second, LARGER).click()
    expect(_button(first, LARGER)).to_have_attribute("aria-disabled", "true")
    assert _size_px(first) == 32


@pytest.mark.parametrize("nonsense", ["0", "6", "-2", "1.5", "", "large", "1 2"])
def test_a_stored_value_that_is_no_step_is_the_standard_size(
    open_page: Visitor, nonsense: str
) -> None:
    page = open_page("/", stored={"text-size": nonsense})
    assert _size_px(page) == 16
    expect(_button(page, SMALLER)).to_have_attribute("aria-disabled", "false")


def test_in_english_the_size_is_said_in_english(open_page: Visitor) -> None:
    page = open_page("/en/")
    page.locator(".text-size button").first.click()
    expect(_status(page)).to_contain_text("87.5%")
