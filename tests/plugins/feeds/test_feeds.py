"""Feeds: as RFC 4287 and RSS 2.0 want them, in full text, with full addresses."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Term
from plugins.core.urls import Urls
from plugins.feeds import announce_feeds, write_feeds
from plugins.feeds.content import make_portable
from plugins.feeds.settings import FeedSettings
from tests.plugins.samples import NEWS, URLS, make_build, make_document, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.document import Document

A = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOTICES = Term("thong-bao", "Thông báo", "/chuyen-muc/thong-bao/")
SMALL = (
    '<p>chữ<sup id="fnref-1"><a href="#fn-1">1</a></sup> & <b>đậm</b></p>'
    '<figure><a href="/a/x.jpg"><img src="/a/x.jpg" alt="Ảnh"></a></figure>'
)


def news(name: str, day: int, html: str = SMALL, **changes: object) -> Document:
    return make_document(name, html, date=moment(f"2021-01-{day:02} 08:00"), **changes)


def written(
    root: Path, *documents: Document, urls: Urls = URLS, entries: int = 20
) -> dict[str, bytes]:
    build = make_build(root, *documents, settings=FeedSettings(entries))
    build.urls = urls
    announce_feeds(build)
    write_feeds(build)
    return {
        p.relative_to(build.output.folder).as_posix(): p.read_bytes() for p in root.rglob("*.xml")
    }


def atom(root: Path, *documents: Document, place: str = "feeds/atom.xml") -> ET.Element:
    return ET.fromstring(written(root, *documents)[place])  # noqa: S314 - our own feed


def rss(root: Path, *documents: Document, place: str = "feeds/rss.xml") -> ET.Element:
    channel = ET.fromstring(written(root, *documents)[place]).find("channel")  # noqa: S314 - our own feed
    assert channel is not None
    return channel


def text(element: ET.Element, path: str) -> str:
    found = element.findtext(path)
    assert found is not None, path
    return found


def test_each_edition_and_each_category_has_both_feeds(tmp_path: Path) -> None:
    assert set(written(tmp_path)) == {
        f"{folder}feeds/{name}{kind}.xml"
        for folder, names in (
            ("", ("", "tin-tuc.", "thong-bao.")),
            ("en/", ("", "news.", "notices.")),
        )
        for name in names
        for kind in ("atom", "rss")
    }


def test_pages_are_told_of_the_feeds(tmp_path: Path) -> None:
    build = make_build(tmp_path, settings=FeedSettings())
    announce_feeds(build)
    assert build.feeds["vi", ""] == ("/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json")
    assert build.feeds["en", "news"] == (
        "/en/feeds/news.atom.xml",
        "/en/feeds/news.rss.xml",
        "/en/feeds/news.json",
    )


def test_an_atom_feed_has_all_that_rfc_4287_requires(tmp_path: Path) -> None:
    feed = atom(tmp_path, news("b", 21), news("a", 20))
    assert feed.tag == f"{A}feed"
    assert feed.get(XML_LANG) == "vi"
    assert text(feed, f"{A}id") == "https://example.org/"
    assert text(feed, f"{A}title") == "Văn phòng"
    assert text(feed, f"{A}updated") == "2021-01-21T08:00:00+07:00"
    assert text(feed, f"{A}author/{A}name") == "Văn phòng tỉnh"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{A}link")}
    assert links == {
        "alternate": "https://example.org/",
        "self": "https://example.org/feeds/atom.xml",
    }
    entries = feed.findall(f"{A}entry")
    for entry in entries:
        for name in ("id", "title", "updated", "published", "summary", "content"):
            assert len(entry.findall(f"{A}{name}")) == 1
        assert datetime.fromisoformat(text(entry, f"{A}updated")).tzinfo
    assert len({text(e, f"{A}id") for e in entries}) == 2


def test_an_entry_tells_the_whole_article(tmp_path: Path) -> None:
    tags = (Term("hop", "họp", "/the/hop/"),)
    document = news("a", 20, title="A < B & C", summary="Giá < 5 & > 3", author="Thu Hà", tags=tags)
    document.view = replace(document.view, updated=moment("2021-02-01 09:00"))
    entry = atom(tmp_path, document).find(f"{A}entry")
    assert entry is not None
    assert text(entry, f"{A}title") == "A < B & C"
    assert text(entry, f"{A}id") == "tag:example.org,2021-01-20:/2021/01/20/a/"
    assert text(entry, f"{A}author/{A}name") == "Thu Hà"
    assert text(entry, f"{A}published") == "2021-01-20T08:00:00+07:00"
    assert text(entry, f"{A}updated") == "2021-02-01T09:00:00+07:00"
    assert text(entry, f"{A}summary") == "Giá &lt; 5 &amp; &gt; 3"
    assert [c.get("term") for c in entry.findall(f"{A}category")] == ["Tin tức", "họp"]
    content = entry.find(f"{A}content")
    assert content is not None
    assert content.get("type") == "html"
    assert 'src="https://example.org/a/x.jpg"' in (content.text or "")


def test_an_entry_changed_before_it_was_published_is_as_new_as_its_day(tmp_path: Path) -> None:
    document = news("a", 20, updated=moment("2021-01-01"))
    assert text(atom(tmp_path, document), f"{A}entry/{A}updated") == "2021-01-20T08:00:00+07:00"


def test_an_rss_feed_has_all_that_rss_2_requires(tmp_path: Path) -> None:
    channel = rss(tmp_path, news("b", 21), news("a", 20, author="Thu Hà"))
    assert text(channel, "title") == "Văn phòng"
    assert text(channel, "link") == "https://example.org/"
    assert text(channel, "description") == "Vì dân"
    assert text(channel, "language") == "vi"
    assert text(channel, "lastBuildDate") == "Thu, 21 Jan 2021 08:00:00 +0700"
    own = channel.find(f"{A}link")
    assert own is not None
    assert own.get("href") == "https://example.org/feeds/rss.xml"
    items = channel.findall("item")
    assert [text(i, "guid") for i in items] == [
        "https://example.org/2021/01/20/b/",
        "https://example.org/2021/01/20/a/",
    ]
    assert text(items[1], "{http://purl.org/dc/elements/1.1/}creator") == "Thu Hà"
    assert "<b>đậm</b>" in text(items[0], "description")
    assert text(items[0], "pubDate") == "Thu, 21 Jan 2021 08:00:00 +0700"


def test_a_category_s_feed_has_its_articles_alone(tmp_path: Path) -> None:
    documents = (news("b", 21, category=NOTICES), news("a", 20, category=NEWS))
    feed = atom(tmp_path, *documents, place="feeds/thong-bao.atom.xml")
    assert text(feed, f"{A}title") == "Thông báo – Văn phòng"
    assert text(feed, f"{A}id") == "https://example.org/chuyen-muc/thong-bao/"
    assert [text(e, f"{A}id") for e in feed.findall(f"{A}entry")] == [
        "tag:example.org,2021-01-21:/2021/01/20/b/"
    ]


def test_an_edition_s_feed_is_in_its_language(tmp_path: Path) -> None:
    feed = atom(tmp_path, news("a", 20), news("b", 20, lang="en"), place="en/feeds/atom.xml")
    assert feed.get(XML_LANG) == "en"
    assert text(feed, f"{A}title") == "The Office"
    assert len(feed.findall(f"{A}entry")) == 1


def test_a_feed_holds_the_newest_only(tmp_path: Path) -> None:
    documents = [news(f"x{n}", 28 - n) for n in range(5)]
    feed = ET.fromstring(written(tmp_path, *documents, entries=2)["feeds/atom.xml"])  # noqa: S314 - our own feed
    assert [text(e, f"{A}published")[:10] for e in feed.findall(f"{A}entry")] == [
        "2021-01-28",
        "2021-01-27",
    ]


def test_an_empty_feed_is_the_same_in_every_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "feeds/thong-bao.atom.xml"
    feed = atom(tmp_path, news("a", 20), place=place)
    assert text(feed, f"{A}updated") == "2021-01-20T08:00:00+07:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert text(atom(tmp_path, place=place), f"{A}updated") == "2001-09-09T08:46:40+07:00"


def test_a_site_below_a_path_has_its_addresses_there(tmp_path: Path) -> None:
    urls = Urls("https://a.vn/cong-tin", "vi")
    document = news("a", 20, html='<a href="/cong-tin/x/">x</a>', url="/cong-tin/2021/a/")
    files = written(tmp_path, document, urls=urls)
    feed = ET.fromstring(files["feeds/atom.xml"])  # noqa: S314 - our own feed
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{A}link")}
    assert links["self"] == "https://a.vn/cong-tin/feeds/atom.xml"
    assert 'href="https://a.vn/cong-tin/x/"' in text(feed, f"{A}entry/{A}content")


PORTABLE = {
    '<a href="/x/">x</a>': '<a href="https://example.org/x/">x</a>',
    '<a href="#fn-1">1</a>': '<a href="https://example.org/p/#fn-1">1</a>',
    '<a href="https://b.vn/">x</a>': '<a href="https://b.vn/">x</a>',
    '<a href="//b.vn/">x</a>': '<a href="//b.vn/">x</a>',
    '<a href="mailto:a@b.vn">x</a>': '<a href="mailto:a@b.vn">x</a>',
    '<source srcset="/a-480.avif 480w, /a-960.avif 960w">': (
        '<source srcset="https://example.org/a-480.avif 480w, https://example.org/a-960.avif 960w">'
    ),
    '<p><span class="s" id="s1">Một.</span> <span class="s" id="s2">Hai.</span></p>': (
        "<p>Một. Hai.</p>"
    ),
    '<p><span class="s" id="s1" lang="en" data-say="x">One.</span></p>': (
        '<p><span lang="en">One.</span></p>'
    ),
    '<p><span class="s" id="s1">Một <b>hai</b>.</span> ba</p>': "<p>Một <b>hai</b>. ba</p>",
    '<p data-s="s1" data-say="x">a</p>': "<p>a</p>",
    '<span lang="en">x</span>': '<span lang="en">x</span>',
    "<p>a &amp; b</p>": "<p>a &amp; b</p>",
}


@pytest.mark.parametrize(("html", "expected"), PORTABLE.items())
def test_a_body_can_be_read_anywhere(html: str, expected: str) -> None:
    assert make_portable(html, "https://example.org/p/", URLS.absolute) == expected


def test_a_feed_without_entries_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="“entries” phải từ 1 trở lên / must be at least 1"):
        FeedSettings(entries=0)
