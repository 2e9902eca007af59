"""Reading aloud: sentences wrapped at build, and what a voice is to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.glossary import GlossaryError
from plugins.speech.markup import has_sentences, wrap_line, wrap_sentences
from plugins.speech.recording.broadcasting import write_podcasts
from plugins.speech.recording.publishing import publish_recordings
from plugins.speech.settings import SpeechSettings
from plugins.speech.speaker import SiteSpeaker, speaker_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.source import Source


def prepare_speech(build: Build, source: Source, tree: HtmlElement) -> None:
    """Wrap the sentences of a document, its title and its summary."""
    speaker = _speaker(build)
    if speaker is None:
        return
    view, extras = source.view, source.extras
    wrap_sentences(tree, view.lang, speaker)
    taken = {str(name) for name in tree.xpath(".//@id")}
    extras.spoken_title = wrap_line(view.title, view.lang, speaker, "t", taken)
    extras.spoken_summary = wrap_line(view.summary, view.lang, speaker, "l", taken)
    extras.is_speakable = has_sentences(tree)


def _speaker(build: Build) -> SiteSpeaker | None:
    settings = build.options_of(SpeechSettings)
    path = build.content_dir / settings.glossary
    try:
        return speaker_of(path, settings.dialect)
    except GlossaryError as error:
        name = f"{build.content_dir.name}/{settings.glossary}"
        build.problems.add(error.problem(name))
        return None


def register() -> None:
    pipeline.declare_settings("SPEECH", SpeechSettings)
    pipeline.on_tree(prepare_speech)
    pipeline.on_documents(publish_recordings)
    pipeline.on_written(write_podcasts)
