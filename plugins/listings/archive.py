"""The archive of one edition: an overview, and a listing for each year and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date

from plugins.core.page import Alternate, Crumb, Page
from plugins.listings.listing import Period
from plugins.listings.pages import Subject, cut_into_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from plugins.core.document import Document
    from plugins.listings.pages import Edition

    ByMonth = dict[int, dict[int, list[Document]]]


def list_archive(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each year and month, and the overview of all."""
    by_month = _group_by_month(edition.articles)
    years = tuple(_years(edition, by_month))
    yield _overview(edition, years)
    for year in years:
        yield from _list_year(edition, year, by_month)


def _overview(edition: Edition, years: tuple[Period, ...]) -> Page:
    urls = edition.build.urls
    url = urls.archive(edition.lang)
    return Page(
        save_as=urls.save_as(url),
        url=url,
        template="archive.html",
        lang=edition.lang,
        title=edition.t("archive"),
        description=edition.t("archive_description"),
        alternates=tuple(Alternate(o, urls.archive(o)) for o in edition.build.office.languages),
        context={"years": years},
    )


def _moment(document: Document) -> datetime:
    moment = document.view.date
    if moment is None:
        raise ValueError(document.view.path)
    return moment


def _group_by_month(articles: Iterable[Document]) -> ByMonth:
    """Return the articles of each year and month, in their order."""
    groups: ByMonth = defaultdict(lambda: defaultdict(list))
    for document in articles:
        moment = _moment(document)
        groups[moment.year][moment.month].append(document)
    return groups


def _years(edition: Edition, by_month: ByMonth) -> Iterable[Period]:
    urls, lang = edition.build.urls, edition.lang
    for year in sorted(by_month, reverse=True):
        months = by_month[year]
        yield Period(
            title=edition.t("year_heading", year=year),
            url=urls.year(lang, year),
            count=sum(map(len, months.values())),
            months=tuple(
                Period(_month_title(edition, year, m), urls.month(lang, year, m), len(documents))
                for m, documents in sorted(months.items())
            ),
        )


def _month_title(edition: Edition, year: int, month: int) -> str:
    if edition.lang == "vi":
        return f"Tháng {month}/{year}"
    return format_date(date(year, month, 1), "MMMM yyyy", locale=edition.lang)


def _list_year(edition: Edition, year: Period, by_month: ByMonth) -> Iterator[Page]:
    archive = Crumb(edition.t("archive"), edition.build.urls.archive(edition.lang))
    number = int(year.url.rstrip("/").rpartition("/")[2])
    months = by_month[number]
    documents = tuple(d for month in sorted(months, reverse=True) for d in months[month])
    whole = Subject(year.url, year.title, documents, crumbs=(archive,), periods=year.months)
    yield from cut_into_pages(edition, whole)
    crumbs = (archive, Crumb(year.title, year.url))
    for period in year.months:
        month = int(period.url.rstrip("/").rpartition("/")[2])
        chosen = tuple(months[month])
        subject = Subject(
            period.url,
            period.title,
            chosen,
            crumbs=crumbs,
            periods=tuple(_mark_current(p, period.url) for p in year.months),
        )
        yield from cut_into_pages(edition, subject)


def _mark_current(period: Period, url: str) -> Period:
    return replace(period, is_current=True) if period.url == url else period
