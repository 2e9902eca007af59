"""Front matter: each field with its line, and each slip in YAML told in Vietnamese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.frontmatter import Parts, split_front_matter

PATH = "content/2021/hop-bao/index.md"


def read(text: str) -> Parts:
    return split_front_matter(text, PATH)


def told(text: str) -> list[tuple[int, str, str]]:
    return [(p.line, p.code, p.message) for p in read(text).problems]


def test_fields_and_body_know_their_lines() -> None:
    parts = read('---\ntitle: Họp báo\n\n# ghi chú\ndate: "20/01/2021"\n---\nDòng 7\nDòng 8')
    assert [(f.key, f.line, f.text) for f in parts.fields] == [
        ("title", 2, "Họp báo"),
        ("date", 5, "20/01/2021"),
    ]
    assert (parts.body, parts.body_line, parts.problems) == ("Dòng 7\nDòng 8", 7, ())


def test_values_stay_as_written() -> None:
    values = ("2021-01-20", "007", "yes", "1e3", "'x'", "[1]", "null", "~", "'null'")
    text = "\n".join(["---", *(f"k{n}: {value}" for n, value in enumerate(values)), "---"])
    assert [f.text for f in read(text).fields] == [
        *("2021-01-20", "007", "yes", "1e3", "x", None, "", "", "null"),
    ]


def test_escapes_bring_nothing_in_that_reading_has_cleaned_away() -> None:
    parts = read('---\ntitle: "a\\0b\\x01c\\uD800d\\u2028e\\u0061\\u0301"\n---\n')
    assert [f.text for f in parts.fields] == ["abcd eá"]


@pytest.mark.parametrize("end", ["---", "---  ", "---\t"])
def test_spaces_after_the_marks_do_no_harm(end: str) -> None:
    assert [f.key for f in read(f"{end}\ntitle: x\n{end}\n").fields] == ["title"]


def test_a_rule_in_the_body_is_no_mark() -> None:
    assert read("---\ntitle: x\n---\na\n\n---\n\nb").body == "a\n\n---\n\nb"


MISSING = "Bài viết không có phần khai báo giữa hai dòng “---” ở đầu tệp."
OPEN = "Phần khai báo không có dòng “---” kết thúc."


def yaml_says(detail: str) -> str:
    return f"Phần khai báo viết sai cú pháp YAML: {detail}."


UNREADABLE = yaml_says("có ký tự không đọc được")
WRONG = {
    "": (1, "frontmatter-missing", MISSING),
    "Chỉ có chữ": (1, "frontmatter-missing", MISSING),
    "\n---\ntitle: x\n---\n": (1, "frontmatter-missing", MISSING),
    "---": (1, "frontmatter-open", OPEN),
    "---\ntitle: x\n": (1, "frontmatter-open", OPEN),
    "---\ntitle: Tin: nóng\n---": (
        2,
        "frontmatter-yaml",
        yaml_says("dấu hai chấm ở chỗ không được có"),
    ),
    "---\na: 1\ntitle\nb: 2\n---": (
        4,
        "frontmatter-yaml",
        yaml_says("có dòng thiếu dấu hai chấm"),
    ),
    "---\na: 1\n\tb: 2\n---": (
        3,
        "frontmatter-yaml",
        yaml_says("có phím Tab ở chỗ phải là dấu cách"),
    ),
    "---\na: 1\nb: 'x' y\n---": (
        3,
        "frontmatter-yaml",
        yaml_says("dòng thụt vào không đều, hoặc có chữ thừa sau dấu nháy"),
    ),
    '---\na: 1\nb: "x\nc: 2\n---': (
        3,
        "frontmatter-yaml",
        yaml_says("có dấu nháy mở mà không đóng"),
    ),
    "---\nb: *nghiêng\n---": (
        2,
        "frontmatter-yaml",
        yaml_says("giá trị bắt đầu bằng dấu * hoặc &"),
    ),
    "---\nb: *x\n---": (2, "frontmatter-yaml", yaml_says("giá trị bắt đầu bằng dấu * hoặc &")),
    "---\nb: @ubnd\n---": (2, "frontmatter-yaml", yaml_says("giá trị bắt đầu bằng dấu @")),
    "---\n- a\n- b\n---": (2, "frontmatter-yaml", yaml_says("không có dạng “tên: giá trị”")),
    "---\nchữ\n---": (2, "frontmatter-yaml", yaml_says("không có dạng “tên: giá trị”")),
    "---\na: 1\nb: \x07\n---": (3, "frontmatter-yaml", UNREADABLE),
    '---\na: "\\UFFFFFFFF"\n---': (2, "frontmatter-yaml", UNREADABLE),
    f"---\na: {'[' * 1000}\n---": (2, "frontmatter-yaml", UNREADABLE),
    "---\na: 1\nb: 2\na: 3\n---": (4, "field-twice", "Trường “a” được khai báo hai lần."),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.items(), ids=range(len(WRONG)))
def test_each_slip_is_told_with_its_line(text: str, expected: tuple[int, str, str]) -> None:
    assert told(text) == [expected]


def test_an_empty_front_matter_has_no_fields_and_its_own_body() -> None:
    parts = read("---\n---\nThân bài")
    assert (parts.fields, parts.body, parts.body_line) == ((), "Thân bài", 3)


def test_of_a_field_given_twice_the_first_stays() -> None:
    assert [f.text for f in read("---\na: 1\na: 2\n---").fields] == ["1"]


def test_a_key_that_is_no_word_is_a_field_that_nobody_knows() -> None:
    assert [f.key for f in read("---\n[a, b]: 1\n---").fields] == ["?"]


@given(st.text(), st.text())
def test_any_text_is_split_without_an_exception(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    parts = read(text)
    assert text.split("\n")[parts.body_line - 1 :] == parts.body.split("\n")
    assert all(1 <= p.line < parts.body_line for p in parts.problems)


@given(
    st.lists(st.sampled_from(["- ", "a: ", "&x ", "*x", "[", "{", "]", "}", '"', "|", "\n", ": "]))
)
def test_any_scraps_of_yaml_are_read_or_told(scraps: list[str]) -> None:
    parts = read("---\n" + "".join(scraps) + "\n---\n")
    assert all(p.line >= 1 for p in parts.problems)
    assert all(f.line >= 2 for f in parts.fields)
