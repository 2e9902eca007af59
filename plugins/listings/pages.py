"""The listing pages of one edition: categories, tags, years, months and the archive."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.page import Alternate, Crumb, Page
from plugins.listings.listing import Listing, Period, count_pages, link_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plugins.core.article import Term
    from plugins.core.build import Build
    from plugins.core.document import Document


@dataclass(frozen=True, slots=True)
class Edition:
    """The articles of one language, newest first, and the words of its pages."""

    build: Build
    lang: str
    articles: tuple[Document, ...]
    t: Callable[..., str]
    per_page: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What a listing is of; `alternates` lead to the same in other languages."""

    url: str
    heading: str
    documents: tuple[Document, ...]
    intro: str = ""
    crumbs: tuple[Crumb, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    section: str | None = None
    feed: tuple[str, str, str] | None = None
    periods: tuple[Period, ...] = ()


def cut_into_pages(edition: Edition, subject: Subject) -> Iterator[Page]:
    """Yield the numbered pages of a listing."""
    last = count_pages(len(subject.documents), edition.per_page)
    for number in range(1, last + 1):
        yield _numbered_page(edition, subject, number, last)


def _numbered_page(edition: Edition, subject: Subject, number: int, last: int) -> Page:
    urls, lang = edition.build.urls, edition.lang

    def url_of(one: int) -> str:
        return urls.numbered(lang, subject.url, one)

    start = (number - 1) * edition.per_page
    atom_url, rss_url, json_url = subject.feed or (None, None, None)
    listing = Listing(
        heading=subject.heading,
        intro=subject.intro,
        documents=subject.documents[start : start + edition.per_page],
        number=number,
        last_number=last,
        total=len(subject.documents),
        previous_url=url_of(number - 1) if number > 1 else None,
        next_url=url_of(number + 1) if number < last else None,
        pages=link_pages(number, last, url_of),
        atom_url=atom_url,
        rss_url=rss_url,
        json_url=json_url,
        periods=subject.periods,
    )
    # Each page of a listing has a title of its own: two equal titles tell a reader nothing.
    numbered = edition.t("listing_numbered", heading=subject.heading, number=number)
    url = url_of(number)
    return Page(
        save_as=urls.save_as(url),
        url=url,
        template="listing.html",
        lang=lang,
        title=subject.heading if number == 1 else numbered,
        description=subject.intro or edition.t("listing_description", heading=subject.heading),
        crumbs=subject.crumbs,
        alternates=subject.alternates if number == 1 else (),
        section=subject.section,
        context={"listing": listing},
    )


def list_categories(edition: Edition) -> Iterator[Page]:
    """Yield the pages of every category of the office, those with no article yet too."""
    urls, lang = edition.build.urls, edition.lang
    by_category = group_by_category(edition.articles)
    for section in edition.build.office.categories:
        slug = section.slug[lang]
        url = urls.category(lang, slug)
        subject = Subject(
            url=url,
            heading=section.name[lang],
            intro=section.description[lang],
            documents=tuple(by_category[slug]),
            alternates=tuple(
                Alternate(one, urls.category(one, section.slug[one]))
                for one in edition.build.office.languages
            ),
            section=url,
            feed=edition.build.feeds.get((lang, slug)),
        )
        yield from cut_into_pages(edition, subject)


def group_by_category(articles: Iterable[Document]) -> Mapping[str, list[Document]]:
    """Return the articles of each category by its slug, in their order; an empty list for none."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in articles:
        category = document.view.category
        if category is not None:
            groups[category.slug].append(document)
    return groups


def list_tags(edition: Edition) -> Iterator[Page]:
    """Yield the pages of every tag in use."""
    by_tag: dict[str, list[Document]] = defaultdict(list)
    terms: dict[str, Term] = {}
    for document in edition.articles:
        for term in document.view.tags:
            by_tag[term.slug].append(document)
            terms.setdefault(term.slug, term)
    for slug, documents in sorted(by_tag.items()):
        heading = edition.t("tag_heading", name=terms[slug].name)
        yield from cut_into_pages(edition, Subject(terms[slug].url, heading, tuple(documents)))
