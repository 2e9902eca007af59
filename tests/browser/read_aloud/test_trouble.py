"""Reading aloud goes on where a voice stalls or fails, or says that it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.read_aloud.listening import SENTENCES, Listener

if TYPE_CHECKING:
    from tests.browser.visitor import Visitor


def test_a_stalled_utterance_is_said_again_then_passed_over(listener: Listener) -> None:
    listener.page.clock.install()
    listener.start()
    listener.page.clock.run_for(60_000)
    listener.wait_until("engine.said.length >= 3")
    assert listener.heard()[:3] == ["Họp báo", "Họp báo", SENTENCES[1]]


def test_a_voice_that_never_answers_is_given_up(listener: Listener) -> None:
    listener.page.clock.install()
    listener.start()
    for _ in range(6):
        listener.page.clock.run_for(30_000)
    expect(listener.part("broken")).to_be_visible()
    expect(listener.toggle).to_have_text("Đọc tiếp")
    assert listener.is_silent()
    listener.press("Đọc tiếp")
    expect(listener.part("broken")).to_be_hidden()
    assert listener.heard()[-1] == SENTENCES[1]


def test_a_voice_that_fails_is_followed_by_another_and_may_be_tried_again(visit: Visitor) -> None:
    voices = "['Net (Natural)', 'vi-VN'], ['An', 'vi-VN']"
    listener = Listener(visit, script=f"engine.setVoices({voices});").start()
    listener.page.evaluate("engine.fail('network')")
    listener.wait_until("engine.said.length === 2")
    assert [one["voice"] for one in listener.asked()] == ["Net (Natural)", "An"]
    listener.page.evaluate("engine.fail('synthesis-failed')")
    expect(listener.part("broken")).to_be_visible()
    listener.press("Đọc tiếp")
    expect(listener.part("broken")).to_be_hidden()
    assert listener.asked()[-1]["voice"] == "Net (Natural)"


def test_a_player_that_does_not_arrive_is_told_and_can_be_tried_again(visit: Visitor) -> None:
    listener = Listener(visit, without="**/read-aloud-player.js")
    listener.toggle.click()
    expect(listener.part("broken")).to_be_visible()
    listener.page.context.unroute_all()
    listener.start()
    expect(listener.part("broken")).to_be_hidden()
