"""Recordings: what is said, when, the same bytes each time, and who hears of them."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from plugins.core.html import parse, serialise
from plugins.core.settings import SettingsError, load
from plugins.speech import prepare_speech
from plugins.speech.recording.broadcasting import write_podcasts
from plugins.speech.recording.publishing import publish_recordings
from plugins.speech.recording.script import Line, write_script
from plugins.speech.recording.studio import RecordingError, Studio, find_missing_packages
from plugins.speech.recording.track import write_track
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, make_document, make_source

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document

LINES = [Line("t1", (("vi", "Họp báo."),)), Line("s1", (("vi", "Xem"), ("en", "data center")))]
VOICES = {"vi": "vi", "en": "en"}

needs_engine = pytest.mark.skipif(
    bool(find_missing_packages()), reason="requirements/audio.txt is not installed"
)


def _document(html: str = "<p>Có 5 xã.</p>", name: str = "hop-bao", **changes: str) -> Document:
    """Return a document as the tree stage leaves it."""
    source = make_source(**changes)
    tree = parse(html)
    prepare_speech(make_build(source.folder, speech=SpeechSettings()), source, tree)
    document = make_document(name, serialise(tree), **changes)
    document.extras = source.extras
    return document


def test_a_script_has_title_summary_and_body_as_they_are_said() -> None:
    document = _document(title="Họp báo", summary="Sáng 20/01, họp.")
    assert write_script(document) == [
        Line("t1", (("vi", "Họp báo"),)),
        Line("l1", (("vi", "Sáng hai mươi tháng một, họp."),)),
        Line("s1", (("vi", "Có năm xã."),)),
    ]


def test_a_script_parts_languages_and_joins_pieces() -> None:
    html = '<p>Xây <span lang="en">data center</span>. Một <b>hai. Ba</b> bốn.</p>'
    assert [line.parts for line in write_script(_document(html))][-3:] == [
        (("vi", "Xây"), ("en", "data center.")),
        (("vi", "Một hai."),),
        (("vi", "Ba bốn."),),
    ]


def test_every_sentence_of_the_page_is_in_the_script_and_in_the_track() -> None:
    document = _document('<p>Có 5 <b>xã. Một</b> hai.</p><p>Ba <span lang="en">four</span>.</p>')
    whole = document.extras.spoken_title + document.extras.spoken_summary + document.html
    ids = re.findall(r'class="s" id="(\w+)"', whole)
    lines = write_script(document)
    assert [line.id for line in lines] == ids
    cues = write_track(lines, [1.0] * len(lines))
    assert re.findall(r"^(\w\d+)$", cues, re.MULTILINE) == ids


def test_a_track_tells_from_when_to_when_each_sentence_sounds() -> None:
    lines = [Line("t1", (("vi", "A & B"),)), Line("s1", (("vi", "<Xem>"), ("en", "data")))]
    assert write_track(lines, [1.5, 3670.0]) == (
        "WEBVTT\n\n"
        "t1\n00:00:00.000 --> 00:00:01.500\nA &amp; B\n\n"
        "s1\n00:00:01.500 --> 01:01:11.500\n&lt;Xem&gt; data\n"
    )


@needs_engine
def test_a_recording_is_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    one, other = (Studio(tmp_path / name, VOICES, 160).record(LINES) for name in "ab")
    assert one.path.read_bytes() == other.path.read_bytes()
    assert one.durations_s == other.durations_s
    assert one.path.name == other.path.name


@needs_engine
def test_the_seconds_of_the_lines_are_those_of_the_sound(tmp_path: Path) -> None:
    take = Studio(tmp_path, VOICES, 160).record(LINES)
    sound = take.path.read_bytes()
    frames = [sound[i : i + 4].hex() for i in range(0, len(sound), 108)]
    # MPEG-2 layer III, 24 kbit/s, 16 kHz, one channel: 576 samples a frame.
    assert set(frames) == {"fff338c4"}
    assert sum(take.durations_s) == pytest.approx(len(frames) * 576 / 16_000)
    assert all(0.3 < seconds < 4 for seconds in take.durations_s)


@needs_engine
def test_what_is_recorded_is_not_recorded_again(tmp_path: Path) -> None:
    studio = Studio(tmp_path, VOICES, 160)
    take = studio.record(LINES)
    written = take.path.stat().st_mtime_ns
    assert studio.record(LINES).path.stat().st_mtime_ns == written
    assert Studio(tmp_path, VOICES, 200).record(LINES).path != take.path


@needs_engine
def test_a_recording_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    studio = Studio(tmp_path, VOICES, 160)
    take = studio.record(LINES)
    whole = take.path.read_bytes()
    take.path.write_bytes(whole[:99])
    take.path.with_suffix(".json").unlink()
    assert studio.record(LINES).path.read_bytes() == whole


@needs_engine
def test_recordings_that_nobody_needs_any_more_are_deleted(tmp_path: Path) -> None:
    studio = Studio(tmp_path, VOICES, 160)
    kept, other = studio.record(LINES[:1]), studio.record(LINES)
    studio.sweep([kept])
    assert kept.path.exists()
    assert not other.path.exists()
    assert len(list(tmp_path.iterdir())) == 2


@needs_engine
def test_an_engine_without_the_voice_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="has no voice “no-such-voice”"):
        Studio(tmp_path, {"vi": "no-such-voice"}, 160).record(LINES)


def _build(root: Path, *documents: Document, recordings: int = 9) -> Build:
    return make_build(root, *documents, speech=SpeechSettings(recordings=recordings))


@needs_engine
def test_the_newest_articles_of_each_language_get_a_recording(tmp_path: Path) -> None:
    newer, older = _document(name="moi"), _document(name="cu")
    english = _document("<p>There are 5.</p>", lang="en", url="/en/2021/01/20/x/")
    build = _build(tmp_path, newer, older, english, recordings=1)
    publish_recordings(build)
    assert len(build.problems) == 0
    assert older.extras.recording is None
    recording = newer.extras.recording
    assert recording
    assert recording.url == "/2021/01/20/moi/ban-ghi-am.mp3"
    sound = build.output_dir / "2021/01/20/moi/ban-ghi-am.mp3"
    assert (
        sound.stat().st_size
        == recording.size_bytes
        == pytest.approx(recording.seconds * 3000, abs=1500)
    )
    assert (build.output_dir / "2021/01/20/moi/ban-ghi-am.vtt").read_text().startswith("WEBVTT\n")
    assert english.extras.recording
    assert english.extras.recording.url == "/en/2021/01/20/x/recording.mp3"


@needs_engine
def test_podcast_players_are_told_of_each_recording(tmp_path: Path) -> None:
    document = _document(title="Họp & báo")
    build = _build(tmp_path, document)
    publish_recordings(build)
    write_podcasts(build)
    assert document.extras.recording
    assert document.extras.recording.podcast_url == "/feeds/podcast.xml"
    rss = etree.parse(build.output_dir / "feeds/podcast.xml")
    (enclosure,) = rss.findall("channel/item/enclosure")
    assert enclosure.attrib == {
        "url": "https://example.org/2021/01/20/hop-bao/ban-ghi-am.mp3",
        "length": str(document.extras.recording.size_bytes),
        "type": "audio/mpeg",
    }
    assert rss.findtext("channel/item/title") == "Họp & báo"
    assert rss.findtext("channel/item/pubDate") == "Wed, 20 Jan 2021 08:00:00 +0700"
    duration = "{http://www.itunes.com/dtds/podcast-1.0.dtd}duration"
    assert rss.findtext(f"channel/item/{duration}") == str(document.extras.recording.seconds)
    assert not (build.output_dir / "en/feeds/podcast.xml").exists()


def test_without_the_setting_nothing_is_recorded(tmp_path: Path) -> None:
    document = _document()
    build = _build(tmp_path, document, recordings=0)
    publish_recordings(build)
    write_podcasts(build)
    assert document.extras.recording is None
    assert list(tmp_path.iterdir()) == []


def test_missing_libraries_are_a_problem_that_says_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("plugins.speech.recording.studio.version", absent)
    build = _build(tmp_path, _document())
    publish_recordings(build)
    (problem,) = build.problems
    assert (problem.path, problem.code) == ("pelicanconf.py", "recording-missing")
    assert problem.message == "Chưa cài thư viện ghi âm: espeakng-loader, lameenc."
    assert problem.hint == "cài requirements/audio.txt, hoặc bỏ “recordings” trong SPEECH."


@pytest.mark.parametrize("given", [{"recordings": -1}, {"words_per_minute": 20}])
def test_settings_that_cannot_be_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(SettingsError, match=next(iter(given))):
        load("SPEECH", SpeechSettings, given)
