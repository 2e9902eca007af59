"""Reading aloud: a page is heard, paused, moved in, with whatever voices a device has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from bench.host import serve
from tests.browser.listening import (
    LONG,
    SENTENCES,
    Listener,
    write_pages,
    write_recording,
)
from tests.browser.pages import find_page
from tests.browser.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from bench.host import Host


@pytest.fixture(scope="session")
def listening_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("listening")
    write_pages(folder)
    with serve(folder) as host:
        yield host


@pytest.fixture
def visit(chromium: Browser, listening_host: Host) -> Iterator[Visitor]:
    visitor = Visitor(chromium, listening_host.address)
    yield visitor
    visitor.leave()
    assert visitor.complaints == []


@pytest.fixture
def listener(visit: Visitor) -> Listener:
    return Listener(visit)


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


@pytest.fixture(scope="session")
def recording_starts_s(listening_host: Host) -> dict[str, float]:
    """Return when each sentence of the recorded page begins, in seconds."""
    return write_recording(listening_host.root, "en")


@pytest.fixture(scope="session")
def article_starts_s(listening_host: Host) -> dict[str, float]:
    """Return when each sentence of the long recorded page begins, in seconds."""
    return write_recording(listening_host.root, "vi")


# Notes, for each sentence that becomes marked, where the recording is.
NO_VOICE = "engine.setVoices();"
NOTE_MARKS = """
delete window.Highlight;
window.marks = [];
new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.id && target.classList.contains("is-read-aloud")) {
      const sound = document.querySelector("audio");
      marks.push([target.id, sound.currentTime, sound.paused]);
    }
  }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["class"] });
"""


def _open_recording(visit: Visitor, lang: str = "en") -> Listener:
    listener = Listener(visit, f"/{lang}/sound/", script=NO_VOICE + NOTE_MARKS)
    listener.toggle.click()
    expect(listener.panel).to_be_visible()
    return listener


def test_without_a_voice_the_recording_is_heard_and_its_sentences_marked_in_time(
    visit: Visitor, recording_starts_s: dict[str, float]
) -> None:
    listener = _open_recording(visit)
    expect(listener.part("status")).to_have_text("The end has been reached.", timeout=60_000)
    marks = listener.page.evaluate("marks")
    assert [name for name, *_ in marks] == ["t1", "s1", "s2", "s3"]
    _check_times(marks, recording_starts_s)
    assert listener.heard() == []


def _check_times(marks: list[list[Any]], starts_s: dict[str, float]) -> None:
    """Check that each sentence was marked when it began to sound.

    By media time, which stands still where the machine is slow: the promise to listeners.
    """
    for name, at_s, _ in marks:
        assert at_s == pytest.approx(starts_s[name], abs=0.3), name


def test_a_long_recording_is_marked_in_time_at_its_start_middle_and_end(
    visit: Visitor, article_starts_s: dict[str, float]
) -> None:
    names = list(article_starts_s)
    assert article_starts_s["end"] > 60
    listener = _open_recording(visit, "vi")
    listener.wait_until("marks.length >= 3", polls=3000)
    _check_times(listener.page.evaluate("marks"), article_starts_s)
    for name in (names[len(names) // 2], names[-4]):
        listener.page.evaluate("marks.length = 0")
        listener.page.locator(f"#{name}").click()
        listener.wait_until("marks.length >= 3", polls=3000)
        # The first mark is that of the click, told before the sound has moved there.
        marks = listener.page.evaluate("marks")[1:]
        assert [one for one, *_ in marks] == names[names.index(name) + 1 :][: len(marks)]
        _check_times(marks, article_starts_s)
    expect(listener.part("status")).to_have_text("Đã đọc hết bài.", timeout=60_000)


def test_page_voice_and_track_have_the_same_sentences(
    visit: Visitor, listening_host: Host, article_starts_s: dict[str, float]
) -> None:
    listener = Listener(visit, "/vi/sound/", script=NOTE_MARKS).start()
    for _ in range(400):
        if not listener.panel.is_visible():
            break
        listener.page.evaluate("engine.finish()")
    heard = [name for name, *_ in listener.page.evaluate("marks")]
    in_page = listener.page.locator("main .s[id]").evaluate_all("(all) => all.map((one) => one.id)")
    track = (listening_host.root / "vi/sound/sound.mp3.vtt").read_text("utf-8")
    in_track = re.findall(r"^([ts]\d+)$", track, re.MULTILINE)
    assert heard == in_page == in_track == list(article_starts_s)[:-1]
    assert " ".join(listener.heard()) == " ".join(re.findall(r"-->.*\n(.*)", track))


# Decodes the recording as the browser does when it plays; returns its length and how loud it is
# around each of the given times, compared with all of it.
DECODE = """
async (times) => {
  const answer = await fetch(document.querySelector("audio").src);
  const context = new OfflineAudioContext(1, 1, 16000);
  const sound = await context.decodeAudioData(await answer.arrayBuffer());
  const samples = sound.getChannelData(0);
  const loudness = (from, to) => {
    const part = samples.subarray(Math.max(0, from * 16000), to * 16000);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
  };
  const all = loudness(0, sound.duration);
  return [sound.duration, times.map((at) => loudness(at - 0.1, at + 0.03) / all)];
}
"""


def test_the_sound_itself_pauses_where_the_track_says_that_a_sentence_ends(
    visit: Visitor, article_starts_s: dict[str, float]
) -> None:
    listener = Listener(visit, "/vi/sound/")
    *starts_s, end_s = article_starts_s.values()
    duration_s, loudness = listener.page.evaluate(DECODE, starts_s[1:])
    assert duration_s == pytest.approx(end_s, abs=0.1)
    assert max(loudness) < 0.05


def test_a_recording_is_paused_moved_in_and_quickened(
    visit: Visitor, recording_starts_s: dict[str, float]
) -> None:
    listener = _open_recording(visit)
    listener.press("Pause")
    assert listener.page.evaluate("document.querySelector('audio').paused")
    listener.press("Next sentence")
    listener.press("Next sentence")
    listener.part("speed").select_option("2")
    listener.press("Resume")
    assert listener.page.evaluate("document.querySelector('audio').currentTime") == pytest.approx(
        recording_starts_s["s2"], abs=0.3
    )
    assert listener.page.evaluate("document.querySelector('audio').playbackRate") == 2
    listener.page.evaluate("document.querySelector('audio').pause()")
    expect(listener.toggle).to_have_text("Resume")
    assert listener.page.evaluate("navigator.mediaSession.metadata.title") == "Press conference"


def test_moving_while_a_recording_plays_lets_it_play_on(
    visit: Visitor, recording_starts_s: dict[str, float]
) -> None:
    listener = _open_recording(visit)
    listener.wait_until("marks.length >= 1")
    listener.press("Next sentence")
    listener.press("Next sentence")
    expect(listener.toggle).to_have_text("Pause")
    listener.wait_until(
        f"document.querySelector('audio').currentTime > {recording_starts_s['s2']} + 0.3"
    )
    expect(listener.toggle).to_have_text("Pause")
    listener.part("speed").select_option("2")
    listener.wait_until("marks.at(-1)[0] === 's3'")
    assert not listener.page.evaluate("document.querySelector('audio').paused")


def test_where_a_device_has_a_voice_the_recording_stays_silent(
    visit: Visitor, recording_starts_s: dict[str, float]
) -> None:
    listener = Listener(visit, "/en/sound/").start()
    assert recording_starts_s
    assert listener.heard() == ["Press conference"]
    assert listener.page.evaluate("document.querySelector('audio').paused")


def test_a_recording_whose_track_does_not_arrive_is_none(visit: Visitor) -> None:
    listener = Listener(visit, "/en/sound/", script="engine.setVoices();", without="**/*.vtt")
    listener.toggle.click()
    expect(listener.part("no-voice")).to_contain_text("Your device has no English voice.")


def test_an_article_of_the_site_is_read_from_its_title_on(site: Path, open_page: Visitor) -> None:
    path = find_page(site, "report")
    listener = Listener(open_page, path).start()
    title = listener.page.locator("h1 .s").first
    assert listener.heard() == [title.get_attribute("data-say") or title.inner_text()]
    listener.hear_out()
    assert listener.marked() == listener.page.locator(".article__lead .s").first.inner_text()
    total = listener.page.locator("main .s[id]").count()
    expect(listener.part("progress")).to_have_text(f"Câu 2/{total}")
