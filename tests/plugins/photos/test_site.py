"""Photos in a site that Pelican really builds: published small, private, and never broken."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from lxml.html import fromstring
from PIL import Image

from tests.plugins.core.cluster import run_cluster
from tests.plugins.photos.tiny_site import SECRET, Site, make_site, take_photo

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

BODY = """\
![Bàn chủ tọa](hop-bao.jpg "Bàn chủ tọa. Ảnh: Thu Hà")

Chữ ở giữa.

![Ảnh hai](hai.jpg)
![Ảnh ba](ba.jpg)
![Ảnh hai lần nữa](hai.jpg)
"""
# What exiftool tells of every file; all else would have come from the camera.
PLAIN_GROUPS = {
    "SourceFile",
    "ExifTool",
    "System",
    "File",
    "JFIF",
    "Meta",
    "Composite",
    "QuickTime",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site of two articles, one with photos as cameras make them, one without any."""
    made = make_site(tmp_path_factory.mktemp("trang có dấu cách"))
    folder = made.add_article("hop-bao", BODY)
    for number, name in enumerate(("hop-bao.jpg", "hai.jpg", "ba.jpg")):
        take_photo(folder / name, (1280, 960), seed=40 * number)
    made.add_article("khong-anh", "Chữ.", title="Tin không có ảnh")
    done = made.build()
    assert done.returncode == 0, done.stderr
    return made


def images_of(site: Site, name: str) -> list[HtmlElement]:
    """Return the images of an article's body."""
    return list(fromstring(site.page(name)).iterfind(".//main//img"))


def source_of(image: HtmlElement) -> HtmlElement:
    """Return the one `<source>` of an image's `<picture>`."""
    picture = next(image.iterancestors("picture"))
    (source,) = picture.iter("source")
    return source


def test_every_file_that_a_page_names_is_published(site: Site) -> None:
    named = set(re.findall(r"/photos/([^\s\"]+)", site.page("hop-bao") + site.page("khong-anh")))
    assert named == site.published().keys()
    assert len(named) == 3 * 3 + 2


def test_the_first_photo_comes_at_once_and_the_others_when_near(site: Site) -> None:
    first, *others = images_of(site, "hop-bao")
    assert first.get("fetchpriority") == "high"
    assert first.get("loading") is None
    assert len(others) == 3
    assert {(one.get("fetchpriority"), one.get("loading")) for one in others} == {(None, "lazy")}


def test_each_photo_keeps_its_place_and_has_a_jpeg_for_old_browsers(site: Site) -> None:
    published = site.published()
    for image in images_of(site, "hop-bao"):
        width, height = int(image.get("width", "")), int(image.get("height", ""))
        assert (width, height) == (120, 160)
        assert re.search(r"\btone-\d+\b", image.get("class", ""))
        jpeg = opened(published[image.get("src", "").removeprefix("/photos/")])
        assert (jpeg.format, jpeg.size) == ("JPEG", (100, 133))
        source = source_of(image)
        assert source.get("type") == "image/avif"
        for candidate in source.get("srcset", "").split(", "):
            name, described = candidate.removeprefix("/photos/").split(" ")
            assert described == f"{opened(published[name]).width}w"


def test_a_gallery_tells_browsers_of_its_smaller_photos(site: Site) -> None:
    sizes = [source_of(image).get("sizes", "") for image in images_of(site, "hop-bao")]
    assert sizes[0].endswith("calc(100vw - 2rem)")
    assert [one.split(",")[0] for one in sizes[1:]] == ["(min-width: 44rem) 14rem"] * 3


@pytest.mark.parametrize("name", ["hop-bao", "khong-anh"])
def test_each_article_has_its_social_picture(site: Site, name: str) -> None:
    address = re.findall(r'og:image" content="/photos/([^"]+)"', site.page(name))[0]
    picture = opened(site.published()[address])
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_no_original_and_no_metadata_is_anywhere_in_the_output(site: Site) -> None:
    originals = {path.read_bytes() for path in site.content.rglob("*.jpg")}
    assert all(SECRET.encode() in original for original in originals)
    files = [path for path in site.output.rglob("*") if path.is_file()]
    for path in files:
        content = path.read_bytes()
        assert content not in originals
        assert SECRET.encode() not in content
    command = ["exiftool", "-json", "-groupNames", "-recurse", str(site.output / "photos")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert len(told) == len(site.published())
    assert {key.partition(":")[0] for one in told for key in one} <= PLAIN_GROUPS


def test_published_files_are_links_to_the_cache(site: Site) -> None:
    cache = site.folder / ".cache/photos"
    for name in site.published():
        assert (site.output / "photos" / name).samefile(cache / name)


def copy_to(folder: Path, site: Site, workers: dict[str, object]) -> Site:
    """Return a site of the same content that is built by these workers."""
    other = make_site(folder)
    for path in site.content.rglob("*.*"):
        copy = other.content / path.relative_to(site.content)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    with (folder / "conf.py").open("a", encoding="utf-8") as file:
        file.write(f"\nWORKERS = {workers}\n")
    return other


def test_one_worker_and_two_make_the_same_bytes(site: Site, tmp_path: Path) -> None:
    alone = copy_to(tmp_path, site, {"local": 1})
    assert alone.build().returncode == 0
    assert alone.published() == site.published()


def test_other_machines_make_the_same_bytes(site: Site, tmp_path: Path) -> None:
    with run_cluster(tmp_path / "machines", "one", "two") as cluster:
        workers = {"scheduler": cluster.address, "required": True, "patience_s": 60}
        shared = copy_to(tmp_path / "shared", site, workers)
        done = shared.build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert shared.published() == site.published()


def test_social_pictures_can_be_switched_off(tmp_path: Path) -> None:
    plain = make_site(tmp_path, {"social_pictures": False})
    plain.add_article("khong-anh", "Chữ.")
    assert plain.build().returncode == 0
    assert plain.published() == {}


def test_a_title_that_changes_makes_another_social_picture(tmp_path: Path) -> None:
    changing = make_site(tmp_path)
    for title in ("Họp báo", "Họp báo quý IV"):
        changing.add_article("hop-bao", "Chữ.", title=title)
        assert changing.build().returncode == 0
    assert len(changing.published()) == 1
    assert len(list((changing.folder / ".cache/photos").glob("??/*.jpg"))) == 2


def bomb() -> bytes:
    """Make a PNG of 60 bytes that claims 60 000 × 60 000 pixels."""
    file = BytesIO()
    Image.new("1", (1, 1)).save(file, "PNG")
    content = bytearray(file.getvalue())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    return bytes(content)


def saved(kind: str, size: tuple[int, int] = (200, 150)) -> bytes:
    file = BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(file, kind)
    return file.getvalue()


# article → name in the article, the file's name, its content, and the code of the problem
BAD: dict[str, tuple[str, str, bytes, str]] = {
    "cut": ("a.jpg", "a.jpg", saved("JPEG")[:3000], "bị hỏng: tệp bị cụt"),
    "empty": ("a.jpg", "a.jpg", b"", "bị hỏng: tệp rỗng"),
    "page": ("a.jpg", "a.jpg", b"<!doctype html><title>404</title>", "bên trong là một trang web"),
    "bomb": ("a.png", "a.png", bomb(), "quá lớn"),
    "drawing": ("a.svg", "a.svg", b"<svg/>", "là hình SVG"),
    "hidden-drawing": ("a.png", "a.png", b"<svg/>", "là hình SVG"),
    "dot": ("a.png", "a.png", saved("PNG", (1, 1)), "quá nhỏ: 1 × 1"),
    "extension": ("a.jpg", "a.jpg", saved("PNG"), "có đuôi sai"),
    "missing": ("a.jpg", "b.jpg", saved("JPEG"), "không có trong thư mục"),
    "case": ("a.jpg", "A.jpg", saved("JPEG"), "khác chữ hoa"),
    "form": ("họp.jpg", unicodedata.normalize("NFD", "họp.jpg"), saved("JPEG"), "dạng tách rời"),
    "heic": ("a.heic", "a.heic", b"\0\0\0\x18ftypheic" + bytes(99), "HEIC"),
}

# As on a machine that lacks the optional package.
_WITHOUT_HEIF = '\nsys.modules["pillow_heif"] = None\n'


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_published(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with (site.folder / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write(_WITHOUT_HEIF)
    for name, (written, actual, content, _) in BAD.items():
        folder = site.add_article(name, f"Chữ.\n\n![Bàn chủ tọa]({written})")
        (folder / actual).write_bytes(content)
    twins = site.add_article("twins", "![Bàn chủ tọa](a.jpg)")
    for name in ("a.jpg", "A.JPG"):
        (twins / name).write_bytes(saved("JPEG"))
    done = site.build()
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    told = done.stdout + done.stderr
    for name, (*_, message) in BAD.items():
        place = f"content/2026/{name}/index.md:9 — "
        (line,) = [line for line in told.splitlines() if place in line]
        assert message in line
    assert "content/2026/twins/index.md:7 — Thư mục có hai ảnh cùng tên “a.jpg”" in told
    assert told.count("Cách sửa: ") == len(BAD) + 1
    assert f"{len(BAD) + 1} lỗi cần sửa" in told
    assert not list(site.output.rglob("*.html"))
