"""Night mode: what the reader chose holds everywhere; who chose nothing follows the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

BLOCK_STORAGE = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
"""
# Notes the theme at each step of the page's life, from before its first byte.
WATCH_FRAMES = """
window.seen = [];
const look = (step) => window.seen.push([step, document.documentElement?.dataset.theme,
  document.body && getComputedStyle(document.body).backgroundColor]);
new PerformanceObserver(() => look("paint")).observe({ type: "paint", buffered: true });
document.addEventListener("DOMContentLoaded", () => look("parsed"));
new MutationObserver((_, observer) => {
  if (document.body) { observer.disconnect(); look("body"); }
}).observe(document, { childList: true, subtree: true });
"""


def _button(page: Page) -> Locator:
    return page.get_by_role("button", name="Chế độ ban đêm")


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def _is_dark(colour: str) -> bool:
    """Say whether a computed colour ("rgb(21, 20, 19)") is nearer to black than to white."""
    return sum(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")) < 380


def _stored(page: Page) -> object:
    return page.evaluate("localStorage.getItem('theme')")


def _bars(page: Page) -> list[str]:
    """Return the schemes whose colour the browser's bars may take now."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('meta[name=theme-color]')]"
        ".filter((meta) => matchMedia(meta.media).matches).map((meta) => meta.dataset.scheme)"
    )
    return found


def test_a_click_darkens_this_page_and_the_next(site: Path, open_page: Visitor) -> None:
    page = open_page("/")
    assert not _is_dark(_background(page))
    _button(page).click()
    expect(_button(page)).to_have_attribute("aria-pressed", "true")
    assert _is_dark(_background(page))
    page.goto(open_page.address + find_page(site, "report"))
    assert _is_dark(_background(page))
    expect(_button(page)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_darkens_and_lightens(open_page: Visitor, key: str) -> None:
    page = open_page("/")
    _button(page).press(key)
    assert _is_dark(_background(page))
    _button(page).press(key)
    assert not _is_dark(_background(page))
    expect(_button(page)).to_be_focused()


@pytest.mark.parametrize(("device", "chosen"), [("light", "dark"), ("dark", "light")])
def test_choosing_what_the_device_shows_forgets_the_choice(
    open_page: Visitor, device: str, chosen: str
) -> None:
    page = open_page("/", context={"color_scheme": device})
    _button(page).click()
    assert _stored(page) == chosen
    _button(page).click()
    assert _stored(page) is None
    assert page.locator("html").get_attribute("data-theme") is None


def test_the_page_follows_the_device_until_the_reader_chooses(open_page: Visitor) -> None:
    page = open_page("/")
    page.emulate_media(color_scheme="dark")
    expect(_button(page)).to_have_attribute("aria-pressed", "true")
    assert _is_dark(_background(page))
    _button(page).click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(_button(page)).to_have_attribute("aria-pressed", "false")
    assert not _is_dark(_background(page))


@pytest.mark.parametrize(("device", "stored"), [("light", "dark"), ("dark", "light")])
def test_no_frame_is_in_another_theme_than_the_stored_one(
    open_page: Visitor, device: str, stored: str
) -> None:
    page = open_page(
        "/",
        stored={"theme": stored},
        context={"color_scheme": device},
        script=WATCH_FRAMES,
    )
    page.wait_for_timeout(200)
    seen = page.evaluate("window.seen")
    assert {step for step, _, _ in seen} == {"body", "parsed", "paint"}
    assert {theme for _, theme, _ in seen} == {stored}
    painted = [colour for step, _, colour in seen if step != "body"]
    assert [_is_dark(colour) for colour in painted] == [stored == "dark"] * len(painted)


def test_the_browsers_own_parts_take_the_theme_too(open_page: Visitor) -> None:
    page = open_page("/", stored={"theme": "dark"})
    scheme = page.locator("meta[name=color-scheme]")
    assert _bars(page) == ["dark"]
    expect(scheme).to_have_attribute("content", "dark")
    _button(page).click()
    assert _bars(page) == ["light"]
    expect(scheme).to_have_attribute("content", "light dark")
    page.emulate_media(color_scheme="dark")
    assert _bars(page) == ["dark"]


def test_a_choice_in_one_tab_reaches_the_others(open_page: Visitor) -> None:
    first = open_page("/")
    second = first.context.new_page()
    second.goto(open_page.address)
    _button(second).click()
    expect(_button(first)).to_have_attribute("aria-pressed", "true")
    assert _is_dark(_background(first))
    second.evaluate("localStorage.clear()")
    expect(_button(first)).to_have_attribute("aria-pressed", "false")


def test_a_page_that_comes_back_from_memory_takes_the_newest_choice(open_page: Visitor) -> None:
    page = open_page("/")
    page.evaluate(
        """() => {
          localStorage.setItem("theme", "dark");
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    expect(_button(page)).to_have_attribute("aria-pressed", "true")
    assert _is_dark(_background(page))


def test_with_storage_forbidden_the_choice_holds_for_the_page(open_page: Visitor) -> None:
    page = open_page("/", script=BLOCK_STORAGE)
    _button(page).click()
    assert _is_dark(_background(page))
    _button(page).click()
    assert not _is_dark(_background(page))


@pytest.mark.parametrize("nonsense", ["", "blue", "<b>", "Dark"])
def test_a_stored_value_that_is_no_theme_is_the_devices(open_page: Visitor, nonsense: str) -> None:
    page = open_page("/", stored={"theme": nonsense}, context={"color_scheme": "dark"})
    assert page.locator("html").get_attribute("data-theme") is None
    assert _is_dark(_background(page))


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_pressed_state_is_told_by_a_tick_not_by_colour_alone(
    open_page: Visitor, colours: str
) -> None:
    page = open_page("/", context={"forced_colors": colours})
    tick = _button(page).locator(".night-mode__tick")
    before = _button(page).bounding_box()
    expect(tick).to_be_hidden()
    _button(page).click()
    expect(tick).to_be_visible()
    assert _button(page).bounding_box() == before


def test_without_scripts_there_is_no_button_and_the_device_decides(open_page: Visitor) -> None:
    page = open_page("/", context={"java_script_enabled": False, "color_scheme": "dark"})
    expect(page.locator(".night-mode")).to_be_hidden()
    expect(page.locator(".text-size")).to_be_hidden()
    expect(page.locator("h1")).to_have_count(1)
