"""Photos shown large: by mouse, keyboard and swipe, with their captions; the focus comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def _links(page: Page) -> Locator:
    return page.locator("a.photo__link")


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Xem ảnh lớn")


def _shown(page: Page) -> Locator:
    return _dialog(page).locator(".photo-dialog__image")


def _url_of(link: Locator) -> str:
    return str(link.evaluate("(link) => link.href"))


def _expect_photo(page: Page, number: int) -> None:
    """Expect the dialog to show a photo of the page; the first is 0."""
    link, total = _links(page).nth(number), _links(page).count()
    expect(_shown(page)).to_have_js_property("src", _url_of(link))
    alt = link.locator("img").get_attribute("alt") or ""
    expect(_shown(page)).to_have_attribute("alt", alt)
    status = f"Ảnh {number + 1} trên {total}: {alt}"
    expect(_dialog(page).get_by_role("status")).to_have_text(status)


@pytest.fixture
def gallery(site: Path, open_page: Visitor) -> Page:
    return open_page(find_page(site, "gallery"))


def test_a_click_shows_the_photo_large_with_its_caption(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "report"))
    figure = page.locator("figure:has(a.photo__link)").first
    figure.locator("a.photo__link").click()
    _expect_photo(page, 0)
    caption = figure.locator("figcaption").inner_text()
    expect(_dialog(page).locator(".photo-dialog__caption")).to_have_text(caption)
    assert _shown(page).evaluate(
        "async (image) => { await image.decode(); return image.naturalWidth > 0; }"
    )


def test_buttons_lead_round_the_photos(gallery: Page) -> None:
    total = _links(gallery).count()
    _links(gallery).first.click()
    _dialog(gallery).get_by_role("button", name="Ảnh sau").click()
    _expect_photo(gallery, 1)
    for _ in range(2):
        _dialog(gallery).get_by_role("button", name="Ảnh trước").click()
    _expect_photo(gallery, total - 1)
    _dialog(gallery).get_by_role("button", name="Ảnh sau").click()
    _expect_photo(gallery, 0)


def test_the_keyboard_opens_walks_and_closes_and_the_focus_returns(gallery: Page) -> None:
    _links(gallery).nth(1).press("Enter")
    _expect_photo(gallery, 1)
    gallery.keyboard.press("ArrowRight")
    _expect_photo(gallery, 2)
    gallery.keyboard.press("ArrowLeft")
    _expect_photo(gallery, 1)
    gallery.keyboard.press("Escape")
    expect(_dialog(gallery)).to_be_hidden()
    expect(_links(gallery).nth(1)).to_be_focused()


def test_the_focus_stays_within_the_open_dialog(gallery: Page) -> None:
    _links(gallery).first.press("Enter")
    expect(_dialog(gallery).get_by_role("button", name="Đóng")).to_be_focused()
    for _ in range(8):
        gallery.keyboard.press("Tab")
        # The browser's own bars are a stop too, which shows as the body's focus.
        assert gallery.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_the_close_button_closes(gallery: Page) -> None:
    _links(gallery).first.click()
    _dialog(gallery).get_by_role("button", name="Đóng").click()
    expect(_dialog(gallery)).to_be_hidden()
    expect(_links(gallery).first).to_be_focused()


def test_swipes_lead_on_and_back(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "gallery"), context=PHONE)
    _links(page).first.tap()
    _expect_photo(page, 0)
    _swipe(page, from_x=300, to_x=80)
    _expect_photo(page, 1)
    _swipe(page, from_x=80, to_x=300)
    _expect_photo(page, 0)


def test_a_short_or_an_upright_stroke_is_no_swipe(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "gallery"), context=PHONE)
    _links(page).first.tap()
    _swipe(page, from_x=200, to_x=180)
    _swipe(page, from_x=200, to_x=120, down_px=150)
    _expect_photo(page, 0)


def _swipe(page: Page, from_x: float, to_x: float, down_px: float = 0) -> None:
    """Draw a finger over the photo, as the browser itself would report it."""
    box = _shown(page).bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2 - down_px / 2
    touch = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": from_x, "y": y}]),
        ("touchMove", [{"x": (from_x + to_x) / 2, "y": y + down_px / 2}]),
        ("touchMove", [{"x": to_x, "y": y + down_px}]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.detach()


def test_a_click_with_a_modifier_is_the_browsers(gallery: Page) -> None:
    with gallery.context.expect_page() as opened:
        _links(gallery).first.click(modifiers=["Control"])
    assert opened.value.url == _url_of(_links(gallery).first)
    expect(_dialog(gallery)).to_be_hidden()


def test_without_scripts_a_photo_is_a_link_to_the_large_one(site: Path, open_page: Visitor) -> None:
    path = find_page(site, "report")
    page = open_page(path, context={"java_script_enabled": False})
    target = _links(page).first.get_attribute("href")
    _links(page).first.click()
    page.wait_for_url(f"**{target}")
