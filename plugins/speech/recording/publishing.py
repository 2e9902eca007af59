"""The newest articles get a recording beside their page, and its track."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry
from plugins.core.document import Recording
from plugins.speech.recording.broadcasting import podcast_url
from plugins.speech.recording.saying import RecordingError, UnusableVoiceError
from plugins.speech.recording.script import write_script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.track import write_track
from plugins.speech.recording.voices import choose_voices, find_missing_packages, find_mistakes
from plugins.speech.settings import SpeechSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.speech.recording.script import Script

_CONFIGURATION = "pelicanconf.py"
_NAMES = {"vi": "ban-ghi-am", "en": "recording"}
_DAYS_A_MONTH = 30.44

MISSING = Entry(
    "Chưa cài thư viện ghi âm: {packages}.",
    "cài {file}, hoặc bỏ “recordings” trong SPEECH.",
    "The libraries that make recordings are not installed.",
    "Install {file}, or leave “recordings” out of SPEECH.",
)
BROKEN_VOICE = Entry(
    "Không dùng được giọng đọc: {detail}",
    "lấy lại cả tệp .onnx và tệp .onnx.json của giọng đọc; "
    "hoặc bỏ “voices” trong SPEECH để ghi âm bằng eSpeak NG.",
    "A voice cannot be used.",
    "Take the voice's .onnx and .onnx.json anew; "
    "or leave “voices” out of SPEECH to record by eSpeak NG.",
)
FAILED = Entry(
    "Không ghi âm được bài này: {detail}",
    "bỏ “recordings” trong SPEECH để xuất bản trước, rồi báo cho người phụ trách kỹ thuật.",
    "No recording of this article can be made.",
    "Leave “recordings” out of SPEECH to publish first, and tell who looks after the site.",
)


def publish_recordings(build: Build) -> None:
    """Record the recent articles of each language, as the settings say."""
    settings = build.options_of(SpeechSettings)
    documents = choose_documents(build, settings)
    if not documents or not _is_ready(build, settings):
        return
    voices = choose_voices(settings, build.project_dir)
    folder = build.cache_dir / "recordings"
    studio = Studio(folder, voices, settings.words_per_minute, build.executor)
    scripts = [write_script(document) for document in documents]
    takes = studio.record(scripts)
    for document, script, take in zip(documents, scripts, takes, strict=True):
        if isinstance(take, Take):
            _publish(build, document, script, take)
    _tell_failures(build, documents, takes)
    studio.sweep()


def choose_documents(build: Build, settings: SpeechSettings) -> list[Document]:
    """Return the articles of each language that are recent and have something to say."""
    return [d for lang in build.office.languages for d in _recent(build.articles(lang), settings)]


def _recent(documents: Sequence[Document], settings: SpeechSettings) -> list[Document]:
    """Return the newest articles, so many or of so many months before the newest of all."""
    speakable = [d for d in documents if d.extras.is_speakable and d.view.date]
    if not speakable:
        return []
    dates = [d.view.date for d in speakable if d.view.date]
    oldest = max(dates) - timedelta(days=settings.recording_months * _DAYS_A_MONTH)
    within = sum(date > oldest for date in dates)
    return speakable[: max(settings.recordings, within)]


def _is_ready(build: Build, settings: SpeechSettings) -> bool:
    """Tell whether recordings can be made; what is wrong becomes problems."""
    missing = find_missing_packages(needs_piper=bool(settings.voices))
    if missing:
        name = "piper" if settings.voices else "audio"
        problem = MISSING.problem(
            "recording-missing",
            _CONFIGURATION,
            1,
            packages=", ".join(missing),
            file=f"requirements/{name}.txt",
        )
        build.problems.add(problem)
        return False
    mistakes = list(find_mistakes(settings, build.project_dir))
    for mistake in mistakes:
        build.problems.add(mistake)
    return not mistakes


def _tell_failures(
    build: Build, documents: Sequence[Document], takes: Sequence[Take | RecordingError]
) -> None:
    voices = {str(take) for take in takes if isinstance(take, UnusableVoiceError)}
    for detail in sorted(voices):
        build.problems.add(BROKEN_VOICE.problem("voice-broken", _CONFIGURATION, 1, detail=detail))
    for document, take in zip(documents, takes, strict=True):
        if isinstance(take, RecordingError) and not isinstance(take, UnusableVoiceError):
            name = f"{build.content_dir.name}/{document.view.path}"
            build.problems.add(FAILED.problem("recording-failed", name, 1, detail=take))


def _publish(build: Build, document: Document, script: Script, take: Take) -> None:
    view = document.view
    stem = f"{view.url}{_NAMES[view.lang]}"
    place = build.urls.place_of(stem)
    build.output.link(f"{place}.mp3", take.path)
    track = write_track(script.lines, take.durations_s)
    build.output.write(f"{place}.vtt", track.encode())
    document.extras.recording = Recording(
        url=f"{stem}.mp3",
        track_url=f"{stem}.vtt",
        podcast_url=podcast_url(build, view.lang),
        size_bytes=take.path.stat().st_size,
        seconds=round(sum(take.durations_s)),
    )
