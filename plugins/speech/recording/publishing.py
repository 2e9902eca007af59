"""The newest articles get a recording beside their page, and its track."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry
from plugins.core.document import Recording
from plugins.core.workers import map_in_order
from plugins.speech.recording.broadcasting import podcast_url
from plugins.speech.recording.script import write_script
from plugins.speech.recording.studio import (
    RecordingError,
    Studio,
    Take,
    find_missing_packages,
)
from plugins.speech.recording.track import write_track
from plugins.speech.settings import SpeechSettings

if TYPE_CHECKING:
    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.speech.recording.script import Line

_VIETNAMESE = {"northern": "vi", "southern": "vi-vn-x-south"}
_CONFIGURATION = "pelicanconf.py"
_NAMES = {"vi": "ban-ghi-am", "en": "recording"}

MISSING = Entry(
    "Chưa cài thư viện ghi âm: {packages}.",
    "cài requirements/audio.txt, hoặc bỏ “recordings” trong SPEECH.",
    "The libraries that make recordings are not installed.",
    "Install requirements/audio.txt, or leave “recordings” out of SPEECH.",
)
FAILED = Entry(
    "Không ghi âm được bài này: {detail}",
    "bỏ “recordings” trong SPEECH để xuất bản trước, rồi báo cho người phụ trách kỹ thuật.",
    "No recording of this article can be made.",
    "Leave “recordings” out of SPEECH to publish first, and tell who looks after the site.",
)


@dataclass(frozen=True, slots=True)
class _Job:
    """A document with what it says."""

    document: Document
    lines: list[Line]


def publish_recordings(build: Build) -> None:
    """Record the newest articles of each language, as many as the settings say."""
    settings = build.options_of(SpeechSettings)
    jobs = [_Job(d, write_script(d)) for d in choose_documents(build, settings.recordings)]
    if not jobs:
        return
    missing = find_missing_packages()
    if missing:
        packages = ", ".join(missing)
        build.problems.add(
            MISSING.problem("recording-missing", _CONFIGURATION, 1, packages=packages)
        )
        return
    studios = {lang: _studio(build, settings, lang) for lang in build.office.languages}
    takes = map_in_order(partial(_record, studios), jobs, label="Ghi âm / recordings")
    for job, take in zip(jobs, takes, strict=True):
        _publish(build, job, take)
    made = [take for take in takes if isinstance(take, Take)]
    studios[build.office.languages[0]].sweep(made)


def choose_documents(build: Build, count: int) -> list[Document]:
    """Return the newest articles of each language that have something to say."""
    speakable = {
        lang: [d for d in build.articles(lang) if d.extras.is_speakable]
        for lang in build.office.languages
    }
    return [document for documents in speakable.values() for document in documents[:count]]


def _studio(build: Build, settings: SpeechSettings, lang: str) -> Studio:
    voices = {"vi": _VIETNAMESE[settings.dialect], "en": "en"}
    in_order = {lang: voices[lang], **voices}
    return Studio(build.cache_dir / "recordings", in_order, settings.words_per_minute)


def _record(studios: dict[str, Studio], job: _Job) -> Take | RecordingError:
    try:
        return studios[job.document.view.lang].record(job.lines)
    except RecordingError as error:
        return error


def _publish(build: Build, job: _Job, take: Take | RecordingError) -> None:
    view = job.document.view
    if isinstance(take, RecordingError):
        name = f"{build.content_dir.name}/{view.path}"
        build.problems.add(FAILED.problem("recording-failed", name, 1, detail=take))
        return
    stem = f"{view.url}{_NAMES[view.lang]}"
    place = build.urls.place_of(stem)
    build.output.link(f"{place}.mp3", take.path)
    track = write_track(job.lines, take.durations_s)
    build.output.write(f"{place}.vtt", track.encode())
    job.document.extras.recording = Recording(
        url=f"{stem}.mp3",
        track_url=f"{stem}.vtt",
        podcast_url=podcast_url(build, view.lang),
        size_bytes=take.path.stat().st_size,
        seconds=round(sum(take.durations_s)),
    )
