"""A page with one seeded defect yields that problem, at its line, and a sound page none."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.audit.between import find_problems_between
from plugins.audit.facts import read_facts
from plugins.audit.pages import find_problems_of_page
from plugins.audit.site import Site

SITE = Site(
    "https://vinhson.example",
    "",
    dict.fromkeys(
        ("a/index.html", "en/a/index.html", "site.css", "x.jpg", "b/index.html", "t.pdf"), 1
    ),
)
SOUND = """<!doctype html>
<html lang="vi"><head><title>Họp báo</title>
<link rel="canonical" href="https://vinhson.example/a/">
<link rel="stylesheet" href="/site.css">
<script type="application/ld+json">{"a": "{{"}</script></head>
<body><main id="noi_dung" aria-labelledby="t">
<h1 id="t">Họp báo</h1>
<p>Chữ <code>![x](y)</code> và <a href="/b/">bài sau</a>, <a href="#t">lên đầu</a>.</p>
<img src="/x.jpg" srcset="/x.jpg 480w, /x.jpg 960w" alt="" width="3" height="2">
<a href="mailto:a@vinhson.example">thư</a> <a href="https://khac.example/x">nơi khác</a>
<h2>Một</h2>
</main></body></html>
"""


def find_codes(html: str, file: str = "a/index.html") -> list[str]:
    facts = read_facts(file, html.encode())
    own = find_problems_of_page(facts, SITE)
    between = find_problems_between([facts], SITE)
    return [f"{p.code}:{p.line}" for p in sorted([*own, *between])]


def test_a_sound_page_has_no_problem() -> None:
    assert find_codes(SOUND) == []


@pytest.mark.parametrize(
    ("sound", "defect", "expected"),
    [
        (' lang="vi"', "", ["page-lang:1"]),
        ("<title>Họp báo</title>", "", ["page-title:1"]),
        ("<h2>Một</h2>", "<h3>Một</h3>", ["page-heading-skipped:11"]),
        ("<h2>Một</h2>", "<h1>Một</h1>", ["page-h1:1"]),
        ("<h2>Một</h2>", '<h2 id="t">Một</h2>', ["page-id-twice:11"]),
        ('labelledby="t"', 'labelledby="t u"', ["page-reference:6"]),
        (' alt=""', "", ["page-image-alt:9"]),
        (' height="2"', "", ["page-image-size:9"]),
        ("<h2>", '<h2 style="x">', ["page-unsafe:11"]),
        ("<h2>", '<h2 onclick="x()">', ["page-unsafe:11"]),
        ("</main>", "</main><script>x()</script>", ["page-unsafe:12"]),
        ("</main>", "</main><style>p{}</style>", ["page-unsafe:12"]),
        ('src="/x.jpg"', 'src="https://khac.example/x.jpg"', ["page-other-host:9"]),
        ("/x.jpg 960w", "//khac.example/x.jpg 960w", ["page-other-host:9"]),
        ("Chữ", unicodedata.normalize("NFD", "Chữ"), ["page-not-nfc:8"]),
        ("Chữ", "Chữ **đậm", ["page-leftover:8"]),
        ("Chữ", "Chữ {{ t }}", ["page-leftover:8"]),
        ("Chữ", "Chữ [a](b", ["page-leftover:8"]),
        ("Chữ", "Chữ klzzwxh:0001", ["page-leftover:8"]),
        ('.example/a/">', '.example/b/">', ["page-canonical:1"]),
        ('href="/b/"', 'href="/c/"', ["link-broken:8"]),
        ('href="/b/"', 'href=""', ["link-empty:8"]),
        ('href="#t"', 'href="#u"', ["link-anchor:8"]),
        ('href="#t"', 'href="/a/#u"', ["link-anchor:8"]),
        ('href="/site.css"', 'href="/no.css"', ["link-broken:4"]),
        (
            "<title>",
            '<link rel="alternate" hreflang="en" href="https://vinhson.example/en/a/"><title>',
            ["alternate-one-way:1"],
        ),
    ],
)
def test_each_defect_is_told_at_its_line(sound: str, defect: str, expected: list[str]) -> None:
    assert sound in SOUND
    assert find_codes(SOUND.replace(sound, defect)) == expected


def test_a_page_that_must_not_be_indexed_needs_no_address() -> None:
    html = SOUND.replace('<link rel="canonical" href="https://vinhson.example/a/">', "")
    assert (
        find_codes(html.replace("<title>", '<meta name="robots" content="noindex"><title>')) == []
    )


def test_translations_that_lead_to_each_other_are_right() -> None:
    links = "".join(
        f'<link rel="alternate" hreflang="{lang}" href="https://vinhson.example/{place}">'
        for lang, place in (("vi", "a/"), ("en", "en/a/"))
    )
    pages = [read_facts(f, links.encode()) for f in ("a/index.html", "en/a/index.html")]
    assert list(find_problems_between(pages, SITE)) == []


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/cong-tin/b/", "b/index.html"),
        ("../b/", "b/index.html"),
        ("x.jpg", "a/x.jpg"),
        ("/cong-tin/", "index.html"),
        ("https://vinhson.example/cong-tin/t.pdf", "t.pdf"),
        ("/cong-tin/%C4%91.pdf", "đ.pdf"),
        ("?trang=2", "a/index.html"),
    ],
)
def test_an_address_leads_to_its_file(href: str, expected: str) -> None:
    site = Site("https://vinhson.example", "/cong-tin", {})
    assert site.is_own(href)
    assert site.file_of("a/index.html", href) == expected


@pytest.mark.parametrize(
    "href", ["mailto:a@b.example", "tel:+84", "https://b.example/", "//b.example/x"]
)
def test_what_is_not_ours_is_left_alone(href: str) -> None:
    assert not SITE.is_own(href)
