"""Golden files: what a change of the build does to pages and feeds is seen in a diff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLE = "2026/01/20/hop-bao-thang-1/index.html"
# Names of photos and assets are digests of encoders' work and of the whole theme.
_DIGESTS = (
    (re.compile(r"photos/[0-9a-f]{2}/[0-9a-f]{32}"), "photos/…"),
    (re.compile(r"assets/[0-9a-f]{12}"), "assets/…"),
)
_TONE = re.compile(r"tone-\d+")
_KILOBYTES = re.compile(r"\d+(?=[\u00a0 ]KB)")


def settled(text: str) -> str:
    """Return a text without what another encoder or another library of fonts would change."""
    for pattern, name in _DIGESTS:
        text = pattern.sub(name, text)
    return _KILOBYTES.sub("…", _TONE.sub("tone-…", text)).strip() + "\n"


def part(path: Path, query: str) -> str:
    """Return the HTML of a page's part, an element in each line."""
    found: Any = lxml.html.document_fromstring(path.read_bytes().decode()).xpath(query)
    (element,) = found
    html: str = lxml.html.tostring(element, encoding="unicode", with_tail=False)
    return settled(re.sub(r"\n\s*\n+", "\n", html.replace("</source>", "")))


@pytest.mark.parametrize(
    ("name", "place", "query"),
    [
        ("article-body.html", ARTICLE, "//div[@class='prose']"),
        ("english-body.html", f"en/{ARTICLE}", "//div[@class='prose']"),
        ("listing.html", "chuyen-muc/tin-tuc/trang/2/index.html", "//main"),
        ("empty-listing.html", "chuyen-muc/thong-bao/index.html", "//main"),
        ("head.html", ARTICLE, "//head"),
        ("not-found.html", "404.html", "//main"),
    ],
)
def test_a_part_of_a_page_is_as_it_was(
    output: Path, golden: Callable[[str, str], None], name: str, place: str, query: str
) -> None:
    golden(name, part(output / place, query))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("atom.xml", "en/feeds/atom.xml"),
        ("rss.xml", "en/feeds/rss.xml"),
        ("empty-atom.xml", "feeds/thong-bao.atom.xml"),
        ("robots.txt", "robots.txt"),
    ],
)
def test_a_file_is_as_it_was(
    output: Path, golden: Callable[[str, str], None], name: str, place: str
) -> None:
    golden(name, settled((output / place).read_text("utf-8")))
