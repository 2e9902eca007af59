"""What is read without YAML is what YAML would have read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.frontmatter import read_mapping, split_front_matter
from plugins.core.text import clean
from plugins.core.written import Written, read_plain_fields, text_of

PROJECT = Path(__file__).resolve().parents[3]


def told(fields: tuple[Written, ...]) -> list[object]:
    return [(f.key, f.line, f.text, items_of(f.node)) for f in fields]


def items_of(node: yaml.Node | None) -> list[object]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [(text_of(item), item.start_mark.line) for item in items]


def by_yaml(text: str) -> tuple[list[object], tuple[object, ...]]:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None:
        return [], ()
    assert isinstance(node, yaml.MappingNode)
    fields, problems = read_mapping(node, "a.md")
    return told(fields), problems


def assert_same_or_left(text: str) -> None:
    if read_plain_fields(text) is not None:
        parts = split_front_matter(f"---\n{text}\n---\n", "a.md")
        assert (told(parts.fields), parts.problems) == by_yaml(text)


COMMON = (
    "",
    "title: Họp báo quý I – kết quả, phương hướng",
    "date: 20/01/2021 08:00\nupdated: 2021-01-20",
    "title: “Ngày hội” (lần 2) tăng 5 % & hơn thế!  \nsummary: Xem https://a.vn/b?c=d nhé",
    'title: "Chùm ảnh: #1 – mới"\nauthor: \'Ông "A"\'\ncover: ""',
    "tags: [một, hai ba,  bốn-năm]\npinned: true",
    "tags:\n  - một, hai\n  - 08:00\n  - null\npinned: no",
    "tags:\n- một\n- hai",
    "author: null\nsource: Null\ntags: [null, NULL]",
    "title: a\ntitle: b\ndate: c",
    "a: 1e3\nb: 007\nd: x=y\ne: a'b\"c",
)


@pytest.mark.parametrize("text", COMMON)
def test_common_front_matter_is_read_without_yaml_as_yaml_does(text: str) -> None:
    assert read_plain_fields(text) is not None
    assert_same_or_left(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: Tin: nóng",
        "title: Tin nóng:",
        "title: Tin #nóng",
        "title: Tin\n  nóng",
        "title: ~",
        "title:",
        "title:  ",
        "title: -",
        "title: - a",
        "title: *a",
        "title: &a b",
        "title: !a b",
        "title: |\n  a",
        "title: >-\n  a",
        "title: {a: b}",
        'title: "a\\tb"',
        'title: "a" b',
        "title: 'a''b'",
        'title: "a\n  b"',
        "title: a\tb",
        "\ttitle: a",
        " title: a",
        "? title",
        "# ghi chú",
        "title: a\n\ndate: b",
        "tags: []",
        "tags: [a,]",
        "tags: [a,b]",
        "tags: [a, [b]]",
        "tags: [a: b]",
        "tags: [a\n b]",
        "tags:\n  - a\n - b",
        "tags:\n  - a: b",
        "tags:\n  - - a",
        "tags:\n  -a",
        "Tiêu đề: a",
        "title : a",
        "title:a",
        "<<: a",
        "- a",
        "---",
        "title: \x7f",
        "title: a\u0338",
    ],
)
def test_what_may_mean_more_is_left_to_yaml(text: str) -> None:
    assert read_plain_fields(text) is None


def test_every_sample_is_read_as_yaml_does_and_most_without_it() -> None:
    paths = PROJECT.glob("content/**/*.md")
    texts = [
        clean(p.read_text("utf-8")).split("\n---\n", 1)[0].removeprefix("---\n") for p in paths
    ]
    plain = [text for text in texts if read_plain_fields(text) is not None]
    assert len(plain) > len(texts) / 2
    for text in plain:
        assert_same_or_left(text)


def test_every_letter_that_is_read_without_yaml_is_one_to_yaml() -> None:
    letters = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isalnum() and clean(c) == c]
    for number in range(0, len(letters), 2000):
        some = " ".join(letters[number : number + 2000])
        assert read_plain_fields(f"title: ({some})") is not None
        node = yaml.compose(f"title: ({some})", Loader=yaml.SafeLoader)
        assert isinstance(node, yaml.MappingNode)
        assert node.value[0][1].value == f"({some})"


PIECES = [
    "a",
    "Họp",
    " ",
    "  ",
    ": ",
    ":",
    ", ",
    ",",
    "-",
    "- ",
    "#",
    " #",
    "[",
    "]",
    "'",
    '"',
    "\\",
]
PIECES += ["null", "~", "08:00", "1.5", "“", "”", "(", ")", "?", "!", "&", "*", "%", "@", "|", "="]
VALUES = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
WORDS = st.sampled_from(["a", "Họp báo", "null", "a-b", "08:00", "a, b", "'c'", "d ", "-", "(e)"])
LISTS = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f"[{', '.join(words)}]")
ITEMS = st.tuples(st.sampled_from(["", "  "]), st.lists(WORDS, min_size=1, max_size=3)).map(
    lambda parts: "".join(f"\n{parts[0]}- {word}" for word in parts[1])
)
QUOTED = st.tuples(st.sampled_from("'\""), VALUES).map(lambda parts: parts[0] + parts[1] + parts[0])
FIELDS = st.tuples(
    st.sampled_from(["a", "tags", "null", "y"]),
    st.one_of(VALUES.map(" {}".format), LISTS.map(" {}".format), ITEMS, QUOTED.map(" {} ".format)),
).map(":".join)


@settings(max_examples=500)
@given(st.lists(FIELDS, min_size=1, max_size=3).map("\n".join))
def test_any_lines_are_read_as_yaml_does_or_left_to_it(text: str) -> None:
    assert_same_or_left(text)


@settings(max_examples=500)
@given(st.text(alphabet="a ở:-,'\"[]#\n\xa0.!?&%@=(“", max_size=30).map("title: {}".format))
def test_any_letters_are_read_as_yaml_does_or_left_to_it(text: str) -> None:
    assert_same_or_left(text)
