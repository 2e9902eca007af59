"""Reading aloud takes the best of whatever voices a device has, and says where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.read_aloud.listening import Listener

if TYPE_CHECKING:
    from tests.browser.visitor import Visitor

VOICES = [
    pytest.param("['Google', 'vi_VN']", "vi-VN", id="Android's underscore"),
    pytest.param("['eSpeak', 'vie-VNM-f000']", "vie-VNM-f000", id="Firefox's three letters"),
    pytest.param("['An', 'VI']", "VI", id="capitals"),
]


@pytest.mark.parametrize(("voice", "lang"), VOICES)
def test_a_vietnamese_voice_is_known_by_any_tag(visit: Visitor, voice: str, lang: str) -> None:
    others = "['Daniel', 'en-GB'], ['Viola', 'vls-BE']"
    listener = Listener(visit, script=f"engine.setVoices({others}, {voice});").start()
    assert listener.asked()[0]["lang"] == lang


def test_a_natural_voice_is_taken_before_a_machine_s(visit: Visitor) -> None:
    voices = "['eSpeak vi', 'vi'], ['An', 'vi-VN'], ['HoaiMy Online (Natural)', 'vi-VN']"
    listener = Listener(visit, script=f"engine.setVoices({voices});").start()
    assert listener.asked()[0]["voice"] == "HoaiMy Online (Natural)"


def test_without_an_english_voice_foreign_words_are_read_in_the_page_s(visit: Visitor) -> None:
    script = "engine.setVoices(['Linh', 'vi-VN']);"
    listener = Listener(visit, script=script, stored={"reading-place": "/vi/#s3"}).start()
    listener.hear_out()
    assert [one["voice"] for one in listener.asked()] == ["Linh", "Linh"]


def test_an_english_page_is_read_by_an_english_voice(visit: Visitor) -> None:
    listener = Listener(visit, "/en/").start()
    expect(listener.part("progress")).to_have_text("Sentence 1 of 4")
    listener.hear_out()
    asked = [(one["text"], one["voice"]) for one in listener.asked()]
    assert asked == [("Press conference", "Daniel"), ("There are 5 communes.", "Daniel")]


def test_voices_that_come_late_are_waited_for(visit: Visitor) -> None:
    listener = Listener(visit, script="engine.setVoices();")
    listener.page.clock.install()
    listener.toggle.click()
    listener.page.clock.run_for(1000)
    assert listener.heard() == []
    listener.page.evaluate("engine.setVoices(['Linh', 'vi-VN'])")
    listener.page.clock.run_for(200)
    listener.wait_until("engine.current !== null")
    assert listener.heard() == ["Họp báo"]


@pytest.mark.parametrize("voices", ["", "['Daniel', 'en-GB']"])
def test_without_a_voice_the_reader_is_told_and_led_to_help(visit: Visitor, voices: str) -> None:
    listener = Listener(visit, script=f"engine.setVoices({voices});")
    listener.toggle.click()
    message = listener.part("no-voice")
    expect(message).to_contain_text("Thiết bị của bạn chưa có giọng đọc tiếng Việt.")
    expect(message.get_by_role("link")).to_have_attribute("href", "/tro-giup/#giong-doc")
    expect(listener.panel).to_be_hidden()
    expect(listener.toggle).to_have_text("Đọc nội dung")


def test_a_browser_that_cannot_speak_says_so(visit: Visitor) -> None:
    nothing = "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"
    page = visit("/vi/", script=nothing)
    page.locator(".read-aloud__toggle").click()
    expect(page.locator("[data-read=no-voice]")).to_be_visible()
