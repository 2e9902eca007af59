"""Older years are searched apart where there are many articles, and stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Kind
from plugins.search.parts import Part, choose_size, cut_into_parts
from plugins.search.settings import SearchSettings
from tests.plugins.samples import make_document, moment

if TYPE_CHECKING:
    from plugins.core.document import Document


def make_years(**counts: int) -> list[Document]:
    """Return so many articles of each year ("y2020"), newest first, and one page."""
    articles = [
        make_document(f"bai-{year[1:]}-{number}", date=moment(f"{year[1:]}-03-01 08:00"))
        for year, count in sorted(counts.items(), reverse=True)
        for number in range(count)
    ]
    return [*articles, make_document("lien-he", kind=Kind.PAGE, date=None, category=None)]


def tell(parts: list[Part]) -> list[tuple[tuple[int, int] | None, int]]:
    return [(part.years, len(part.documents)) for part in parts]


def test_few_articles_are_one_index() -> None:
    documents = make_years(y2019=2, y2021=3)
    assert tell(cut_into_parts(documents, SearchSettings(archive_from_articles=5))) == [(None, 6)]


def test_the_newest_years_and_the_pages_stay_in_the_recent_index() -> None:
    documents = make_years(y2018=2, y2019=2, y2020=1, y2021=1)
    parts = cut_into_parts(documents, SearchSettings(archive_from_articles=5))
    assert tell(parts) == [(None, 3), ((2018, 2019), 4)]
    assert parts[0].documents[-1].view.kind == "page"


def test_archives_are_whole_years_and_begin_with_the_oldest() -> None:
    documents = make_years(y2016=3, y2017=2, y2018=2, y2019=5, y2021=1)
    settings = SearchSettings(archive_from_articles=1, articles_per_index=5)
    archives = cut_into_parts(documents, settings)[1:]
    assert tell(archives) == [((2016, 2017), 5), ((2018, 2018), 2), ((2019, 2019), 5)]


def test_a_new_year_leaves_the_full_archives_as_they_were() -> None:
    settings = SearchSettings(archive_from_articles=1, articles_per_index=4, recent_years=1)
    before = cut_into_parts(make_years(y2017=4, y2018=4, y2019=1), settings)
    after = cut_into_parts(make_years(y2017=4, y2018=4, y2019=1, y2020=1), settings)
    assert tell(before)[1:] == [((2017, 2017), 4), ((2018, 2018), 4)]
    assert tell(after)[1:] == [*tell(before)[1:], ((2019, 2019), 1)]


@pytest.mark.parametrize(
    ("count", "size"),
    [(1, 1250), (5000, 1250), (5001, 2500), (10_000, 2500), (10_001, 5000), (400_000, 10_000)],
)
def test_archives_are_small_while_few_of_them_hold_the_site(count: int, size: int) -> None:
    assert choose_size(count, 10_000) == size
    assert choose_size(count, 900) == 900


def test_a_year_of_many_articles_is_not_cut() -> None:
    settings = SearchSettings(archive_from_articles=1, articles_per_index=2, recent_years=1)
    parts = cut_into_parts(make_years(y2019=7, y2020=1), settings)
    assert tell(parts) == [(None, 2), ((2019, 2019), 7)]


def test_pages_alone_are_one_index() -> None:
    settings = SearchSettings(archive_from_articles=0)
    assert tell(cut_into_parts(make_years(), settings)) == [(None, 1)]


@pytest.mark.parametrize(
    "wrong", ["archive_from_articles", "recent_years", "articles_per_index", "pdf_pages"]
)
def test_a_setting_below_its_least_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        SearchSettings(**{wrong: -1})  # type: ignore[arg-type]  # wrong on purpose
