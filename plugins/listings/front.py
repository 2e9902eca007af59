"""The pages that stand alone: home, site map, and "not found"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.article import Term
from plugins.core.page import Alternate, Page
from plugins.listings.pages import group_by_category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.document import Document
    from plugins.listings.pages import Edition
    from plugins.listings.settings import ListingSettings

_Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Front:
    """What the home page shows: nothing stands on it twice but in a category's own list."""

    lead: Document | None
    pinned: tuple[Document, ...]
    latest: tuple[Document, ...]
    sections: tuple[tuple[Term, tuple[Document, ...]], ...]


def compose_front(edition: Edition, settings: ListingSettings) -> Front:
    """Return the home page's choice: the lead is the newest unpinned article with a photo."""
    articles = edition.articles
    pinned = tuple(d for d in articles if d.view.pinned)[: settings.home_pinned]
    lead = next((d for d in articles if d.extras.cover and d not in pinned), None)
    if lead is None:
        lead = next((d for d in articles if d not in pinned), None)
    rest = tuple(d for d in articles if d is not lead and d not in pinned)
    return Front(lead, pinned, rest[: settings.home_latest], tuple(_sections(edition, settings)))


def _sections(
    edition: Edition, settings: ListingSettings
) -> Iterator[tuple[Term, tuple[Document, ...]]]:
    urls, lang = edition.build.urls, edition.lang
    by_category = group_by_category(edition.articles)
    for section in edition.build.office.categories:
        slug = section.slug[lang]
        chosen = by_category[slug]
        if chosen:
            term = Term(slug, section.name[lang], urls.category(lang, slug))
            yield term, tuple(chosen[: settings.home_section])


def make_home(edition: Edition, settings: ListingSettings) -> Page:
    """Return the home page."""
    build, lang = edition.build, edition.lang
    front = compose_front(edition, settings)
    url = build.urls.home(lang)
    return Page(
        save_as=build.urls.save_as(url),
        url=url,
        template="home.html",
        lang=lang,
        title=edition.t("home"),
        description=build.office.slogan[lang],
        alternates=tuple(Alternate(o, build.urls.home(o)) for o in build.office.languages),
        context={
            "lead": front.lead,
            "pinned": front.pinned,
            "latest": front.latest,
            "sections": front.sections,
        },
    )


def make_site_map(edition: Edition) -> Page:
    """Return the page that leads to every other: pages, categories, years, tags."""
    build, lang = edition.build, edition.lang
    url = build.urls.sitemap(lang)
    return Page(
        save_as=build.urls.save_as(url),
        url=url,
        template="sitemap.html",
        lang=lang,
        title=edition.t("sitemap"),
        description=edition.t("sitemap_description"),
        alternates=tuple(Alternate(o, build.urls.sitemap(o)) for o in build.office.languages),
        context={"groups": tuple((h, links) for h, links in _groups(edition) if links)},
    )


def _groups(edition: Edition) -> Iterable[tuple[str, tuple[_Link, ...]]]:
    build, lang, t = edition.build, edition.lang, edition.t
    urls = build.urls
    home = ((t("home"), urls.home(lang)),)
    pages = tuple((d.view.title, d.view.url) for d in build.pages(lang))
    yield t("sitemap_pages"), home + pages
    yield (
        t("sitemap_categories"),
        tuple((s.name[lang], urls.category(lang, s.slug[lang])) for s in build.office.categories),
    )
    years = sorted({d.view.date.year for d in edition.articles if d.view.date}, reverse=True)
    archive = ((t("archive"), urls.archive(lang)),)
    yield (
        t("archive"),
        archive + tuple((t("year_heading", year=y), urls.year(lang, y)) for y in years),
    )
    terms = {term.slug: term for d in edition.articles for term in d.view.tags}
    yield t("tags"), tuple((term.name, term.url) for _, term in sorted(terms.items()))


def make_not_found(edition: Edition) -> Page:
    """Return the page that the host shows for an address that leads nowhere."""
    urls, lang = edition.build.urls, edition.lang
    url = urls.path(f"{urls.edition(lang)}404.html")
    return Page(
        save_as=urls.place_of(url),
        url=url,
        template="not_found.html",
        lang=lang,
        title=edition.t("not_found_title"),
        is_indexed=False,
    )
