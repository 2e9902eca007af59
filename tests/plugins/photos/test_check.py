"""The check: each slip of an editor, and the line it is in."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from plugins.photos.check import find_problems
from tests.plugins.samples import make_source

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem

NFD_NAME = unicodedata.normalize("NFD", "họp báo.jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an article's folder with a few photos, beside another article's."""
    here = tmp_path / "content/2021/hop-bao"
    here.mkdir(parents=True)
    for name in ("hop-bao.jpg", "IMG_2034.JPG", "Toàn cảnh.jpg", "so-do.svg", "a.bmp", NFD_NAME):
        (here / name).write_bytes(b"x")
    (here / "anh (1).jpg").write_bytes(b"x")
    (tmp_path / "content/2021/chung.jpg").write_bytes(b"x")
    (tmp_path / "ngoai.jpg").write_bytes(b"x")
    return here


def problems_of(folder: Path, body: str, cover: str | None = None) -> list[Problem]:
    source = make_source(body, folder=folder, cover=cover, lines=(("title", 2), ("cover", 5)))
    return sorted(find_problems(source, folder.parent.parent))


def codes_of(folder: Path, body: str, cover: str | None = None) -> list[tuple[int, str]]:
    return [(p.line, p.code) for p in problems_of(folder, body, cover)]


RIGHT = (
    "![Bàn chủ tọa](hop-bao.jpg)",
    '![Bàn chủ tọa](hop-bao.jpg "Buổi họp báo")',
    "![Bàn chủ tọa](./hop-bao.jpg)",
    "![Bàn chủ tọa](Toàn cảnh.jpg)",
    "![Bàn chủ tọa](<Toàn cảnh.jpg>)",
    "![Bàn chủ tọa](To%C3%A0n%20c%E1%BA%A3nh.jpg)",
    "![Bàn chủ tọa](anh (1).jpg)",
    "![Bàn chủ tọa](../chung.jpg)",
    "![Toàn cảnh](Toàn cảnh.jpg)",
    "![Họp báo](hop-bao.jpg)",
    "![Ảnh chụp màn hình dịch vụ công](hop-bao.jpg)",
    "`![](khong-co.jpg)`",
    "<!-- ![](khong-co.jpg) -->",
)


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_right_passes(folder: Path, body: str) -> None:
    assert codes_of(folder, body) == []


WRONG = [
    ("![Bàn](khong-co.jpg)", "photo-missing"),
    ("![Bàn](hop-bao.jpeg)", "photo-missing"),
    ("![Bàn](hop-bao)", "photo-missing"),
    ("![Bàn][r]\n\n[r]: khong-co.jpg", "photo-missing"),
    ("<img src='khong-co.jpg' alt='Bàn'>", "photo-missing"),
    ("![Bàn](HOP-BAO.jpg)", "photo-name-case"),
    ("![Bàn](img_2034.jpg)", "photo-name-case"),
    ("![Bàn](họp báo.jpg)", "photo-name-form"),
    ("![Bàn]()", "photo-target-empty"),
    ('![Bàn]( "Chú thích")', "photo-target-empty"),
    ("![Bàn][ảnh]", "photo-reference-missing"),
    ("![](hop-bao.jpg)", "photo-alt-empty"),
    ("![ \t](hop-bao.jpg)", "photo-alt-empty"),
    ("<img src='hop-bao.jpg'>", "photo-alt-empty"),
    ("![hop-bao.jpg](hop-bao.jpg)", "photo-alt-is-file-name"),
    ("![hop-bao](hop-bao.jpg)", "photo-alt-is-file-name"),
    ("![IMG_2034](IMG_2034.JPG)", "photo-alt-is-file-name"),
    ("![img_2034](IMG_2034.JPG)", "photo-alt-is-file-name"),
    ("![IMG_9999.JPG](hop-bao.jpg)", "photo-alt-is-file-name"),
    ("![DSC00012](hop-bao.jpg)", "photo-alt-is-file-name"),
    ("![image 1](hop-bao.jpg)", "photo-alt-is-file-name"),
    ("![Toàn cảnh.jpg](Toàn cảnh.jpg)", "photo-alt-is-file-name"),
    ('![Buổi họp báo](hop-bao.jpg "Buổi họp báo")', "photo-alt-is-caption"),
    ('![buổi họp  báo](hop-bao.jpg "Buổi họp báo.")', "photo-alt-is-caption"),
    ("![Buổi họp báo](hop-bao.jpg)\n*Buổi họp báo*", "photo-alt-is-caption"),
    ("![Buổi họp báo](hop-bao.jpg)\n\n*Buổi **họp báo***", "photo-alt-is-caption"),
    ("![Bàn](https://x.example/a.jpg)", "photo-remote"),
    ("![Bàn](//x.example/a.jpg)", "photo-remote"),
    ("![Bàn](data:image/png;base64,AAAA)", "photo-remote"),
    ("![Bàn](/images/a.jpg)", "photo-path"),
    ("![Bàn](../../../ngoai.jpg)", "photo-path"),
    ("![Bàn](..\\2021\\chung.jpg)", "photo-path"),
    ("![Bàn](so-do.svg)", "photo-svg"),
    ("![Bàn](a.bmp)", "photo-kind"),
]


@pytest.mark.parametrize(("body", "code"), WRONG)
def test_each_slip_is_told_with_its_line(folder: Path, body: str, code: str) -> None:
    assert codes_of(folder, f"Đoạn đầu.\n\n{body}\n") == [(10, code)]


def test_all_slips_are_told_at_once(folder: Path) -> None:
    body = "![](khong-co.jpg)\n![](hop-bao.jpg)\n\n![Bàn](/a.jpg)"
    expected = [
        *((5, "photo-missing"), (8, "photo-alt-empty"), (8, "photo-missing")),
        *((9, "photo-alt-empty"), (11, "photo-path")),
    ]
    assert codes_of(folder, body, cover="khong-co.jpg") == expected


@pytest.mark.parametrize("twin", ["Hop-Bao.JPG", "hop-bao.JPG"])
def test_two_photos_of_one_name_are_told(folder: Path, twin: str) -> None:
    (folder / twin).write_bytes(b"y")
    assert codes_of(folder, f"![Bàn](hop-bao.jpg)\n![Bàn]({twin})") == [
        (8, "photo-name-twice"),
        (9, "photo-name-twice"),
    ]


def test_two_photos_that_differ_in_how_marks_are_written_are_told(folder: Path) -> None:
    (folder / "họp báo.jpg").write_bytes(b"y")
    assert codes_of(folder, "![Bàn](họp báo.jpg)") == [(8, "photo-name-twice")]


@pytest.mark.parametrize(
    ("cover", "codes"),
    [
        ("hop-bao.jpg", []),
        ("Hop-Bao.jpg", [(5, "photo-name-case")]),
        ("https://x.example/a.jpg", [(5, "photo-remote")]),
        ("so-do.svg", [(5, "photo-svg")]),
    ],
)
def test_the_cover_is_checked_in_its_own_line(
    folder: Path, cover: str, codes: list[tuple[int, str]]
) -> None:
    assert codes_of(folder, "Chữ.", cover) == codes


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("hop-bao.jpeg", " Ý bạn là “hop-bao.jpg”?"),
        ("họp-báo.png", " Ý bạn là “hop-bao.jpg”?"),
        ("hoan-toan-khac.webp", ""),
    ],
)
def test_a_near_name_is_suggested(folder: Path, name: str, suggestion: str) -> None:
    (folder / NFD_NAME).unlink()
    (found,) = problems_of(folder, f"![Bàn]({name})")
    assert found.message == f"Ảnh “{name}” không có trong thư mục.{suggestion}"


def test_a_folder_named_like_a_photo_is_none(folder: Path) -> None:
    os.mkdir(folder / "thu-muc.jpg")  # noqa: PTH102 - one call, no more
    assert codes_of(folder, "![Bàn](thu-muc.jpg)") == [(8, "photo-kind")]
