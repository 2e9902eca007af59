"""Recordings: which articles get one, and what stands in the way."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from plugins.core.settings import SettingsError, load
from plugins.speech.recording.broadcasting import write_podcasts
from plugins.speech.recording.publishing import choose_documents, publish_recordings
from plugins.speech.recording.script import write_script
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, moment
from tests.plugins.speech.recorded import prepare_document

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document


def _build(root: Path, *documents: Document, recordings: int = 9, months: int = 0) -> Build:
    settings = SpeechSettings(recordings=recordings, recording_months=months)
    return make_build(root, *documents, speech=settings)


def test_the_newest_articles_of_each_language_get_a_recording(tmp_path: Path) -> None:
    newer, older = prepare_document(name="moi"), prepare_document(name="cu")
    english = prepare_document("<p>There are 5.</p>", lang="en", url="/en/2021/01/20/x/")
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
    documents = [
        prepare_document(name=str(n), date=newest - timedelta(days=n)) for n in (0, 50, 70, 400)
    ]
    build = _build(tmp_path, *documents, recordings=recordings, months=months)
    settings = build.options_of(SpeechSettings)
    assert choose_documents(build, settings) == documents[:chosen]


def test_without_the_setting_nothing_is_recorded(tmp_path: Path) -> None:
    document = prepare_document()
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
    build = _build(tmp_path, prepare_document())
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
    document = prepare_document(html)
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
