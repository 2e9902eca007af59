"""What search engines are told: complete by schema.org, and never a way into the page."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from plugins.core.page import Crumb, Page
from plugins.core.structured_data import Publisher, describe_page
from tests.plugins.samples import make_document

if TYPE_CHECKING:
    from plugins.core.document import Document

HOME = Crumb("Trang chủ", "/")
OFFICE = Publisher(
    name="Văn phòng",
    slogan="Gần dân",
    url="https://vinhson.example/",
    logo="https://vinhson.example/logo.svg",
    address="Số 1",
    telephone="+84 205",
    email="a@vinhson.example",
)


def absolute(path: str) -> str:
    return f"https://vinhson.example{path}"


def make_news(**values: str) -> Document:
    document = make_document(date=datetime(2026, 11, 20, 8, tzinfo=UTC), **values)
    document.extras.social = "/photos/a-social.jpg"
    return document


def describe(page: Page) -> list[dict[str, Any]]:
    return [json.loads(text) for text in describe_page(page, HOME, OFFICE, absolute)]


def test_home_tells_of_the_office() -> None:
    (thing,) = describe(Page("index.html", "/", "home.html", "vi", "Trang chủ"))
    assert thing["@context"] == "https://schema.org"
    assert thing["@type"] == "GovernmentOrganization"
    assert thing["telephone"] == "+84 205"


def test_an_article_tells_its_trail_and_what_news_articles_must() -> None:
    document = make_news(author="Thu Hà")
    crumbs = (Crumb("Tin tức", "/chuyen-muc/tin-tuc/"),)
    page = Page("", "/a/", "", "vi", "Họp báo", crumbs=crumbs, context={"document": document})
    trail, news = describe(page)
    assert [step["item"] for step in trail["itemListElement"]] == [
        "https://vinhson.example/",
        "https://vinhson.example/chuyen-muc/tin-tuc/",
        "https://vinhson.example/a/",
    ]
    assert news["@type"] == "NewsArticle"
    assert news["headline"] == "Họp báo"
    assert news["datePublished"] == news["dateModified"] == "2026-11-20T08:00:00+00:00"
    assert news["author"] == {"@type": "Person", "name": "Thu Hà"}
    assert news["image"] == ["https://vinhson.example/photos/a-social.jpg"]
    assert news["publisher"]["name"] == "Văn phòng"


def test_an_article_without_an_author_is_the_office_s_own() -> None:
    _, news = describe(Page("", "/a/", "", "vi", "A", context={"document": make_news()}))
    assert news["author"]["@type"] == "GovernmentOrganization"


def test_no_title_can_end_the_script() -> None:
    document = make_news(title="</script><script>alert(1)</script><!-- & -->")
    page = Page("", "/a/", "", "vi", "A", context={"document": document})
    texts = describe_page(page, HOME, OFFICE, absolute)
    assert not any(mark in text for text in texts for mark in "<>&")
    assert json.loads(texts[1])["headline"] == document.view.title
