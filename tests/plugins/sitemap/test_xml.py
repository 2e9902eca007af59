"""Sitemaps that search engines can read, whatever the size of the site."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import etree

from plugins.sitemap.entries import Entry
from plugins.sitemap.settings import SitemapSettings
from plugins.sitemap.xml import cut_into_files, render_robots, render_sitemap

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
WHEN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def address_of(name: str) -> str:
    return f"https://vinhson.example/{name}"


def test_an_entry_tells_its_change_its_languages_and_its_photo() -> None:
    entry = Entry(
        url="https://vinhson.example/a/?x=1&y=2",
        changed=WHEN,
        alternates=(("vi", "https://vinhson.example/a/"), ("en", "https://vinhson.example/en/a/")),
        images=("https://vinhson.example/photos/a.jpg",),
    )
    root = etree.fromstring(render_sitemap([entry]))
    assert root.xpath("s:url/s:loc/text()", namespaces=NAMES) == [entry.url]
    assert root.xpath("s:url/s:lastmod/text()", namespaces=NAMES) == ["2026-11-20T08:00:00+00:00"]
    assert root.xpath("s:url/xhtml:link/@hreflang", namespaces=NAMES) == ["vi", "en"]
    assert root.xpath("s:url/image:image/image:loc/text()", namespaces=NAMES) == list(entry.images)


@pytest.mark.parametrize(("total", "expected"), [(0, [0]), (1, [1]), (3, [3]), (4, [3, 1])])
def test_further_addresses_go_to_a_further_file(total: int, expected: list[int]) -> None:
    entries = [Entry(f"https://vinhson.example/{n}/", WHEN) for n in range(total)]
    files = cut_into_files(entries, 3, address_of)
    index = etree.fromstring(files.pop("sitemap.xml"))
    named = index.xpath("s:sitemap/s:loc/text()", namespaces=NAMES)
    assert named == [address_of(name) for name in files]
    counts = [len(etree.fromstring(data).findall("s:url", NAMES)) for data in files.values()]
    assert counts == expected


def test_robots_are_led_to_the_sitemap() -> None:
    lines = render_robots("https://vinhson.example/sitemap.xml").decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://vinhson.example/sitemap.xml",
    ]


@pytest.mark.parametrize("wrong", [0, 50_001])
def test_a_file_larger_than_the_protocol_allows_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="50000"):
        SitemapSettings(urls_per_file=wrong)
