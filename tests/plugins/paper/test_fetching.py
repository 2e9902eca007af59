"""WeasyPrint reads what a page is sent with, and nothing on this machine or beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.output import Output
from plugins.paper.engine import Engine, keep_plain_rules
from plugins.paper.fetching import FileFetcher
from plugins.paper.images import Images
from plugins.paper.press import load_press
from plugins.paper.sheet import Sheet, find_images
from plugins.paper.site import Site
from tests.plugins.paper.site import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://vinhson.example/cong/"
ELSEWHERE = [
    SITE + "none.txt",
    SITE + "../secret.txt",
    SITE + "%2e%2e/secret.txt",
    SITE,
    "https://other.example/a.png",
    "https://vinhson.example/cong.png",
    "http://127.0.0.1/a.png",
    "file:///etc/passwd",
    "data:text/plain,a",
]


@pytest.fixture
def fetcher() -> FileFetcher:
    return FileFetcher({SITE + "ảnh.txt": b"public"})


@pytest.fixture
def images(tmp_path: Path) -> Images:
    """Return the images of an output in which there is one, beside what nobody gave it."""
    (tmp_path / "secret.txt").write_text("secret")
    output = Output(tmp_path / "output")
    output.folder.mkdir()
    (output.folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (output.folder / "old.txt").write_text("of an earlier build")
    output.open()
    output.write("ảnh.txt", b"public")
    return Images(Site(SITE), output)


@pytest.mark.parametrize("name", ["ảnh.txt", "%E1%BA%A3nh.txt", "ảnh.txt?v=1"])
def test_files_of_the_site_are_read(fetcher: FileFetcher, images: Images, name: str) -> None:
    assert fetcher.fetch(SITE + name).read() == b"public"
    assert not fetcher.refused
    assert images.read([SITE + name]) == {SITE + "ảnh.txt": b"public"}
    assert images.sum_of(SITE + name) == images.sum_of(SITE + "ảnh.txt") != ""


@pytest.mark.parametrize("url", ELSEWHERE)
def test_all_else_is_out_of_reach(fetcher: FileFetcher, url: str) -> None:
    with pytest.raises(ValueError, match="out of reach"):
        fetcher.fetch(url)
    assert fetcher.refused == [url]


@pytest.mark.parametrize("url", [*ELSEWHERE, SITE + "out.txt", SITE + "old.txt"])
def test_nothing_else_is_sent_to_workers(images: Images, url: str) -> None:
    assert images.read([url]) == {}
    assert images.sum_of(url) == ""


def test_images_are_found_by_their_full_addresses() -> None:
    html = (
        '<img src="a.jpg"><img alt="5 > 3" width="1" src="/b.jpg?x=1&amp;y=2">'
        '<p data-src="no.jpg">src="no.jpg"</p><img data-src="no.jpg" alt="" src="a.jpg">'
    )
    wanted = (SITE + "a.jpg", "https://vinhson.example/b.jpg?x=1&y=2")
    assert find_images(html, SITE) == wanted


def test_what_a_page_wants_from_elsewhere_is_complained_about() -> None:
    html = (
        '<!doctype html><html lang="vi"><title>T</title><h1>T</h1>'
        '<p><img src="file:///etc/hostname" alt="a"></p>'
        '<svg viewBox="0 0 1 1" role="img"><title>S</title>'
        '<image href="https://other.example/b.png" width="1" height="1"/></svg>'
    )
    complaints = Engine(load_press(PROJECT / "theme")).print(Sheet(html, SITE)).complaints
    assert "file:///etc/hostname" in complaints
    assert "https://other.example/b.png" in complaints


def test_the_paper_gets_light_colours_whatever_the_stylesheet_offers() -> None:
    css = ":root { --a: #fff }\n@supports (color: red) { :root { --a: #000 } }\np { margin: 0 }"
    kept = keep_plain_rules(css)
    assert "#fff" in kept
    assert "#000" not in kept
    assert "margin" in kept
