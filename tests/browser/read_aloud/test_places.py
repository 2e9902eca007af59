"""Reading aloud begins where the reader wants it, as fast as they like, and remembers both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.read_aloud.listening import SENTENCES, Listener

if TYPE_CHECKING:
    from tests.browser.visitor import Visitor


def test_speed_is_remembered_and_the_usual_one_forgotten(
    listener: Listener, visit: Visitor
) -> None:
    listener.start()
    listener.part("speed").select_option("1.5")
    assert [one["rate"] for one in listener.asked()] == [1, 1.5]
    listener.page.reload()
    listener.start()
    assert listener.asked()[-1]["rate"] == 1.5
    listener.part("speed").select_option("1")
    assert listener.page.evaluate("localStorage.getItem('reading-speed')") is None
    odd = Listener(visit, stored={"reading-speed": "banana"}).start()
    assert odd.asked()[-1]["rate"] == 1


def test_a_reader_who_comes_back_hears_on_where_they_left(listener: Listener) -> None:
    listener.start()
    listener.hear_out(2)
    listener.page.reload()
    listener.start()
    assert listener.heard() == [SENTENCES[2]]
    expect(listener.part("status")).to_have_text("Đọc tiếp từ câu 3.")


@pytest.mark.parametrize("place", ["/other/#s2", "/vi/#s99", "rubbish"])
def test_a_place_that_is_not_here_is_none(visit: Visitor, place: str) -> None:
    listener = Listener(visit, stored={"reading-place": place}).start()
    assert listener.heard() == ["Họp báo"]


def test_where_storage_is_forbidden_reading_works(visit: Visitor) -> None:
    forbidden = "Object.defineProperty(window, 'localStorage', { get() { throw Error(); } });"
    listener = Listener(visit, script=forbidden).start()
    listener.part("speed").select_option("2")
    assert [one["rate"] for one in listener.asked()] == [1, 2]


def test_a_click_on_a_sentence_goes_there_but_links_stay_links(listener: Listener) -> None:
    listener.page.get_by_text("Hết.", exact=True).click()
    assert listener.heard() == []
    listener.start()
    listener.page.locator("#giua .s").last.click()
    assert listener.heard()[-1] == "Rồi ba."
    listener.page.get_by_role("link", name="Xem bài này").click()
    expect(listener.page).to_have_url(re.compile("#xa$"))
    assert listener.heard()[-1] == "Rồi ba."
    listener.press("Dừng đọc")
    listener.page.locator("#giua .s").last.click()
    assert listener.is_silent()


def test_reading_begins_at_the_selection(listener: Listener) -> None:
    listener.page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('#giua .s:last-child'))"
    )
    listener.start()
    assert listener.heard() == ["Rồi ba."]
