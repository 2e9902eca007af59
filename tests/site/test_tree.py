"""The published tree: pages, links and feeds lead where they say, each by a name of its own."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from tests.site.looking import page, pages

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://tin.example/cong"
ARTICLE = "2026/01/20/hop-bao-thang-1/index.html"
ENGLISH = f"en/{ARTICLE}"
ATOM = "{http://www.w3.org/2005/Atom}"


def links(path: Path, rel: str) -> dict[str | None, str]:
    """Return the addresses of a page's `<link rel>` by their language."""
    found = page(path).xpath("//link[@rel=$rel][not(@type)]", rel=rel)
    return {link.get("hreflang"): link.get("href", "") for link in found}


def test_the_expected_pages_are_there_and_no_others(output: Path) -> None:
    places = {p.relative_to(output).as_posix() for p in pages(output)}
    articles = {p for p in places if re.match(r"(en/)?\d{4}/\d\d/\d\d/", p)}
    assert articles == {
        "2026/01/11/tin-mot/index.html",
        "2026/01/12/tin-hai/index.html",
        "2026/01/13/tin-ba/index.html",
        ARTICLE,
        "2026/02/20/hop-bao-thang-2/index.html",
        "2026/02/21/tan-cong/index.html",
        ENGLISH,
    }
    assert {"index.html", "en/index.html", "gioi-thieu/index.html", "404.html"} <= places


def test_every_link_of_every_page_leads_somewhere(output: Path) -> None:
    for path in pages(output):
        place = path.relative_to(output).as_posix()
        base = f"{SITE}/{place.removesuffix('index.html')}"
        for element in page(path).xpath("//*[@href or @src]"):
            address = urljoin(base, element.get("href") or element.get("src"))
            if not address.startswith(SITE):
                assert urlsplit(address).netloc != "tin.example", (place, address)
                continue
            parts = urlsplit(address)
            target = output / unquote(parts.path).removeprefix("/cong").lstrip("/")
            target = target / "index.html" if parts.path.endswith("/") else target
            assert target.is_file(), (place, address)
            if parts.fragment and target.suffix == ".html":
                assert page(target).xpath("//*[@id=$name]", name=unquote(parts.fragment)), (
                    place,
                    address,
                )


def test_no_id_is_used_twice_in_a_page(output: Path) -> None:
    for path in pages(output):
        ids = page(path).xpath("//@id")
        assert len(set(ids)) == len(ids), path


def test_every_page_says_where_it_belongs(output: Path) -> None:
    for path in pages(output):
        place = path.relative_to(output).as_posix()
        if place.endswith("404.html"):
            continue
        assert links(path, "canonical") == {None: f"{SITE}/{place.removesuffix('index.html')}"}
        assert page(path).get("lang") == ("en" if place.startswith("en/") else "vi")


@pytest.mark.parametrize("place", [ARTICLE, ENGLISH, "gioi-thieu/index.html", "index.html"])
def test_translations_name_each_other(output: Path, place: str) -> None:
    bare = place.removeprefix("en/").removesuffix("index.html")
    found = links(output / place, "alternate")
    expected = {"vi": f"{SITE}/{bare}", "en": f"{SITE}/en/{bare}"}
    assert {lang: found.get(lang) for lang in expected} == expected


def test_every_alternate_leads_back(output: Path) -> None:
    for path in pages(output):
        for lang, address in links(path, "alternate").items():
            if lang in {"vi", "en"}:
                other = output / address.removeprefix(f"{SITE}/") / "index.html"
                own = links(path, "canonical")[None]
                assert own in links(other, "alternate").values(), (path, address)


def test_listings_are_numbered_and_every_title_is_its_own(output: Path) -> None:
    numbered = [
        output / f"chuyen-muc/tin-tuc/{part}index.html" for part in ("", "trang/2/", "trang/3/")
    ]
    assert [len(page(p).xpath("//main//article")) for p in numbered] == [2, 2, 2]
    titles = [
        page(p).findtext(".//title") for p in pages(output) if not p.name.endswith("404.html")
    ]
    doubled = {t for t in titles if titles.count(t) > 1}
    # Two articles do have one title; theirs is the editors' choice.
    assert {str(t).split(" – ")[0] for t in doubled} <= {"Họp báo thường kỳ"}


def test_two_articles_of_one_title_have_two_pages(output: Path) -> None:
    for place in (ARTICLE, "2026/02/20/hop-bao-thang-2/index.html"):
        assert page(output / place).xpath("//h1")[0].text_content().strip() == "Họp báo thường kỳ"


def test_front_matter_with_markup_is_shown_as_text(output: Path) -> None:
    path = output / "2026/02/21/tan-cong/index.html"
    tree = page(path)
    assert tree.xpath("//h1")[0].text_content().strip() == "<script>alert('tiêu đề')</script>"
    for file in pages(output):
        elements = page(file).xpath("//script[not(@src)] | //img[@src='x'] | //b[.='thẻ']")
        assert {e.get("type") for e in elements} <= {"application/ld+json"}, file
        for script in elements:
            assert json.loads(script.text)["@context"] == "https://schema.org"


def test_feeds_tell_the_whole_text_with_full_addresses(output: Path) -> None:
    feed = ET.fromstring((output / "feeds/atom.xml").read_bytes())  # noqa: S314 - our own feed
    entries = {e.findtext(f"{ATOM}id"): e for e in feed.findall(f"{ATOM}entry")}
    assert len(entries) == 6
    body = entries["tag:tin.example,2026-01-20:/cong/2026/01/20/hop-bao-thang-1/"].findtext(
        f"{ATOM}content"
    )
    assert body is not None
    tree = lxml.html.fragment_fromstring(body, create_parent="div")
    addresses = [*tree.xpath("//@href"), *tree.xpath("//@src")]
    assert len(addresses) > 8
    assert [a for a in addresses if not a.startswith("https://")] == []
    assert not tree.xpath("//*[@class='s'] | //@*[starts-with(name(), 'data-')]")
    text = " ".join(tree.text_content().split())
    assert "Chủ tịch UBND tỉnh chủ trì buổi họp báo" in text
    assert "Theo Thông báo số 05/TB-VP" in text


def test_an_attachment_with_a_decomposed_name_is_offered_by_a_plain_one(output: Path) -> None:
    folder = (output / ARTICLE).parent
    assert (folder / "du-thao.pdf").is_file()
    assert (folder / "bang-ke.csv").is_file()
    hrefs = page(output / ARTICLE).xpath("//main//a/@href")
    assert "/cong/2026/01/20/hop-bao-thang-1/du-thao.pdf" in hrefs
    assert "/cong/2026/01/20/hop-bao-thang-1/bang-ke.csv" in hrefs


def test_an_article_shows_what_its_editor_wrote(output: Path) -> None:
    tree = page(output / ARTICLE)
    assert len(tree.xpath("//main//figure//picture")) >= 3
    assert tree.xpath("//table/caption")[0].text_content().strip() == "Bảng 1. Thu ngân sách"
    assert tree.xpath("//abbr[@title='Ủy ban nhân dân']")
    assert tree.xpath("//sup/a[@class='footnote-ref']")
    contents = tree.xpath("//nav[@aria-labelledby='muc_luc']//a/@href")
    assert contents == ["#noi-dung", "#hinh-anh", "#hoi-dap", "#ve-thue", "#menu"]


def test_english_pages_speak_english(output: Path) -> None:
    for path in sorted((output / "en").rglob("index.html")):
        tree = page(path)
        for element in tree.xpath("//footer | //nav | //header"):
            vietnamese = [
                t
                for t in element.xpath(".//text()[not(ancestor-or-self::*[@lang='vi'])]")
                if re.search("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", t.lower())
            ]
            assert vietnamese == [], path


def test_the_build_says_nothing_that_needs_attention(tiny: Path) -> None:
    log = unescape((tiny / "build.log").read_text("utf-8"))
    assert "WARNING" not in log
    assert "ERROR" not in log
    assert "Traceback" not in log
