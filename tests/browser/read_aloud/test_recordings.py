"""Without a voice a recording is heard, each sentence marked as it sounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.read_aloud.listening import Listener

if TYPE_CHECKING:
    from bench.host import Host
    from tests.browser.visitor import Visitor

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
