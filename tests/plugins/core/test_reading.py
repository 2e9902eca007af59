"""Reading a source: what becomes of a file, and every mistake told by file and line."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core.article import Kind, Status, Term
from plugins.core.catalogue import CATALOGUE
from plugins.core.reading import Reader
from tests.plugins.samples import OFFICE, URLS, ZONE, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.core.source import Source

FRONT = (
    "---\ntitle: Họp báo\ndate: 20/01/2021 08:00\ncategory: Tin tức\n"
    "summary: Sáng nay.\n{more}---\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def read_bytes(
    root: Path, data: bytes, place: str = "2021/hop-bao/index.md"
) -> tuple[Source | None, list[Problem]]:
    path = root / "content" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    reader = Reader(OFFICE, URLS, root, root / "content", ZONE, moment("2021-06-01 00:00"))
    return reader.read(path)


def read(
    root: Path, text: str, place: str = "2021/hop-bao/index.md"
) -> tuple[Source | None, list[Problem]]:
    return read_bytes(root, text.encode(), place)


def source_of(root: Path, text: str, place: str = "2021/hop-bao/index.md") -> Source:
    source, problems = read(root, text, place)
    assert problems == []
    assert source is not None
    return source


def test_an_article_is_read_whole(root: Path) -> None:
    more = "tags: [Hội nghị, văn phòng]\nauthor: Thu Hà\ncover: a.jpg\npinned: true\n"
    source = source_of(root, FRONT.format(more=more) + "Thân bài\n")
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


def test_a_translation_lives_in_its_edition(root: Path) -> None:
    text = FRONT.format(more="tags: [press]\n").replace("Tin tức", "News")
    view = source_of(root, text, "2021/hop-bao/index.en.md").view
    assert (view.lang, view.key, view.url) == ("en", "2021/hop-bao", "/en/2021/01/20/hop-bao/")
    assert view.category == Term("news", "News", "/en/category/news/")
    assert view.tags == (Term("press", "press", "/en/tag/press/"),)


def test_a_static_page_has_its_name_for_an_address(root: Path) -> None:
    page = "---\ntitle: Giới thiệu\nsummary: S\n---\n"
    view = source_of(root, page, "pages/Giới thiệu/index.md").view
    assert (view.kind, view.url, view.category) == (Kind.PAGE, "/gioi-thieu/", None)
    assert source_of(root, page, "pages/gioi-thieu/index.en.md").view.url == "/en/gioi-thieu/"


@pytest.mark.parametrize(
    ("folder", "slug"), [("Họp báo số 1", "hop-bao-so-1"), ("!!!", "bai"), ("Đà Nẵng", "da-nang")]
)
def test_a_folder_s_name_in_any_form_makes_the_address(root: Path, folder: str, slug: str) -> None:
    place = unicodedata.normalize("NFD", f"2021/{folder}/index.md")
    view = source_of(root, FRONT.format(more=""), place).view
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
def test_the_status_is_the_editor_s(root: Path, more: str, status: Status) -> None:
    assert source_of(root, FRONT.format(more=more)).view.status is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("31/05/2021 23:59", Status.PUBLISHED),
        ("01/06/2021", Status.PUBLISHED),
        ("01/06/2021 00:01", Status.SCHEDULED),
        ("02/06/2021", Status.SCHEDULED),
    ],
)
def test_an_article_of_the_future_waits(root: Path, day: str, status: Status) -> None:
    text = FRONT.format(more="").replace("20/01/2021 08:00", day)
    assert source_of(root, text).view.status is status


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
    root: Path, more: str, status: Status
) -> None:
    assert source_of(root, FRONT.format(more=more)).view.status is status


def test_old_addresses_and_warnings_to_ignore_are_kept(root: Path) -> None:
    more = "aliases: [/cu/bai.html]\nignore:\n  link-text: tên riêng\n"
    view = source_of(root, FRONT.format(more=more)).view
    assert view.aliases == ("/cu/bai.html",)
    assert view.ignore == (("link-text", "tên riêng"),)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_change_nothing(root: Path, end: str, mark: str) -> None:
    text = mark + (FRONT.format(more="") + "a\nb").replace("\n", end)
    source = source_of(root, text)
    assert (source.body, source.body_line) == ("a\nb", 7)


def test_text_comes_out_in_normal_form_and_clean(root: Path) -> None:
    text = unicodedata.normalize("NFD", FRONT.format(more="") + "Tiếng\u200b Việt\x07\va\u2028b")
    source = source_of(root, text)
    assert source.view.title == "Họp báo"
    assert source.body == "Tiếng Việt a b"


def told(root: Path, text: str, place: str = "2021/hop-bao/index.md") -> list[str]:
    return [str(p) for p in read(root, text, place)[1]]


def test_a_file_of_another_name_is_no_article(root: Path) -> None:
    assert told(root, FRONT, "2021/hop-bao/bai.md") == [
        (
            "content/2021/hop-bao/bai.md:1 — Tên tệp “bai.md” không dùng được.\n"
            "  Cách sửa: đặt tên là index.md, hoặc index.en.md cho bản dịch.\n"
            "  (This file name cannot be used. "
            "Name it index.md, or index.<language>.md for a translation.)"
        )
    ]


@pytest.mark.parametrize("place", ["index.fr.md", "index.vi.md", "INDEX.md", "index.md.md"])
def test_names_that_nearly_fit_do_not(root: Path, place: str) -> None:
    assert read(root, FRONT, f"2021/a/{place}")[0] is None


def test_a_file_that_is_no_utf_8_is_told(root: Path) -> None:
    source, problems = read_bytes(root, "---\ntitle: Họp báo\n---\n".encode("utf-16"))
    assert source is None
    assert [str(p) for p in problems] == [
        (
            "content/2021/hop-bao/index.md:1 — Tệp không phải là văn bản UTF-8.\n"
            "  Cách sửa: mở tệp và lưu lại với bảng mã UTF-8.\n"
            "  (The file is not UTF-8 text. Save it again as UTF-8.)"
        )
    ]


def test_a_file_with_an_empty_front_matter_is_told(root: Path) -> None:
    assert [p.code for p in read(root, "---\n---\nchữ")[1]] == ["frontmatter-missing"]


WRONG = [
    (
        "Tin tức",
        "Tin tứk",
        4,
        "Không có chuyên mục “Tin tứk”. Ý bạn là “Tin tức”? / Did you mean “Tin tức”?",
        "chọn một trong: Tin tức, Thông báo.",
    ),
    ("Tin tức", "Xyz", 4, "Không có chuyên mục “Xyz”.", "chọn một trong: Tin tức, Thông báo."),
    (
        "{more}",
        "status: drat\n",
        6,
        "Trạng thái “drat” không dùng được. Ý bạn là “draft”? / Did you mean “draft”?",
        "viết published (xuất bản) hoặc draft (bản nháp).",
    ),
    (
        "{more}",
        "lang: en\n",
        6,
        "Trường “lang” ghi “en” nhưng tên tệp cho biết ngôn ngữ là “vi”.",
        "xóa dòng lang, hoặc đổi tên tệp.",
    ),
    (
        "Sáng nay.",
        "S" * 321,
        5,
        "Tóm tắt dài 321 ký tự, tối đa là 320.",
        "rút gọn còn một hoặc hai câu.",
    ),
    (
        "20/01/2021 08:00",
        "32/01/2021",
        3,
        "Ngày “32/01/2021” trong trường “date” không đúng.",
        "viết như 20/01/2021 hoặc 2021-01-20, có thể thêm giờ: 20/01/2021 08:00.",
    ),
]


@pytest.mark.parametrize("case", WRONG, ids=range(len(WRONG)))
def test_each_mistake_is_told_and_the_rest_is_still_read(
    root: Path, case: tuple[str, str, int, str, str]
) -> None:
    old, new, line, message, hint = case
    source, problems = read(root, FRONT.replace(old, new).replace("{more}", ""))
    assert [(p.line, p.message, p.hint) for p in problems] == [(line, message, hint)]
    assert source is not None
    assert source.body_line == (8 if old == "{more}" else 7)


def test_documents_without_a_date_do_not_collide(root: Path) -> None:
    bad = FRONT.format(more="").replace("20/01", "50/01")
    one, _ = read(root, bad, "2020/hop-bao/index.md")
    other, _ = read(root, bad, "2021/hop-bao/index.md")
    assert one is not None
    assert other is not None
    assert one.view.url != other.view.url


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_read_or_told(root: Path, data: bytes) -> None:
    source, problems = read_bytes(root, data)
    assert problems
    assert source is None or source.view.title


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_values_make_a_view_or_a_problem(root: Path, key: str, value: str, body: str) -> None:
    text = f"---\ntitle: T\n{key}: {value}\nsummary: {value}\n---\n{body}"
    source, problems = read_bytes(root, text.encode())
    assert problems
    assert all(p.code in CATALOGUE and p.line >= 1 for p in problems)
    if source is not None:
        assert source.view.title
        assert source.view.url.startswith("/")
