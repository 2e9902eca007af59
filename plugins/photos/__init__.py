"""Photos beside an article become figures, small and sharp on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.document import NO_PHOTOS
from plugins.photos.bodies import fill_body, find_broken_photos, photos_in, set_cover
from plugins.photos.catalogue import PhotoError
from plugins.photos.check import find_problems
from plugins.photos.display import Display
from plugins.photos.markup import wrap_photos_in_figures
from plugins.photos.publishing import folder_url, open_cache, publish_photos
from plugins.photos.settings import PhotoSettings
from plugins.photos.sharing import publish_social_pictures
from plugins.photos.slots import place_slots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.problems import Problem
    from plugins.core.source import Source


def check_photos(build: Build, source: Source) -> Iterable[Problem]:
    return find_problems(source, build.content_dir)


def make_figures(build: Build, source: Source, tree: HtmlElement) -> None:
    wrap_photos_in_figures(tree)
    build.problems.extend(place_slots(source, build.content_dir, tree))


def show_photos(build: Build) -> None:
    """Publish every photo that a document shows, put it in its place, and make social pictures."""
    settings = build.options_of(PhotoSettings)
    cache = open_cache(build, settings)
    display = Display(_theme(build), settings, folder_url(build))
    names = (name for d in build.documents for name in photos_in(d.extras.photos))
    entries = publish_photos(build, cache, settings, names)
    broken = {name: one for name, one in entries.items() if isinstance(one, PhotoError)}
    for document in build.documents:
        if document.extras.photos != NO_PHOTOS:
            if broken:
                folder = build.content_dir.name
                build.problems.extend(find_broken_photos(document, folder, broken))
            set_cover(document, entries, display)
            fill_body(document, entries, display)
    if settings.social_pictures:
        publish_social_pictures(build, cache, settings)
    cache.remember()
    cache.sweep(settings.cache_days)


def _theme(build: Build) -> Environment:
    if build.environment is None:
        raise RuntimeError("the stage “documents” runs with the theme's environment")
    return build.environment


def register() -> None:
    pipeline.declare_settings("PHOTOS", PhotoSettings)
    pipeline.on_source(check_photos)
    pipeline.on_tree(make_figures)
    pipeline.on_documents(show_photos)
