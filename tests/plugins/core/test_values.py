"""Values: every type of field, every wrong value, and what each problem says."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.core.article import AttachmentField, Kind
from plugins.core.fields import ATTACHMENT_FIELDS, FIELDS, Type
from plugins.core.frontmatter import split_front_matter
from plugins.core.values import Reading, read_values
from tests.plugins.samples import ZONE, moment

LEAST = "title: T\ndate: 20/01/2021\ncategory: Tin tức\nsummary: S"


def read(text: str, kind: Kind = Kind.ARTICLE) -> tuple[dict[str, Any], list[tuple[int, str, str]]]:
    """Return the values of fields from line 2 on, and line, message and hint of each problem."""
    parts = split_front_matter(f"---\n{text}\n---\n", "a.md")
    reading = Reading("a.md", ZONE, list(parts.problems))
    values = read_values(reading, kind, parts.fields)
    return values, [(p.line, p.message, p.hint) for p in sorted(reading.problems)]


RIGHT = [
    ("author: Thu  Hà ", "author", "Thu Hà"),
    ("author: >\n  Thu\n  Hà", "author", "Thu Hà"),
    ("author: Thu\u00a0Hà\u00a0", "author", "Thu Hà"),
    ("source: tăng 27,76\u00a0%, còn 5\u00a0 giờ", "source", "tăng 27,76\u00a0%, còn 5 giờ"),
    ("author: 2021", "author", "2021"),
    ("updated: 21/01/2021 08:00", "updated", moment("2021-01-21 08:00")),
    ("pinned: true", "pinned", True),
    ("pinned: Có", "pinned", True),
    ("pinned: yes", "pinned", True),
    ("pinned: 'false'", "pinned", False),
    ("pinned: không", "pinned", False),
    ("tags: [hội nghị, Văn  phòng]", "tags", ("hội nghị", "Văn phòng")),
    ("tags:\n  - a\n  - b\n  - a\n  -\n  - ~", "tags", ("a", "b")),
    ("tags:", "tags", ()),
    ("tags: []", "tags", ()),
    ("attachments: []", "attachments", ()),
    (
        "attachments:\n  - file: a.pdf\n    title: Dự thảo",
        "attachments",
        (AttachmentField("a.pdf", "Dự thảo", None, None, 7),),
    ),
    (
        (
            "attachments:\n  - {file: a.pdf, title: A, number: 12/DT, date: 18/11/2026}\n"
            "  - {title: B, file: b.pdf}"
        ),
        "attachments",
        (
            AttachmentField("a.pdf", "A", "12/DT", moment("2026-11-18 00:00").date(), 7),
            AttachmentField("b.pdf", "B", None, None, 8),
        ),
    ),
]


@pytest.mark.parametrize(("text", "key", "expected"), RIGHT, ids=range(len(RIGHT)))
def test_a_value_has_the_type_of_its_field(text: str, key: str, expected: object) -> None:
    values, problems = read(f"{LEAST}\n{text}")
    assert problems == []
    assert values[key] == expected


@pytest.mark.parametrize(
    "text", ["author:", "author: ~", "updated:", "updated: null", "pinned:", "attachments:"]
)
def test_a_field_left_empty_is_as_if_it_were_not_there(text: str) -> None:
    assert read(f"{LEAST}\n{text}") == read(LEAST)


TEXT = "ví dụ: author: Hội nghị tổng kết năm 2021"
KEYS = ", ".join(f.key for f in FIELDS)
WRONG = [
    ("author: [a, b]", 6, "Trường “author” phải là một dòng chữ.", TEXT),
    ("author: {a: b}", 6, "Trường “author” phải là một dòng chữ.", TEXT),
    (
        "updated: [20/01/2021]",
        6,
        "Trường “updated” phải là một ngày.",
        "ví dụ: updated: 20/01/2021 08:00",
    ),
    (
        "updated: mai",
        6,
        "Ngày “mai” trong trường “updated” không đúng.",
        "viết như 20/01/2021 hoặc 2021-01-20, có thể thêm giờ: 20/01/2021 08:00.",
    ),
    (
        "pinned: 1",
        6,
        "Trường “pinned” phải là true hoặc false.",
        "ví dụ: pinned: true",
    ),
    ("pinned: []", 6, "Trường “pinned” phải là true hoặc false.", "ví dụ: pinned: true"),
    (
        "tags: hội nghị, văn phòng",
        6,
        "Trường “tags” phải là một danh sách.",
        "ví dụ: tags: [chuyển đổi số, cải cách hành chính]",
    ),
    (
        "tags: [a, [b]]",
        6,
        "Trường “tags” phải là một danh sách.",
        "ví dụ: tags: [chuyển đổi số, cải cách hành chính]",
    ),
    (
        "attachments: du-thao.pdf",
        6,
        "Trường “attachments” phải là một danh sách các tệp, mỗi tệp có file và title.",
        "ví dụ: attachments: [{file: du-thao.pdf, title: Dự thảo Quyết định}]",
    ),
    (
        "attachments:\n  - {file: a.pdf, title: A}\n  - du-thao.pdf",
        8,
        "Trường “attachments” phải là một danh sách các tệp, mỗi tệp có file và title.",
        "ví dụ: attachments: [{file: du-thao.pdf, title: Dự thảo Quyết định}]",
    ),
    (
        "attachments:\n  - title: A",
        7,
        "Thiếu trường bắt buộc “file” (tên tệp).",
        "thêm dòng “file: …” vào phần khai báo.",
    ),
    (
        "attachments:\n  - file: a.pdf\n    title: A\n    name: x",
        9,
        "Không có trường “name”. Ý bạn là “number”? / Did you mean “number”?",
        "sửa tên trường hoặc xóa dòng này; các trường dùng được: file, title, number, date.",
    ),
    (
        "attachments:\n  - file: a.pdf\n    title: A\n    file: b.pdf",
        9,
        "Trường “file” được khai báo hai lần.",
        "giữ lại một dòng.",
    ),
    (
        "ignore: link-text",
        6,
        "Trường “ignore” phải là một danh sách mã cảnh báo, mỗi mã kèm lý do.",
        "ví dụ: ignore: {number-format: trích nguyên văn báo cáo tiếng Anh}",
    ),
    (
        "tag: [a]",
        6,
        "Không có trường “tag”. Ý bạn là “tags”? / Did you mean “tags”?",
        (f"sửa tên trường hoặc xóa dòng này; các trường dùng được: {KEYS}."),
    ),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_value_is_told_and_left_out(text: str, line: int, message: str, hint: str) -> None:
    values, problems = read(f"{LEAST}\n{text}")
    assert problems == [(line, message, hint)]
    assert set(values) - {"attachments"} == {"title", "date", "category", "summary"}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("title", "tiêu đề"),
        ("date", "ngày giờ đăng"),
        ("category", "chuyên mục"),
        ("summary", "tóm tắt"),
    ],
)
@pytest.mark.parametrize("given_as", ["", "{key}:", "{key}: ''", "{key}: null"])
def test_a_required_field_is_missed_once_whether_absent_or_empty(
    key: str, label: str, given_as: str
) -> None:
    lines = [given_as.format(key=key) if x.startswith(key) else x for x in LEAST.split("\n")]
    _, problems = read("\n".join(lines))
    line = 2 + next(n for n, x in enumerate(LEAST.split("\n")) if x.startswith(key))
    expected = (
        line if given_as else 1,
        f"Thiếu trường bắt buộc “{key}” ({label}).",
        f"thêm dòng “{key}: …” vào phần khai báo.",
    )
    assert problems == [expected]


def test_a_page_needs_no_date_and_may_have_none() -> None:
    assert read("title: T\nsummary: S", Kind.PAGE) == ({"title": "T", "summary": "S"}, [])
    _, problems = read("title: T\nsummary: S\ndate: 20/01/2021", Kind.PAGE)
    expected = "Không có trường “date”. Ý bạn là “updated”? / Did you mean “updated”?"
    assert [(line, message) for line, message, _ in problems] == [(4, expected)]


def test_all_that_is_wrong_is_told_at_once() -> None:
    _, problems = read("titel: T\ndate: mai\npinned: 7\ntags: a\nupdated: []")
    assert [line for line, _, _ in problems] == [1, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("title", "titel"), ("summary", "tom-tat"), ("date", "ngay"), ("date", "Date")],
)
def test_a_field_under_a_wrong_name_is_one_mistake(key: str, wrong: str) -> None:
    _, problems = read(LEAST.replace(f"{key}:", f"{wrong}:"))
    expected = f"Không có trường “{wrong}”. Ý bạn là “{key}”? / Did you mean “{key}”?"
    assert [message for _, message, _ in problems] == [expected]


def test_two_fields_under_names_of_no_likeness_are_not_guessed() -> None:
    _, problems = read(LEAST.replace("summary:", "xxx:").replace("date:", "zzz:"))
    assert [message for _, message, _ in problems] == [
        "Thiếu trường bắt buộc “date” (ngày giờ đăng).",
        "Thiếu trường bắt buộc “summary” (tóm tắt).",
        "Không có trường “zzz”.",
        "Không có trường “xxx”.",
    ]


def test_a_list_that_holds_itself_is_told_and_not_followed() -> None:
    _, problems = read(f"{LEAST}\nattachments: &x [*x]")
    assert [line for line, _, _ in problems] == [6]


@pytest.mark.parametrize("field", [*FIELDS, *ATTACHMENT_FIELDS], ids=lambda f: f.key)
def test_every_field_has_labels_and_an_example_that_is_right(field: Any) -> None:  # noqa: ANN401 - a Field
    assert field.label
    assert field.label_en
    if field in FIELDS and field.type is not Type.TEXT:
        kind = Kind.ARTICLE
        rest = [x for x in LEAST.split("\n") if not x.startswith(f"{field.key}:")]
        _, problems = read("\n".join([*rest, field.type.example(field.key)]), kind)
        assert problems == []
