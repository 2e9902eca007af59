"""Reading a source: what becomes of a file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Kind, Status, Term
from tests.plugins.core.reading import FRONT, read

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.source import Source


def source_of(root: Path, text: str, place: str = "2021/hop-bao/index.md") -> Source:
    source, problems = read(root, text, place)
    assert problems == []
    assert source is not None
    return source


def test_an_article_is_read_whole(tmp_path: Path) -> None:
    more = "tags: [Hội nghị, văn phòng]\nauthor: Thu Hà\ncover: a.jpg\npinned: true\n"
    source = source_of(tmp_path, FRONT.format(more=more) + "Thân bài\n")
    view = source.view
    assert (source.path, source.body, source.body_line) == (
        "content/2021/hop-bao/index.md",
        "Thân bài\n",
        11,
    )
    assert (view.kind, view.lang, view.slug, view.key) == (
        Kind.ARTICLE,
        "vi",
        "hop-bao",
        "2021/hop-bao",
    )
    assert (view.url, view.save_as) == ("/2021/01/20/hop-bao/", "2021/01/20/hop-bao/index.html")
    assert (view.title, view.summary, view.author) == ("Họp báo", "Sáng nay.", "Thu Hà")
    assert (view.cover, view.pinned, view.status) == ("a.jpg", True, Status.PUBLISHED)
    assert view.category == Term("tin-tuc", "Tin tức", "/chuyen-muc/tin-tuc/")
    assert view.tags == (
        Term("hoi-nghi", "Hội nghị", "/the/hoi-nghi/"),
        Term("van-phong", "văn phòng", "/the/van-phong/"),
    )
    assert [view.line_of(k) for k in ("title", "summary", "tags", "none")] == [2, 5, 6, 1]


def test_a_translation_lives_in_its_edition(tmp_path: Path) -> None:
    text = FRONT.format(more="tags: [press]\n").replace("Tin tức", "News")
    view = source_of(tmp_path, text, "2021/hop-bao/index.en.md").view
    assert (view.lang, view.key, view.url) == ("en", "2021/hop-bao", "/en/2021/01/20/hop-bao/")
    assert view.category == Term("news", "News", "/en/category/news/")
    assert view.tags == (Term("press", "press", "/en/tag/press/"),)


def test_a_static_page_has_its_name_for_an_address(tmp_path: Path) -> None:
    page = "---\ntitle: Giới thiệu\nsummary: S\n---\n"
    view = source_of(tmp_path, page, "pages/Giới thiệu/index.md").view
    assert (view.kind, view.url, view.category) == (Kind.PAGE, "/gioi-thieu/", None)
    assert source_of(tmp_path, page, "pages/gioi-thieu/index.en.md").view.url == "/en/gioi-thieu/"


@pytest.mark.parametrize(
    ("folder", "slug"), [("Họp báo số 1", "hop-bao-so-1"), ("!!!", "bai"), ("Đà Nẵng", "da-nang")]
)
def test_a_folder_s_name_in_any_form_makes_the_address(
    tmp_path: Path, folder: str, slug: str
) -> None:
    place = unicodedata.normalize("NFD", f"2021/{folder}/index.md")
    view = source_of(tmp_path, FRONT.format(more=""), place).view
    assert view.slug == slug
    assert view.path == unicodedata.normalize("NFC", place)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("", Status.PUBLISHED),
        ("status: published\n", Status.PUBLISHED),
        ("status: draft\n", Status.DRAFT),
    ],
)
def test_the_status_is_the_editor_s(tmp_path: Path, more: str, status: Status) -> None:
    assert source_of(tmp_path, FRONT.format(more=more)).view.status is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("31/05/2021 23:59", Status.PUBLISHED),
        ("01/06/2021", Status.PUBLISHED),
        ("01/06/2021 00:01", Status.SCHEDULED),
        ("02/06/2021", Status.SCHEDULED),
    ],
)
def test_an_article_of_the_future_waits(tmp_path: Path, day: str, status: Status) -> None:
    text = FRONT.format(more="").replace("20/01/2021 08:00", day)
    assert source_of(tmp_path, text).view.status is status


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("publish_from: 31/05/2021\n", Status.PUBLISHED),
        ("publish_from: 01/06/2021 00:01\n", Status.SCHEDULED),
        ("expires: 30/05/2021\n", Status.EXPIRED),
        ("expires: 31/05/2021\n", Status.EXPIRED),
        ("expires: 01/06/2021\n", Status.PUBLISHED),
        ("expires: 31/05/2021 23:59\n", Status.EXPIRED),
        ("expires: 01/06/2021 00:01\n", Status.PUBLISHED),
        ("expires: 30/05/2021\nstatus: draft\n", Status.DRAFT),
    ],
)
def test_an_article_shows_from_its_day_to_the_end_of_its_last(
    tmp_path: Path, more: str, status: Status
) -> None:
    assert source_of(tmp_path, FRONT.format(more=more)).view.status is status


def test_old_addresses_and_warnings_to_ignore_are_kept(tmp_path: Path) -> None:
    more = "aliases: [/cu/bai.html]\nignore:\n  link-text: tên riêng\n"
    view = source_of(tmp_path, FRONT.format(more=more)).view
    assert view.aliases == ("/cu/bai.html",)
    assert view.ignore == (("link-text", "tên riêng"),)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path, end: str, mark: str) -> None:
    text = mark + (FRONT.format(more="") + "a\nb").replace("\n", end)
    source = source_of(tmp_path, text)
    assert (source.body, source.body_line) == ("a\nb", 7)


def test_text_comes_out_in_normal_form_and_clean(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", FRONT.format(more="") + "Tiếng\u200b Việt\x07\va\u2028b")
    source = source_of(tmp_path, text)
    assert source.view.title == "Họp báo"
    assert source.body == "Tiếng Việt a b"
