"""Sitemaps that search engines can read, whatever the size of the site."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


ADDRESSES = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Cn"]))
ENTRIES = st.builds(
    Entry,
    url=ADDRESSES,
    changed=st.none() | st.datetimes(timezones=st.just(UTC)),
    alternates=st.lists(st.tuples(ADDRESSES, ADDRESSES), max_size=3).map(tuple),
    images=st.lists(ADDRESSES, max_size=2).map(tuple),
)


def built(entries: list[Entry]) -> bytes:
    """Return the sitemap as lxml writes it."""
    spaces = {None: NAMES["s"], "image": NAMES["image"], "xhtml": NAMES["xhtml"]}
    root = etree.Element(f"{{{NAMES['s']}}}urlset", nsmap=spaces)  # type: ignore[arg-type]  # None is lxml's name of the default
    for entry in entries:
        row = etree.SubElement(root, f"{{{NAMES['s']}}}url")
        etree.SubElement(row, f"{{{NAMES['s']}}}loc").text = entry.url
        if entry.changed:
            etree.SubElement(row, f"{{{NAMES['s']}}}lastmod").text = entry.changed.isoformat()
        for lang, url in entry.alternates:
            link = etree.SubElement(row, f"{{{NAMES['xhtml']}}}link", rel="alternate")
            link.set("hreflang", lang)
            link.set("href", url)
        for url in entry.images:
            image = etree.SubElement(row, f"{{{NAMES['image']}}}image")
            etree.SubElement(image, f"{{{NAMES['image']}}}loc").text = url
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


@given(st.lists(ENTRIES, max_size=4))
def test_whatever_is_in_an_address_is_written_as_xml_wants_it(entries: list[Entry]) -> None:
    assert render_sitemap(entries) == built(entries)


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
