"""Listings: categories, tags, archive and site map lead to each other, and repeat no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Kind, Term
from plugins.listings import list_everything
from plugins.listings.archive import list_archive
from plugins.listings.front import make_not_found, make_site_map
from plugins.listings.pages import list_categories, list_tags
from plugins.listings.settings import ListingSettings
from tests.plugins.listings.editions import day, edition, listing_of, slugs
from tests.plugins.samples import NEWS, make_build, make_document

if TYPE_CHECKING:
    from pathlib import Path


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
