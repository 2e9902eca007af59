"""Editions of a site for the tests of its listings, and what their pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.core.wording import load_wording, make_translator
from plugins.listings.listing import Listing
from plugins.listings.pages import Edition
from plugins.listings.settings import ListingSettings
from tests.plugins.samples import THEME, make_build, make_document, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.document import Document
    from plugins.core.page import Page


def day(name: str, date: str, **changes: Any) -> Document:  # noqa: ANN401 - any field of the view
    return make_document(name, date=moment(date), **changes)


def edition(root: Path, *documents: Document, lang: str = "vi", per_page: int = 20) -> Edition:
    build = make_build(root, *documents, settings=ListingSettings(per_page=per_page))
    t = make_translator(load_wording(THEME, lang), lang)
    return Edition(build, lang, tuple(build.articles(lang)), t, per_page)


def listing_of(page: Page) -> Listing:
    listing = page.context["listing"]
    assert isinstance(listing, Listing)
    return listing


def slugs(page: Page) -> list[str]:
    return [d.view.slug for d in listing_of(page).documents]
