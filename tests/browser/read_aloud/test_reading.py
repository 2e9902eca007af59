"""Reading aloud: a page is heard sentence by sentence, paused, and moved in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.pages import find_page
from tests.browser.read_aloud.listening import LONG, SENTENCES, Listener

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.visitor import Visitor


def test_a_press_begins_with_the_title_and_opens_the_panel(listener: Listener) -> None:
    expect(listener.panel).to_be_hidden()
    listener.start()
    assert listener.asked() == [{"text": "Họp báo", "lang": "vi-VN", "voice": "Linh", "rate": 1}]
    expect(listener.panel).to_be_visible()
    expect(listener.toggle).to_have_text("Tạm dừng")
    expect(listener.part("progress")).to_have_text("Câu 1/8")


def test_sentence_follows_sentence_each_marked_in_one_voice_a_language(
    listener: Listener,
) -> None:
    listener.start()
    listener.hear_out()
    assert listener.marked() == "Có 15.518 văn bản."
    listener.hear_out(3)
    assert listener.asked()[-1] == {
        "text": "data center",
        "lang": "en-GB",
        "voice": "Daniel",
        "rate": 1,
    }
    assert listener.marked() == "Xây data center mới."
    listener.hear_out(3)
    assert listener.heard() == [*SENTENCES[:4], "data center", "mới.", *SENTENCES[4:]]
    assert listener.marked() == "Rồi ba."


def test_a_long_sentence_is_said_in_pieces_that_lose_nothing(visit: Visitor) -> None:
    listener = Listener(visit, stored={"reading-place": "/vi/#s6"}).start()
    listener.hear_out()
    pieces = listener.heard()
    assert len(pieces) == 2
    assert max(map(len, pieces)) <= 180
    assert " ".join(pieces) == LONG
    assert pieces[0].endswith(",")


def test_the_end_closes_the_panel_and_the_next_press_begins_anew(listener: Listener) -> None:
    listener.start()
    listener.hear_out(len(SENTENCES) + 2 + 2 + 1)
    expect(listener.panel).to_be_hidden()
    expect(listener.part("status")).to_have_text("Đã đọc hết bài.")
    expect(listener.toggle).to_have_text("Đọc nội dung")
    assert listener.marked() == ""
    listener.start()
    assert listener.heard()[-1] == "Họp báo"


def test_a_pause_is_silence_and_resuming_says_the_sentence_again(listener: Listener) -> None:
    listener.start()
    listener.hear_out()
    listener.press("Tạm dừng")
    expect(listener.toggle).to_have_text("Đọc tiếp")
    assert listener.is_silent()
    assert listener.marked() == "Có 15.518 văn bản."
    listener.press("Đọc tiếp")
    assert listener.heard() == [*SENTENCES[:2], SENTENCES[1]]
    listener.hear_out()
    assert listener.heard()[-1] == SENTENCES[2]


def test_next_and_previous_move_by_sentences_and_stay_within_the_page(listener: Listener) -> None:
    listener.start()
    listener.press("Câu sau")
    listener.press("Câu sau")
    listener.press("Câu trước")
    assert listener.heard() == [*SENTENCES[:3], SENTENCES[1]]
    for _ in range(3):
        listener.press("Câu trước")
    assert listener.heard()[-1] == "Họp báo"
    for _ in range(9):
        listener.press("Câu sau")
    assert listener.heard()[-1] == "Hết."


def test_while_paused_moving_says_nothing(listener: Listener) -> None:
    listener.start()
    listener.press("Tạm dừng")
    listener.press("Câu sau")
    assert listener.heard() == ["Họp báo"]
    assert listener.marked() == "Có 15.518 văn bản."
    listener.press("Đọc tiếp")
    assert listener.heard()[-1] == SENTENCES[1]


def test_stop_closes_the_panel_and_gives_the_focus_back(listener: Listener) -> None:
    listener.start()
    listener.hear_out()
    listener.press("Dừng đọc")
    assert listener.is_silent()
    expect(listener.panel).to_be_hidden()
    expect(listener.toggle).to_be_focused()
    expect(listener.part("status")).to_have_text("Đã dừng đọc.")
    listener.start()
    assert listener.heard()[-1] == "Họp báo"


def test_escape_stops_from_anywhere(listener: Listener) -> None:
    listener.start()
    listener.page.locator("body").press("Escape")
    assert listener.is_silent()
    expect(listener.panel).to_be_hidden()
    listener.page.keyboard.press("Escape")
    expect(listener.toggle).to_have_text("Đọc nội dung")


def test_all_can_be_done_by_keys(listener: Listener) -> None:
    listener.toggle.press("Enter")
    listener.wait_until("engine.current !== null")
    expect(listener.toggle).to_be_focused()
    listener.page.keyboard.press("Tab")
    listener.page.keyboard.press("ArrowRight")
    listener.page.keyboard.press("ArrowRight")
    listener.page.keyboard.press("ArrowLeft")
    assert listener.heard() == [*SENTENCES[:3], SENTENCES[1]]
    listener.page.keyboard.press("Space")
    expect(listener.toggle).to_have_text("Đọc tiếp")


def test_arrows_choose_in_the_list_of_speeds(listener: Listener) -> None:
    listener.start()
    listener.part("speed").press("ArrowDown")
    assert listener.heard() == ["Họp báo", "Họp báo"]
    assert listener.asked()[-1]["rate"] == 1.25


def test_an_article_of_the_site_is_read_from_its_title_on(site: Path, open_page: Visitor) -> None:
    path = find_page(site, "report")
    listener = Listener(open_page, path).start()
    title = listener.page.locator("h1 .s").first
    assert listener.heard() == [title.get_attribute("data-say") or title.inner_text()]
    listener.hear_out()
    assert listener.marked() == listener.page.locator(".article__lead .s").first.inner_text()
    total = listener.page.locator("main .s[id]").count()
    expect(listener.part("progress")).to_have_text(f"Câu 2/{total}")
