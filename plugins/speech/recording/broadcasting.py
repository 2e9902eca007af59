"""Each language's recordings are offered to podcast players, with a cover picture."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from plugins.core.artifacts import write_atomically
from plugins.core.style import load_style
from plugins.core.wording import load_wording, make_translator
from plugins.speech.recording.cover import cover_digest, draw_cover
from plugins.speech.recording.podcast import Episode, Podcast

if TYPE_CHECKING:
    from plugins.core.build import Build
    from plugins.core.document import Document

log = logging.getLogger(__name__)


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
        email=office.email,
        cover_url=_publish_cover(build, lang),
    )


def _publish_cover(build: Build, lang: str) -> str:
    """Publish the cover, drawn anew where its words or the theme changed; return its address."""
    try:
        style = load_style(build.theme_dir)
    except (OSError, KeyError) as error:
        log.warning("Không vẽ được bìa podcast, giao diện thiếu / the theme lacks: %s", error)
        return ""
    t = make_translator(load_wording(build.theme_dir, lang), lang)
    name, note = build.office.name[lang], t("podcast_cover")
    kept = build.cache_dir / "podcast-covers" / f"{cover_digest(style, name, note)}.jpg"
    if not kept.is_file():
        write_atomically(kept, draw_cover(style, name, note))
    url = podcast_url(build, lang).removesuffix(".xml") + ".jpg"
    build.output.link(build.urls.place_of(url), kept)
    return build.urls.absolute(url)


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
