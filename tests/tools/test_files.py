"""The preview's way from a URL to a file is that of a plain web server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.serve.files import Found, find_file, media_type, parse_range


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "tin" / "họp báo").mkdir(parents=True)
    (site / "index.html").write_text("trang chủ")
    (site / "tin" / "index.html").write_text("tin")
    (site / "tin" / "họp báo" / "ảnh.avif").write_text("ảnh")
    (tmp_path / "secret.txt").write_text("not of the site")
    return site


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("/", "index.html"),
        ("/?q=1", "index.html"),
        ("/tin/", "tin/index.html"),
        ("/tin/index.html", "tin/index.html"),
        ("/tin/h%E1%BB%8Dp%20b%C3%A1o/%E1%BA%A3nh.avif", "tin/họp báo/ảnh.avif"),
    ],
)
def test_a_url_finds_its_file(root: Path, url: str, name: str) -> None:
    assert find_file(root, url) == Found(root / name)


@pytest.mark.parametrize(
    "url",
    [
        "/missing",
        "/missing/",
        "/index.html/",
        "/tin/h%E1%BB%8Dp%20b%C3%A1o/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/tin/..%2f..%2fsecret.txt",
        "/index.html%00",
    ],
)
def test_nothing_is_found_for_what_is_not_of_the_site(root: Path, url: str) -> None:
    assert find_file(root, url) == Found()


def test_a_symbolic_link_out_of_the_site_is_not_followed(root: Path) -> None:
    (root / "link.txt").symlink_to(root.parent / "secret.txt")
    assert find_file(root, "/link.txt") == Found()


@pytest.mark.parametrize("url", ["/tin", "/tin?q=1", "//tin", "/tin/../tin"])
def test_a_folder_without_its_slash_is_redirected_on_the_same_host(root: Path, url: str) -> None:
    redirect = find_file(root, url).redirect
    assert redirect.endswith("/tin/")
    assert not redirect.startswith("//")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("main.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("search.json", "application/json; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("captions.vtt", "text/vtt; charset=utf-8"),
        ("photo.avif", "image/avif"),
        ("photo.webp", "image/webp"),
        ("PHOTO.JPG", "image/jpeg"),
        ("logo.svg", "image/svg+xml"),
        ("font.woff2", "font/woff2"),
        ("article.pdf", "application/pdf"),
        ("speech.mp3", "audio/mpeg"),
        ("speech.opus", "audio/ogg"),
        ("speech.m4a", "audio/mp4"),
        ("engine.wasm", "application/wasm"),
        ("something.else", "application/octet-stream"),
    ],
)
def test_an_ending_tells_the_media_type(name: str, kind: str) -> None:
    assert media_type(Path(name)) == kind


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=0-1,3-4", None),
        ("lines=0-1", None),
        ("bytes=0-", range(10)),
        ("bytes=2-4", range(2, 5)),
        ("bytes=8-99", range(8, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
    ],
)
def test_a_range_header_says_which_of_ten_bytes(header: str, wanted: range | None) -> None:
    assert parse_range(header, size_bytes=10) == wanted


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0", "bytes=4-2"])
def test_a_range_outside_the_file_is_empty(header: str) -> None:
    wanted = parse_range(header, size_bytes=10)
    assert wanted is not None
    assert not wanted
