"""Home, categories, tags, archive, site map and "not found", in every edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.wording import load_wording, make_translator
from plugins.listings.archive import list_archive
from plugins.listings.front import make_home, make_not_found, make_site_map
from plugins.listings.pages import Edition, list_categories, list_tags
from plugins.listings.settings import ListingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.build import Build
    from plugins.core.page import Page


def list_everything(build: Build) -> Iterator[Page]:
    settings = build.options_of(ListingSettings)
    for lang in build.office.languages:
        t = make_translator(load_wording(build.theme_dir, lang), lang)
        edition = Edition(build, lang, tuple(build.articles(lang)), t, settings.per_page)
        yield make_home(edition, settings)
        yield from list_categories(edition)
        yield from list_tags(edition)
        yield from list_archive(edition)
        yield make_site_map(edition)
        yield make_not_found(edition)


def register() -> None:
    pipeline.declare_settings("LISTINGS", ListingSettings)
    pipeline.on_pages(list_everything)
