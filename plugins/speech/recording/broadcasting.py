"""Each language's recordings are offered to podcast players."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.speech.recording.podcast import Episode, Podcast

if TYPE_CHECKING:
    from plugins.core.build import Build
    from plugins.core.document import Document


def podcast_url(build: Build, lang: str) -> str:
    """Return the path on the host of a language's podcast."""
    return build.urls.path(f"{build.urls.edition(lang)}feeds/podcast.xml")


def write_podcasts(build: Build) -> None:
    """Write a podcast for each language that has recordings."""
    for lang in build.office.languages:
        episodes = [e for e in (_episode(build, d) for d in build.articles(lang)) if e]
        if episodes:
            path = podcast_url(build, lang)
            data = _podcast(build, lang, path).render(episodes)
            build.output.write(build.urls.place_of(path), data)


def _podcast(build: Build, lang: str, path: str) -> Podcast:
    office, urls = build.office, build.urls
    return Podcast(
        title=office.name[lang],
        description=office.slogan[lang],
        lang=lang,
        page_url=urls.absolute(urls.home(lang)),
        url=urls.absolute(path),
        author=office.publisher[lang],
    )


def _episode(build: Build, document: Document) -> Episode | None:
    view, recording = document.view, document.extras.recording
    if recording is None or view.date is None:
        return None
    return Episode(
        title=view.title,
        summary=view.summary,
        page_url=build.urls.absolute(view.url),
        sound_url=build.urls.absolute(recording.url),
        size_bytes=recording.size_bytes,
        seconds=recording.seconds,
        published=view.date,
    )
