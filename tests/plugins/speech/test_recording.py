"""Recordings: what is said, when, the same bytes each time, and who hears of them."""

from __future__ import annotations

import os
import random
import re
import time
from datetime import timedelta
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest

from plugins.core.html import parse, serialise
from plugins.core.settings import SettingsError, load
from plugins.speech import prepare_speech
from plugins.speech.recording.broadcasting import write_podcasts
from plugins.speech.recording.publishing import choose_documents, publish_recordings
from plugins.speech.recording.saying import RecordingError
from plugins.speech.recording.script import Line, Script, write_script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.track import write_track
from plugins.speech.recording.voices import Voice
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, make_document, make_source, moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document

LINES = (Line("t1", (("vi", "Họp báo."),)), Line("s1", (("vi", "Xem"), ("en", "data center"))))
VOICES = {"vi": Voice("vi", "vi 1"), "en": Voice("en", "en 1")}
SENTENCES = [
    "Sáng hai mươi tháng một, Ủy ban nhân dân tỉnh họp báo.",
    "Có năm xã.",
    "Thế nào?",
    "Rất tốt!",
    "một",
    "Sở Y tế vừa có văn bản hướng dẫn các đơn vị rà soát từng nhiệm vụ được giao trong năm nay.",
]


def _script(texts: Iterable[str], lang: str = "vi") -> Script:
    return Script(lang, tuple(Line(f"s{n}", ((lang, text),)) for n, text in enumerate(texts, 1)))


def _record(studio: Studio, lines: tuple[Line, ...] = LINES) -> Take:
    (take,) = studio.record([Script("vi", lines)])
    assert isinstance(take, Take), take
    return take


def _sounds(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "sentences").iterdir()}


def _document(html: str = "<p>Có 5 xã.</p>", name: str = "hop-bao", **changes: Any) -> Document:  # noqa: ANN401 - any field
    """Return a document as the tree stage leaves it."""
    source = make_source(**changes)
    tree = parse(html)
    prepare_speech(make_build(source.folder, speech=SpeechSettings()), source, tree)
    document = make_document(name, serialise(tree), **changes)
    document.extras = source.extras
    return document


def test_a_script_has_title_summary_and_body_as_they_are_said() -> None:
    document = _document(title="Họp báo", summary="Sáng 20/01, họp.")
    lines = (
        Line("t1", (("vi", "Họp báo"),)),
        Line("l1", (("vi", "Sáng hai mươi tháng một, họp."),)),
        Line("s1", (("vi", "Có năm xã."),)),
    )
    assert write_script(document) == Script("vi", lines)


def test_a_script_parts_languages_and_joins_pieces() -> None:
    html = '<p>Xây <span lang="en">data center</span>. Một <b>hai. Ba</b> bốn.</p>'
    assert [line.parts for line in write_script(_document(html)).lines][-3:] == [
        (("vi", "Xây"), ("en", "data center.")),
        (("vi", "Một hai."),),
        (("vi", "Ba bốn."),),
    ]


def test_every_sentence_of_the_page_is_in_the_script_and_in_the_track() -> None:
    document = _document('<p>Có 5 <b>xã. Một</b> hai.</p><p>Ba <span lang="en">four</span>.</p>')
    whole = document.extras.spoken_title + document.extras.spoken_summary + document.html
    ids = re.findall(r'class="s" id="(\w+)"', whole)
    lines = write_script(document).lines
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


def test_a_sentence_sounds_the_same_whatever_was_said_before(tmp_path: Path) -> None:
    texts = SENTENCES * 2
    orders = [random.Random(seed).sample(SENTENCES, len(SENTENCES)) for seed in range(4)]  # noqa: S311 - an order, no secret
    whole = Studio(tmp_path / "whole", VOICES, 160)
    _record(whole, _script(texts).lines)
    expected = _sounds(tmp_path / "whole")
    assert len(expected) == len(SENTENCES)
    for number, order in enumerate(orders):
        studio = Studio(tmp_path / str(number), VOICES, 160)
        studio.record([_script(order[:2]), _script(order[1:])])
        assert _sounds(tmp_path / str(number)) == expected
    for text in SENTENCES:
        _record(Studio(tmp_path / "apart", VOICES, 160), _script([text]).lines)
    assert _sounds(tmp_path / "apart") == expected


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_the_number_of_workers_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    texts = [f"Câu {a} {b}." for a in ("một", "hai", "ba") for b in SENTENCES]
    _record(Studio(tmp_path / "one", VOICES, 160), _script(texts).lines)
    for module in ("plugins.core.workers", "plugins.speech.recording.studio"):
        monkeypatch.setattr(f"{module}.count_cores", lambda: cores)
    _record(Studio(tmp_path / "other", VOICES, 160), _script(reversed(texts)).lines)
    assert _sounds(tmp_path / "other") == _sounds(tmp_path / "one")


def test_the_seconds_of_the_lines_are_those_of_the_sound(tmp_path: Path) -> None:
    take = _record(Studio(tmp_path, VOICES, 160))
    sound = take.path.read_bytes()
    frames = [sound[i : i + 4].hex() for i in range(0, len(sound), 108)]
    # MPEG-2 layer III, 24 kbit/s, 16 kHz, one channel: 576 samples a frame.
    assert set(frames) == {"fff338c4"}
    assert sum(take.durations_s) == pytest.approx(len(frames) * 576 / 16_000)
    assert all(0.3 < seconds < 4 for seconds in take.durations_s)


def test_a_changed_sentence_is_the_only_one_that_is_said_again(tmp_path: Path) -> None:
    studio = Studio(tmp_path, VOICES, 160)
    first = _record(studio, _script(SENTENCES).lines)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "sentences").iterdir()}
    changed = _record(studio, _script([*SENTENCES[:2], "Có sáu xã.", *SENTENCES[3:]]).lines)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "sentences").iterdir()}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()
    assert changed.path != first.path
    assert changed.durations_s[:2] == first.durations_s[:2]


def test_what_is_recorded_is_not_recorded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = _record(Studio(tmp_path, VOICES, 160))
    written = take.path.stat().st_mtime_ns
    assert _record(Studio(tmp_path, VOICES, 200)).path != take.path
    other = VOICES | {"en": Voice("en", "en 2")}
    assert _record(Studio(tmp_path, other, 160)).path != take.path
    # From here on no process can be started.
    monkeypatch.setattr("plugins.speech.recording.saying.sys.executable", str(tmp_path / "none"))
    again = _record(Studio(tmp_path, VOICES, 160))
    assert again == take
    assert again.path.stat().st_mtime_ns == written


@pytest.mark.parametrize("length", [0, 99])
def test_a_sound_that_was_cut_off_is_made_again(tmp_path: Path, length: int) -> None:
    take = _record(Studio(tmp_path, VOICES, 160))
    whole, sounds = take.path.read_bytes(), _sounds(tmp_path)
    for path in (take.path, *(tmp_path / "sentences").iterdir()):
        path.write_bytes(path.read_bytes()[:length])
    assert _record(Studio(tmp_path, VOICES, 160)).path.read_bytes() == whole
    assert _sounds(tmp_path) == sounds


def test_recordings_that_nobody_needed_for_a_month_are_deleted(tmp_path: Path) -> None:
    old = _record(Studio(tmp_path, VOICES, 160), _script(["Một.", "Hai."]).lines)
    for path in (old.path, *(tmp_path / "sentences").iterdir()):
        os.utime(path, (time.time() - 31 * 24 * 3600,) * 2)
    new = _record(Studio(tmp_path, VOICES, 160), _script(["Ba."]).lines)
    studio = Studio(tmp_path, VOICES, 160)
    kept = _record(studio, _script(["Một."]).lines)
    studio.sweep()
    assert not old.path.exists()
    assert new.path.exists()
    assert kept.path.exists()
    assert len(_sounds(tmp_path)) == 2


def test_an_engine_without_the_voice_says_so(tmp_path: Path) -> None:
    studio = Studio(tmp_path, {"vi": Voice("no-such-voice", "")}, 160)
    (error,) = studio.record([_script(["Một."])])
    assert str(error) == "eSpeak NG has no voice “no-such-voice”"


def test_a_voice_that_fails_fails_no_other(tmp_path: Path) -> None:
    studio = Studio(tmp_path, VOICES | {"en": Voice("none", "")}, 160)
    error, take = studio.record([_script(["One."], "en"), _script([f"{n}." for n in SENTENCES])])
    assert isinstance(error, RecordingError)
    assert isinstance(take, Take)


def test_what_says_nothing_is_a_short_silence(tmp_path: Path) -> None:
    (seconds,) = _record(Studio(tmp_path, VOICES, 160), _script(["…"]).lines).durations_s
    assert 0 < seconds < 1


def _build(root: Path, *documents: Document, recordings: int = 9, months: int = 0) -> Build:
    settings = SpeechSettings(recordings=recordings, recording_months=months)
    return make_build(root, *documents, speech=settings)


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
    sound = build.output.folder / "2021/01/20/moi/ban-ghi-am.mp3"
    assert (
        sound.stat().st_size
        == recording.size_bytes
        == pytest.approx(recording.seconds * 3000, abs=1500)
    )
    assert (
        (build.output.folder / "2021/01/20/moi/ban-ghi-am.vtt").read_text().startswith("WEBVTT\n")
    )
    assert english.extras.recording
    assert english.extras.recording.url == "/en/2021/01/20/x/recording.mp3"


@pytest.mark.parametrize(
    ("recordings", "months", "chosen"),
    [(1, 0, 1), (0, 2, 2), (1, 2, 2), (3, 2, 3), (9, 9, 4), (0, 0, 0)],
)
def test_recent_articles_are_told_by_count_or_by_months(
    tmp_path: Path, recordings: int, months: int, chosen: int
) -> None:
    newest = moment("2021-01-20 08:00")
    documents = [_document(name=str(n), date=newest - timedelta(days=n)) for n in (0, 50, 70, 400)]
    build = _build(tmp_path, *documents, recordings=recordings, months=months)
    settings = build.options_of(SpeechSettings)
    assert choose_documents(build, settings) == documents[:chosen]


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

    monkeypatch.setattr("plugins.speech.recording.voices.version", absent)
    build = _build(tmp_path, _document())
    publish_recordings(build)
    (problem,) = build.problems
    assert (problem.path, problem.code) == ("pelicanconf.py", "recording-missing")
    assert problem.message == "Chưa cài thư viện ghi âm: espeakng-loader, lameenc."
    assert problem.hint == "cài requirements/audio.txt, hoặc bỏ “recordings” trong SPEECH."


@pytest.mark.parametrize(
    "given", [{"recordings": -1}, {"recording_months": -1}, {"words_per_minute": 20}]
)
def test_settings_that_cannot_be_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(SettingsError, match=next(iter(given))):
        load("SPEECH", SpeechSettings, given)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p>",
        "<table><tr><th>Xã</th></tr><tr><td>1</td></tr></table>",
        "<figure><photo-slot></photo-slot><figcaption>Chợ nổi.</figcaption></figure>",
        '<p>Chào <span lang="en">world</span> và <span lang="fr">le monde</span>.</p>',
        "<p>🎉 Chúc mừng 🎆</p>",
        "<p>∑ x² ≠ ½, √2 ≈ 1,41</p>",
        "<p>“Chưa đóng (ngoặc [và</p>",
        "<p>中文 Русский العربية</p>",
        "<p>" + "a" * 5000 + "</p>",
        "<p>&lt;speak&gt;&lt;break time='9999s'/&gt; [[h@l'oU]] \\\\ %s {0}</p>",
    ],
    ids=[
        "a letter",
        "a table",
        "photos",
        "mixed",
        "emoji",
        "signs",
        "quotes",
        "scripts",
        "endless",
        "markup",
    ],
)
def test_odd_articles_are_recorded_too(tmp_path: Path, html: str) -> None:
    document = _document(html)
    build = _build(tmp_path, document)
    publish_recordings(build)
    assert list(build.problems) == []
    recording = document.extras.recording
    assert recording
    track = (build.output.folder / "2021/01/20/hop-bao/ban-ghi-am.vtt").read_text("utf-8")
    assert re.findall(r"^(\w\d+)$", track, re.MULTILINE) == [
        line.id for line in write_script(document).lines
    ]
    assert 3 < recording.seconds < 1200
