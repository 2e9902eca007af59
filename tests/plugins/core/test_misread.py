"""Reading a source: every mistake is told by file and line, whatever the bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core.catalogue import CATALOGUE
from tests.plugins.core.reading import FRONT, read, read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def told(root: Path, text: str, place: str = "2021/hop-bao/index.md") -> list[str]:
    return [str(p) for p in read(root, text, place)[1]]


def test_a_file_of_another_name_is_no_article(tmp_path: Path) -> None:
    assert told(tmp_path, FRONT, "2021/hop-bao/bai.md") == [
        (
            "content/2021/hop-bao/bai.md:1 — Tên tệp “bai.md” không dùng được.\n"
            "  Cách sửa: đặt tên là index.md, hoặc index.en.md cho bản dịch.\n"
            "  (This file name cannot be used. "
            "Name it index.md, or index.<language>.md for a translation.)"
        )
    ]


@pytest.mark.parametrize("place", ["index.fr.md", "index.vi.md", "INDEX.md", "index.md.md"])
def test_names_that_nearly_fit_do_not(tmp_path: Path, place: str) -> None:
    assert read(tmp_path, FRONT, f"2021/a/{place}")[0] is None


def test_a_file_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    source, problems = read_bytes(tmp_path, "---\ntitle: Họp báo\n---\n".encode("utf-16"))
    assert source is None
    assert [str(p) for p in problems] == [
        (
            "content/2021/hop-bao/index.md:1 — Tệp không phải là văn bản UTF-8.\n"
            "  Cách sửa: mở tệp và lưu lại với bảng mã UTF-8.\n"
            "  (The file is not UTF-8 text. Save it again as UTF-8.)"
        )
    ]


def test_a_file_with_an_empty_front_matter_is_told(tmp_path: Path) -> None:
    assert [p.code for p in read(tmp_path, "---\n---\nchữ")[1]] == ["frontmatter-missing"]


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
    tmp_path: Path, case: tuple[str, str, int, str, str]
) -> None:
    old, new, line, message, hint = case
    source, problems = read(tmp_path, FRONT.replace(old, new).replace("{more}", ""))
    assert [(p.line, p.message, p.hint) for p in problems] == [(line, message, hint)]
    assert source is not None
    assert source.body_line == (8 if old == "{more}" else 7)


def test_documents_without_a_date_do_not_collide(tmp_path: Path) -> None:
    bad = FRONT.format(more="").replace("20/01", "50/01")
    one, _ = read(tmp_path, bad, "2020/hop-bao/index.md")
    other, _ = read(tmp_path, bad, "2021/hop-bao/index.md")
    assert one is not None
    assert other is not None
    assert one.view.url != other.view.url


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_read_or_told(tmp_path: Path, data: bytes) -> None:
    source, problems = read_bytes(tmp_path, data)
    assert problems
    assert source is None or source.view.title


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_values_make_a_view_or_a_problem(
    tmp_path: Path, key: str, value: str, body: str
) -> None:
    text = f"---\ntitle: T\n{key}: {value}\nsummary: {value}\n---\n{body}"
    source, problems = read_bytes(tmp_path, text.encode())
    assert problems
    assert all(p.code in CATALOGUE and p.line >= 1 for p in problems)
    if source is not None:
        assert source.view.title
        assert source.view.url.startswith("/")
