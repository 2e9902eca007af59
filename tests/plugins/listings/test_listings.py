"""Listings: pages that number their articles, lead to each other, and repeat no title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.article import Kind, Term
from plugins.core.document import Picture
from plugins.core.wording import load_wording, make_translator
from plugins.listings import list_everything
from plugins.listings.archive import list_archive
from plugins.listings.front import compose_front, make_not_found, make_site_map
from plugins.listings.listing import Listing, PageLink, count_pages, link_pages
from plugins.listings.pages import Edition, list_categories, list_tags
from plugins.listings.settings import ListingSettings
from tests.plugins.samples import NEWS, THEME, make_build, make_document, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.document import Document
    from plugins.core.page import Page

NOTICES = Term("thong-bao", "Thông báo", "/chuyen-muc/thong-bao/")


@pytest.mark.parametrize(
    ("total", "per_page", "pages"),
    [(0, 20, 1), (1, 20, 1), (20, 20, 1), (21, 20, 2), (41, 20, 3), (3, 1, 3)],
)
def test_a_listing_has_as_many_pages_as_it_needs_and_one_at_least(
    total: int, per_page: int, pages: int
) -> None:
    assert count_pages(total, per_page) == pages


NUMBERS = {
    (1, 1): "",
    (1, 2): "[1] 2",
    (2, 2): "1 [2]",
    (1, 3): "[1] 2 3",
    (1, 5): "[1] 2 … 5",
    (3, 5): "1 2 [3] 4 5",
    (1, 10): "[1] 2 … 10",
    (3, 10): "1 2 [3] 4 … 10",
    (4, 10): "1 2 3 [4] 5 … 10",
    (5, 10): "1 … 4 [5] 6 … 10",
    (7, 10): "1 … 6 [7] 8 9 10",
    (10, 10): "1 … 9 [10]",
}


def drawn(links: tuple[PageLink | None, ...]) -> str:
    marks = ((f"[{p.number}]" if p.is_current else str(p.number)) if p else "…" for p in links)
    return " ".join(marks)


@pytest.mark.parametrize(("place", "expected"), NUMBERS.items())
def test_pagination_shows_the_ends_and_the_neighbours(
    place: tuple[int, int], expected: str
) -> None:
    number, last = place
    assert drawn(link_pages(number, last, lambda n: f"/{n}/")) == expected


@given(st.integers(2, 500).flatmap(lambda last: st.tuples(st.integers(1, last), st.just(last))))
def test_pagination_is_short_in_order_and_leaves_no_gap_of_one(place: tuple[int, int]) -> None:
    number, last = place
    links = link_pages(number, last, lambda n: f"/{n}/")
    numbers = [link.number if link else None for link in links]
    shown = [n for n in numbers if n]
    assert shown == sorted(set(shown))
    assert {1, last, number} <= set(shown)
    assert len(links) <= 9
    assert [link.number for link in links if link and link.is_current] == [number]
    for position, one in enumerate(numbers):
        if one is None:
            before, after = numbers[position - 1], numbers[position + 1]
            assert before is not None
            assert after is not None
            assert after - before > 2


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


def test_a_category_is_cut_into_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    documents = [day(f"x{n}", f"2021-01-{20 - n:02}") for n in range(5)]
    made = edition(tmp_path, *documents, per_page=2)
    made.build.feeds["vi", "tin-tuc"] = (
        "/feeds/tin-tuc.atom.xml",
        "/feeds/tin-tuc.rss.xml",
        "/feeds/tin-tuc.json",
    )
    pages = [p for p in list_categories(made) if p.section == "/chuyen-muc/tin-tuc/"]
    assert [p.url for p in pages] == [
        "/chuyen-muc/tin-tuc/",
        "/chuyen-muc/tin-tuc/trang/2/",
        "/chuyen-muc/tin-tuc/trang/3/",
    ]
    assert [p.save_as for p in pages][1] == "chuyen-muc/tin-tuc/trang/2/index.html"
    assert [slugs(p) for p in pages] == [["x0", "x1"], ["x2", "x3"], ["x4"]]
    middle = listing_of(pages[1])
    assert (middle.number, middle.last_number, middle.total) == (2, 3, 5)
    assert (middle.previous_url, middle.next_url) == (pages[0].url, pages[2].url)
    assert (listing_of(pages[0]).previous_url, listing_of(pages[2]).next_url) == (None, None)
    assert (middle.atom_url, middle.rss_url) == (
        "/feeds/tin-tuc.atom.xml",
        "/feeds/tin-tuc.rss.xml",
    )
    assert len({p.title for p in pages}) == 3
    assert [a.url for a in pages[0].alternates] == ["/chuyen-muc/tin-tuc/", "/en/category/news/"]
    assert pages[1].alternates == ()


def test_an_empty_category_has_its_page_all_the_same(tmp_path: Path) -> None:
    pages = list(list_categories(edition(tmp_path, day("a", "2021-01-01", category=NEWS))))
    assert [(p.title, listing_of(p).total, slugs(p)) for p in pages] == [
        ("Tin tức", 1, ["a"]),
        ("Thông báo", 0, []),
    ]
    assert listing_of(pages[1]).intro == "Các thông báo."


def test_a_tag_has_a_page_for_what_bears_it(tmp_path: Path) -> None:
    one, other = Term("hop", "Họp", "/the/hop/"), Term("bao", "báo", "/the/bao/")
    made = edition(
        tmp_path, day("a", "2021-01-02", tags=(one, other)), day("b", "2021-01-01", tags=(one,))
    )
    pages = list(list_tags(made))
    assert [(p.url, slugs(p)) for p in pages] == [("/the/bao/", ["a"]), ("/the/hop/", ["a", "b"])]
    assert "Họp" in pages[1].title


def test_the_archive_counts_years_and_months(tmp_path: Path) -> None:
    dates = ("2021-02-03", "2021-02-01", "2021-01-31 23:59", "2019-12-31")
    made = edition(tmp_path, *(day(f"x{n}", date) for n, date in enumerate(dates)))
    overview, *pages = list_archive(made)
    years = overview.context["years"]
    assert [(y.url, y.count, [(m.title, m.url, m.count) for m in y.months]) for y in years] == [  # type: ignore[attr-defined]  # a page's context is open
        ("/2021/", 3, [("Tháng 1/2021", "/2021/01/", 1), ("Tháng 2/2021", "/2021/02/", 2)]),
        ("/2019/", 1, [("Tháng 12/2019", "/2019/12/", 1)]),
    ]
    assert [(p.url, slugs(p)) for p in pages] == [
        ("/2021/", ["x0", "x1", "x2"]),
        ("/2021/01/", ["x2"]),
        ("/2021/02/", ["x0", "x1"]),
        ("/2019/", ["x3"]),
        ("/2019/12/", ["x3"]),
    ]
    month = pages[1]
    assert [c.url for c in month.crumbs] == ["/luu-tru/", "/2021/"]
    assert [p.is_current for p in listing_of(month).periods] == [True, False]


def test_months_are_named_in_the_language_of_their_edition(tmp_path: Path) -> None:
    made = edition(tmp_path, day("a", "2021-01-05", lang="en"), lang="en")
    assert [p.title for p in list_archive(made)][2] == "January 2021"


def test_an_archive_of_nothing_is_an_overview_alone(tmp_path: Path) -> None:
    (overview,) = list_archive(edition(tmp_path))
    assert overview.context["years"] == ()


PHOTO = Picture((), "/a.jpg", "/a.jpg", 10, 10)


def test_the_front_leads_with_the_newest_photo_and_repeats_nothing(tmp_path: Path) -> None:
    documents = [day(f"x{n}", f"2021-01-{20 - n:02}", pinned=n in {1, 3}) for n in range(8)]
    documents[1].extras.cover = documents[2].extras.cover = PHOTO
    front = compose_front(
        edition(tmp_path, *documents), ListingSettings(home_latest=3, home_pinned=1)
    )
    assert front.lead is documents[2]
    assert front.pinned == (documents[1],)
    assert front.latest == (documents[0], documents[3], documents[4])


def test_without_photos_the_newest_leads(tmp_path: Path) -> None:
    documents = [day("a", "2021-01-02", pinned=True), day("b", "2021-01-01")]
    front = compose_front(edition(tmp_path, *documents), ListingSettings())
    assert (front.lead, front.latest) == (documents[1], ())


def test_a_front_of_nothing_has_nothing(tmp_path: Path) -> None:
    front = compose_front(edition(tmp_path), ListingSettings())
    assert (front.lead, front.pinned, front.latest, front.sections) == (None, (), (), ())


def test_only_categories_with_articles_stand_on_the_front(tmp_path: Path) -> None:
    documents = [day(f"x{n}", f"2021-01-{20 - n:02}", category=NOTICES) for n in range(6)]
    front = compose_front(edition(tmp_path, *documents), ListingSettings(home_section=2))
    assert front.sections == ((NOTICES, (documents[0], documents[1])),)


def test_the_site_map_leads_everywhere(tmp_path: Path) -> None:
    tag = Term("hop", "Họp", "/the/hop/")
    page = make_document(
        "gioi-thieu", kind=Kind.PAGE, date=None, url="/gioi-thieu/", title="Giới thiệu"
    )
    made = edition(tmp_path, day("a", "2021-01-02", tags=(tag,)), page)
    groups = make_site_map(made).context["groups"]
    assert [[url for _, url in links] for _, links in groups] == [  # type: ignore[attr-defined]  # a page's context is open
        ["/", "/gioi-thieu/"],
        ["/chuyen-muc/tin-tuc/", "/chuyen-muc/thong-bao/"],
        ["/luu-tru/", "/2021/"],
        ["/the/hop/"],
    ]


def test_not_found_is_no_page_to_find(tmp_path: Path) -> None:
    page = make_not_found(edition(tmp_path, lang="en"))
    assert (page.save_as, page.is_indexed) == ("en/404.html", False)


def test_no_two_pages_of_a_site_have_one_address(tmp_path: Path) -> None:
    tags = (Term("the-3", "thẻ 3", "/the/the-3/"), Term("the-32", "thẻ 32", "/the/the-32/"))
    documents = [day(f"x{n}", f"2021-{1 + n % 3:02}-{1 + n:02}", tags=tags) for n in range(9)]
    documents += [day("en", "2021-01-01", lang="en")]
    build = make_build(tmp_path, *documents, settings=ListingSettings(per_page=2))
    pages = list(list_everything(build))
    assert len({p.url for p in pages}) == len({p.save_as for p in pages}) == len(pages)
    assert all(p.title for p in pages)
    assert {p.lang for p in pages} == {"vi", "en"}


@pytest.mark.parametrize("name", ["per_page", "home_latest", "home_section", "home_pinned"])
def test_a_list_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"“{name}” phải từ 1 trở lên / must be at least 1"):
        ListingSettings(**{name: 0})
