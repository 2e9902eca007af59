"""Photos beside an article become figures, small and sharp on every screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.document import NO_PHOTOS
from plugins.photos.bodies import fill_body, find_broken_photos, photos_in, set_cover
from plugins.photos.check import find_problems
from plugins.photos.markup import wrap_photos_in_figures
from plugins.photos.publishing import open_cache, publish_photos
from plugins.photos.settings import PhotoSettings
from plugins.photos.sharing import publish_social_pictures
from plugins.photos.slots import place_slots
from plugins.photos.widths import sizes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.environment import TemplateModule
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.document import PhotoUse, Picture
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
    names = (name for d in build.documents for name in photos_in(d.extras.photos))
    pictures = publish_photos(build, cache, settings, names)
    render = partial(_render, _macros(build), settings)
    for document in build.documents:
        if document.extras.photos != NO_PHOTOS:
            folder = build.content_dir.name
            build.problems.extend(find_broken_photos(document, folder, pictures))
            set_cover(document, pictures)
            fill_body(document, pictures, render)
    if settings.social_pictures:
        publish_social_pictures(build, cache, settings)
    cache.sweep(settings.cache_days)


def _macros(build: Build) -> TemplateModule:
    if build.environment is None:
        raise RuntimeError("the stage “documents” runs with the theme's environment")
    return build.environment.get_template("macros/photo.html").module


def _render(
    macros: TemplateModule,
    settings: PhotoSettings,
    picture: Picture,
    use: PhotoUse,
    is_first: bool,  # noqa: FBT001 - the last of a row that the macro names
) -> str:
    macro = macros.picture if use.is_link_text else macros.linked_picture  # type: ignore[attr-defined]  # a template's macros
    sizes = sizes_of(picture, use.narrow, use.wide, settings)
    return str(macro(picture, use.alt, sizes, priority=is_first))


def register() -> None:
    pipeline.declare_settings("PHOTOS", PhotoSettings)
    pipeline.on_source(check_photos)
    pipeline.on_tree(make_figures)
    pipeline.on_documents(show_photos)
