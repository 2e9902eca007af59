"""Addresses: at a host's root and below a path, in the first edition and the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.urls import Urls
from tests.plugins.samples import moment

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Urls("https://a.vn", "vi")
BELOW = Urls("https://a.vn/cong-tin", "vi")
PREVIEW = Urls("", "vi")
DAY = moment("2021-01-05 08:00")

CASES: dict[str, tuple[Callable[[Urls], str], str]] = {
    "home": (lambda u: u.home("vi"), "/"),
    "home en": (lambda u: u.home("en"), "/en/"),
    "article": (lambda u: u.article("vi", DAY, "hop-bao"), "/2021/01/05/hop-bao/"),
    "article en": (lambda u: u.article("en", DAY, "hop-bao"), "/en/2021/01/05/hop-bao/"),
    "page": (lambda u: u.static_page("vi", "lien-he"), "/lien-he/"),
    "draft": (lambda u: u.draft("en", "x"), "/en/nhap/x/"),
    "category": (lambda u: u.category("vi", "tin-tuc"), "/chuyen-muc/tin-tuc/"),
    "category en": (lambda u: u.category("en", "news"), "/en/category/news/"),
    "tag": (lambda u: u.tag("vi", "hoi-nghi"), "/the/hoi-nghi/"),
    "tag en": (lambda u: u.tag("en", "press"), "/en/tag/press/"),
    "archive": (lambda u: u.archive("vi"), "/luu-tru/"),
    "year": (lambda u: u.year("vi", 2021), "/2021/"),
    "month": (lambda u: u.month("en", 2021, 1), "/en/2021/01/"),
    "site map": (lambda u: u.sitemap("vi"), "/so-do-trang/"),
    "first page": (lambda u: u.numbered("vi", "/the/a/", 1), "/the/a/"),
    "second page": (lambda u: u.numbered("vi", "/the/a/", 2), "/the/a/trang/2/"),
    "second page en": (lambda u: u.numbered("en", "/en/tag/a/", 2), "/en/tag/a/page/2/"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_thing_has_its_path(name: str) -> None:
    make, path = CASES[name]
    assert make(ROOT) == make(PREVIEW) == path
    if not name.startswith(("first", "second")):
        assert make(BELOW) == f"/cong-tin{path}"


def test_paths_become_addresses_on_the_host() -> None:
    assert ROOT.absolute("/x/") == "https://a.vn/x/"
    assert BELOW.absolute(BELOW.home("vi")) == "https://a.vn/cong-tin/"
    assert PREVIEW.absolute("/x/") == "/x/"


@pytest.mark.parametrize("urls", [ROOT, BELOW, PREVIEW])
def test_a_place_in_the_output_and_its_path_lead_to_each_other(urls: Urls) -> None:
    for place in ("2021/01/", "feeds/atom.xml", ""):
        assert urls.place_of(urls.path(place)) == place
    assert urls.save_as(urls.home("en")) == "en/index.html"
    assert urls.save_as(urls.home("vi")) == "index.html"
