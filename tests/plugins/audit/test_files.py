"""Files that no reader may get, and photos that tell too much, are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.audit.files import find_problems_of_file

if TYPE_CHECKING:
    from pathlib import Path


def find_codes(path: Path, root: Path) -> list[str]:
    return [problem.code for problem in find_problems_of_file(path, root)]


@pytest.mark.parametrize("format_name", ["jpeg", "webp", "avif", "png"])
def test_a_photo_with_gps_is_told_and_one_without_is_not(tmp_path: Path, format_name: str) -> None:
    photo = Image.new("RGB", (32, 32))
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    exif.get_ifd(0x8825)[1] = "N"
    bad, good = tmp_path / f"bad.{format_name}", tmp_path / f"good.{format_name}"
    photo.save(bad, exif=exif)
    photo.save(good)
    suffix = ".jpg" if format_name == "jpeg" else f".{format_name}"
    bad, good = bad.rename(bad.with_suffix(suffix)), good.rename(good.with_suffix(suffix))
    assert find_codes(bad, tmp_path) == ["file-metadata"]
    assert find_codes(good, tmp_path) == []


@pytest.mark.parametrize("name", ["index.md", "photos.db", "anh.HEIC", "app.js.map"])
def test_source_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert find_codes(tmp_path / name, tmp_path) == ["file-kind"]


def test_a_photo_that_is_cut_off_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"<html>")
    assert find_codes(tmp_path / "bad.jpg", tmp_path) == ["file-photo"]


def test_xml_that_is_cut_off_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_text("<a><b/></a>")
    (tmp_path / "bad.xml").write_text("<a>\n<b></a>")
    assert find_codes(tmp_path / "good.xml", tmp_path) == []
    assert find_codes(tmp_path / "bad.xml", tmp_path) == ["file-xml"]


def test_a_symbolic_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    assert find_codes(tmp_path / "a.txt", tmp_path) == ["file-link"]
