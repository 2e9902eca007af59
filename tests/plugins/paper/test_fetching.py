"""WeasyPrint reads the site's files and the theme's, and nothing else on this machine or beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.paper.engine import Engine, keep_plain_rules
from plugins.paper.fetching import FolderFetcher
from plugins.paper.sheet import Press, Sheet
from tests.plugins.paper.site import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://vinhson.example/cong/"


@pytest.fixture
def fetcher(tmp_path: Path) -> FolderFetcher:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "ảnh.txt").write_text("public")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    return FolderFetcher({SITE: folder})


@pytest.mark.parametrize("name", ["ảnh.txt", "%E1%BA%A3nh.txt", "ảnh.txt?v=1"])
def test_files_of_the_site_are_read(fetcher: FolderFetcher, name: str) -> None:
    assert fetcher.fetch(SITE + name).read() == b"public"
    assert not fetcher.refused


@pytest.mark.parametrize(
    "url",
    [
        SITE + "none.txt",
        SITE + "../secret.txt",
        SITE + "%2e%2e/secret.txt",
        SITE + "out.txt",
        SITE,
        "https://other.example/a.png",
        "https://vinhson.example/cong.png",
        "http://127.0.0.1/a.png",
        "file:///etc/passwd",
        "data:text/plain,a",
    ],
)
def test_all_else_is_out_of_reach(fetcher: FolderFetcher, url: str) -> None:
    with pytest.raises(ValueError, match="out of reach"):
        fetcher.fetch(url)
    assert fetcher.refused == [url]


def test_what_a_page_wants_from_elsewhere_is_complained_about(tmp_path: Path) -> None:
    press = Press(SITE, tmp_path, PROJECT / "theme", tmp_path / "cache")
    html = (
        '<!doctype html><html lang="vi"><title>T</title><h1>T</h1>'
        '<p><img src="file:///etc/hostname" alt="a"></p>'
        '<svg viewBox="0 0 1 1" role="img"><title>S</title>'
        '<image href="https://other.example/b.png" width="1" height="1"/></svg>'
    )
    _pdf, _pages, complaints = Engine(press).print(Sheet(html, SITE, "key"))
    assert "file:///etc/hostname" in complaints
    assert "https://other.example/b.png" in complaints


def test_the_paper_gets_light_colours_whatever_the_stylesheet_offers() -> None:
    css = ":root { --a: #fff }\n@supports (color: red) { :root { --a: #000 } }\np { margin: 0 }"
    kept = keep_plain_rules(css)
    assert "#fff" in kept
    assert "#000" not in kept
    assert "margin" in kept
