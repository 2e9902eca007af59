"""Reading aloud marks what is read, keeps it in sight, and stays out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.read_aloud.listening import Listener

if TYPE_CHECKING:
    from tests.browser.visitor import Visitor


def test_where_highlights_cannot_be_painted_a_class_marks(visit: Visitor) -> None:
    listener = Listener(visit, script="delete window.Highlight;").start()
    listener.hear_out()
    assert listener.marked() == "Có 15.518 văn bản."
    listener.hear_out()
    assert listener.marked() == "Xem bài này nhé."
    listener.press("Dừng đọc")
    assert listener.marked() == ""


def test_the_sentence_that_is_read_is_in_sight(visit: Visitor) -> None:
    place = {"viewport": {"width": 360, "height": 500}}
    listener = Listener(visit, stored={"reading-place": "/vi/#s7"}, context=place)
    listener.page.evaluate("document.querySelector('.prose').style.paddingBlockStart = '3000px'")
    listener.start()
    expect(listener.page.get_by_text("Hết.", exact=True)).to_be_in_viewport(ratio=1)
    box = listener.panel.bounding_box()
    read = listener.page.get_by_text("Hết.", exact=True).bounding_box()
    assert box
    assert read
    assert read["y"] + read["height"] <= box["y"]


def test_a_reader_who_scrolls_away_is_not_pulled_back(visit: Visitor) -> None:
    listener = Listener(visit, context={"viewport": {"width": 360, "height": 500}})
    listener.page.evaluate("document.querySelector('.prose').style.paddingBlockEnd = '3000px'")
    listener.start()
    listener.page.mouse.move(100, 100)
    listener.page.mouse.wheel(0, 2000)
    listener.wait_until("scrollY > 1500")
    listener.hear_out()
    assert listener.page.evaluate("scrollY") > 1500
    listener.press("Câu sau")
    listener.wait_until("scrollY < 500")


def test_leaving_the_page_silences_the_voice(listener: Listener) -> None:
    listener.start()
    cancels = listener.page.evaluate("engine.cancels")
    listener.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert listener.page.evaluate("engine.cancels") == cancels + 1
    expect(listener.toggle).to_have_text("Đọc tiếp")


def test_on_a_very_low_screen_the_panel_stays_in_the_text(visit: Visitor) -> None:
    listener = Listener(visit, context={"viewport": {"width": 320, "height": 256}}).start()
    expect(listener.panel).to_be_visible()
    assert listener.panel.evaluate("(e) => getComputedStyle(e).position") == "static"
    assert listener.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_narrow_screen_holds_the_whole_bar(visit: Visitor) -> None:
    listener = Listener(visit, context={"viewport": {"width": 320, "height": 640}}).start()
    box = listener.panel.bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 320)
    for button in listener.panel.get_by_role("button").all():
        size = button.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 44


def test_without_scripts_nothing_of_it_is_seen(visit: Visitor) -> None:
    page = visit("/vi/", context={"java_script_enabled": False})
    expect(page.locator(".read-aloud")).to_be_hidden()
