"""Feeds as readers' programs read them: without complaint, and the same in all three forms."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # it has no types
import lxml.html
import pytest

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://tin.example/cong/"
STEMS = [
    f"{edition}feeds/{name}"
    for edition, names in (("", ("", "tin-tuc", "thong-bao")), ("en/", ("", "news", "notices")))
    for name in names
]


def parse(path: Path) -> Any:  # noqa: ANN401 - feedparser has no types
    return feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/xml"})


def places_of(stem: str) -> tuple[str, str, str]:
    """Return the Atom, RSS and JSON file of a feed; the whole edition's has no name of its own."""
    whole = stem.endswith("/")
    middle = "" if whole else "."
    form = f"{stem}feed.json" if whole else f"{stem}.json"
    return f"{stem}{middle}atom.xml", f"{stem}{middle}rss.xml", form


@pytest.mark.parametrize("stem", STEMS)
def test_a_feed_is_read_without_complaint(output: Path, stem: str) -> None:
    for place in places_of(stem)[:2]:
        found = parse(output / place)
        assert not found.bozo, found.get("bozo_exception")
        assert found.version in {"atom10", "rss20"}
        assert found.feed.title
        assert found.feed.link.startswith(SITE)
        for entry in found.entries:
            assert entry.title
            assert entry.id
            assert entry.link.startswith(SITE)
            assert entry.published_parsed


@pytest.mark.parametrize("stem", STEMS)
def test_a_json_feed_has_what_version_1_1_requires(output: Path, stem: str) -> None:
    place = places_of(stem)[2]
    feed = json.loads((output / place).read_text("utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"{SITE}{place}"
    assert feed["home_page_url"].startswith(SITE)
    assert feed["language"] == ("en" if stem.startswith("en/") else "vi")
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert item["url"].startswith(SITE)
        assert item["title"]
        assert item["content_html"].startswith("<")
        for key in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[key]).tzinfo
        assert all(author["name"] for author in item["authors"])
        assert all(isinstance(tag, str) for tag in item["tags"])


@pytest.mark.parametrize("stem", STEMS)
def test_the_three_forms_tell_the_same_articles(output: Path, stem: str) -> None:
    atom, rss, form = places_of(stem)
    items = json.loads((output / form).read_text("utf-8"))["items"]
    expected = [(item["url"], item["title"]) for item in items]
    for place in (atom, rss):
        assert [(e.link, e.title) for e in parse(output / place).entries] == expected


def test_there_are_articles_to_read(output: Path) -> None:
    assert len(json.loads((output / "feeds/feed.json").read_text("utf-8"))["items"]) == 6


@pytest.mark.parametrize(
    ("place", "feed"),
    [
        ("index.html", "feeds/feed.json"),
        ("en/index.html", "en/feeds/feed.json"),
        ("chuyen-muc/tin-tuc/index.html", "feeds/tin-tuc.json"),
    ],
)
def test_pages_lead_to_their_json_feed(output: Path, place: str, feed: str) -> None:
    tree = lxml.html.document_fromstring((output / place).read_bytes().decode())
    found: Any = tree.xpath("//link[@rel='alternate'][@type='application/feed+json']/@href")
    assert f"{SITE}{feed}" in found
    assert all((output / address.removeprefix(SITE)).is_file() for address in found)
