"""The studio: the same sound for a sentence each time, made once, kept while it is needed."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

import pytest

from plugins.speech.recording.saying import RecordingError
from plugins.speech.recording.script import Line, Script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.voices import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

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
