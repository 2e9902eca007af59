"""Intake: photos put in order in their place, originals kept, articles mended, nothing twice."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from plugins.photos.intake import main, take_in
from plugins.photos.renaming import name_for, rename_in_text

if TYPE_CHECKING:
    from pathlib import Path

NFD_NAME = unicodedata.normalize("NFD", "Lễ khai mạc.jpg")

ARTICLE = """\
---
title: Họp báo
cover: "IMG 2034.JPG"
attachments:
  - file: IMG 2034.JPG
    title: Ảnh gốc
---
![Bàn chủ tọa](IMG 2034.JPG "IMG 2034.JPG")
![Toàn cảnh](<./Lễ khai mạc.jpg>)

Xem [ảnh](IMG%202034.JPG "lớn") và <img src='da-xong.jpg' alt='IMG 2034.JPG'>.
"""
MENDED = """\
---
title: Họp báo
cover: "img-2034.jpg"
attachments:
  - file: img-2034.jpg
    title: Ảnh gốc
---
![Bàn chủ tọa](img-2034.jpg "IMG 2034.JPG")
![Toàn cảnh](<./le-khai-mac.jpg>)

Xem [ảnh](img-2034.jpg "lớn") và <img src='da-xong.jpg' alt='IMG 2034.JPG'>.
"""


def from_camera(size: tuple[int, int] = (3000, 2000)) -> bytes:
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    file = BytesIO()
    Image.linear_gradient("L").convert("RGB").resize(size).save(file, "JPEG", quality=97, exif=exif)
    return file.getvalue()


def plain(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(file, kind)
    return file.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder as an editor leaves it who drags photos into an article's folder."""
    folder = tmp_path / "content/2021/hop-bao"
    folder.mkdir(parents=True)
    (folder / "IMG 2034.JPG").write_bytes(from_camera())
    (folder / NFD_NAME).write_bytes(plain())
    (folder / "da-xong.jpg").write_bytes(plain())
    (folder / "index.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "index.en.md").write_bytes(ARTICLE.replace("\n", "\r\n").encode("utf-8-sig"))
    return tmp_path / "content"


def opened(path: Path) -> Image.Image:
    return Image.open(BytesIO(path.read_bytes()))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents_of(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_photos_and_articles_are_put_in_order(content: Path) -> None:
    folder = content / "2021/hop-bao"
    original = (folder / "IMG 2034.JPG").read_bytes()
    changes, problems = take_in(content)
    assert problems == []
    assert [change.new.name for change in changes] == ["img-2034.jpg", "le-khai-mac.jpg"]
    assert names_in(folder) == [
        *("da-xong.jpg", "img-2034.jpg", "index.en.md", "index.md", "le-khai-mac.jpg"),
    ]
    photo = opened(folder / "img-2034.jpg")
    assert photo.size == (1600, 2400)
    assert not photo.getexif()
    assert (folder / "index.md").read_text(encoding="utf-8") == MENDED
    windows = (folder / "index.en.md").read_bytes()
    assert windows == MENDED.replace("\n", "\r\n").encode("utf-8-sig")
    kept = contents_of(content.parent / ".originals")
    assert kept == {"2021/hop-bao/IMG 2034.JPG": original}


def test_a_second_run_changes_nothing(content: Path) -> None:
    take_in(content)
    before = contents_of(content.parent)
    assert take_in(content) == ([], [])
    assert contents_of(content.parent) == before


def test_a_dry_run_tells_and_changes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents_of(content.parent)
    assert main([str(content), "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert contents_of(content.parent) == before
    assert told[0].startswith("2021/hop-bao/IMG 2034.JPG → img-2034.jpg: ")
    assert told[1].endswith("Lễ khai mạc.jpg → le-khai-mac.jpg") or "khai" in told[1]
    assert told[2].startswith("2 ảnh sẽ được chuẩn hóa, bớt ")
    assert main([str(content)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 ảnh đã được chuẩn hóa, bớt ")
    assert main([str(content)]) == 0
    assert capsys.readouterr().out == "Mọi ảnh đã chuẩn, không đổi gì / No photo needs a change.\n"


def test_a_run_cut_short_is_finished_by_the_next(content: Path) -> None:
    folder = content / "2021/hop-bao"
    camera = (folder / "IMG 2034.JPG").read_bytes()
    take_in(content)
    done = contents_of(content)
    (folder / "IMG 2034.JPG").write_bytes(camera)
    take_in(content)
    assert contents_of(content) == done


@pytest.mark.parametrize(
    ("name", "data", "new"),
    [
        ("so-do.png", plain("PNG", mode="1"), None),
        ("so-do.png", plain("PNG", size=(3000, 400), mode="1"), "so-do.png"),
        ("anh.png", plain("JPEG"), "anh.jpg"),
        ("anh.jpeg", plain("JPEG"), "anh.jpg"),
        ("anh.jpg", plain("PNG"), "anh.png"),
        ("anh.webp", plain("WEBP"), "anh.jpg"),
        ("anh.jpg", plain(mode="CMYK"), "anh.jpg"),
        ("Ảnh.gif", plain("GIF"), "anh.png"),
        ("😀.jpg", plain(), "anh.jpg"),
    ],
)
def test_each_kind_has_its_normal_form(
    tmp_path: Path, name: str, data: bytes, new: str | None
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / name).write_bytes(data)
    changes, problems = take_in(content)
    assert problems == []
    assert [change.new.name for change in changes] == ([new] if new else [])
    assert take_in(content) == ([], [])


def test_photos_of_one_slug_get_numbers(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name, size in {"Ảnh 1.jpg": (50, 50), "anh-1.jpg": (60, 60), "ảnh_1.jpg": (70, 70)}.items():
        (content / name).write_bytes(plain(size=size))
    (content / "index.md").write_text("![](Ảnh 1.jpg) ![](ảnh_1.jpg) ![](anh-1.jpg)", "utf-8")
    take_in(content)
    widths = {path.name: opened(path).width for path in content.glob("*.jpg")}
    text = (content / "index.md").read_text("utf-8")
    order = [widths[part.split(")")[0]] for part in text.split("(")[1:]]
    assert order == [50, 70, 60]


def test_what_is_no_photo_stays_and_is_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = content / "2021/hop-bao/trang.jpg"
    page.write_bytes(b"<!doctype html>")
    assert main([str(content)]) == 1
    assert page.read_bytes() == b"<!doctype html>"
    told = capsys.readouterr().out
    assert "Ảnh “trang.jpg” bị hỏng: bên trong là một trang web." in told


def test_an_original_is_never_overwritten(content: Path) -> None:
    photo = content / "2021/hop-bao/img-1.jpg"
    for size in ((2500, 100), (2600, 100)):
        photo.write_bytes(from_camera(size))
        take_in(content)
    kept = contents_of(content.parent / ".originals")
    assert len([name for name in kept if "img-1" in name]) == 2


@pytest.mark.parametrize(
    ("stem", "taken", "name"),
    [
        ("Lễ khai mạc", (), "le-khai-mac.jpg"),
        ("IMG_0001", ("img-0001.jpg",), "img-0001-2.jpg"),
        ("...", (), "anh.jpg"),
    ],
)
def test_a_name_is_for_urls_and_not_taken(stem: str, taken: tuple[str, ...], name: str) -> None:
    assert name_for(stem, ".jpg", taken) == name


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("![a](../chung/A b.jpg)", "![a](../chung/a-b.jpg)"),
        ("![a](../chung/a B.JPG)", "![a](../chung/a-b.jpg)"),
        ("![a][r]\n\n[r]: ../chung/A%20b.jpg", "![a][r]\n\n[r]: ../chung/a-b.jpg"),
        ("![A b.jpg](A b.jpg)", "![A b.jpg](A b.jpg)"),
        ("cover: ../chung/A b.jpg", "cover: ../chung/A b.jpg"),
        ("---\ncover: ../chung/A b.jpg # bìa\n---\n", "---\ncover: ../chung/a-b.jpg # bìa\n---\n"),
    ],
)
def test_only_what_names_the_photo_is_mended(tmp_path: Path, text: str, mended: str) -> None:
    renamed = {tmp_path / "chung/A b.jpg": tmp_path / "chung/a-b.jpg"}
    assert rename_in_text(text, tmp_path / "bai", renamed) == mended
