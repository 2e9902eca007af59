"""What is rendered without the library is what the library would have made."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.plain import render_plain

PROJECT = Path(__file__).resolve().parents[3]
EXTENSIONS = ["attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
TABLES = {"tables": {"use_align_attribute": True}}
LIBRARY = markdown.Markdown(extensions=EXTENSIONS, extension_configs=TABLES, output_format="html")


def by_library(text: str) -> str:
    return LIBRARY.reset().convert(text)


def quickly(text: str) -> str | None:
    return render_plain(text, by_library)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Một đoạn.",
        "Hai dòng\ncủa một đoạn.\n\nĐoạn khác, 5 % và “trích dẫn”.",
        "## Đầu đề\n\nĐoạn.\n\n### Nhỏ hơn: a – b",
        "- một\n- **Về hai:** ba\n- bốn",
        "1. một\n2. hai",
        "> Ông A nói: *được*.",
        "> Được.\n>\n> — Ông A",
        "**Nguyên nhân chủ** yếu (*xem thêm*), **rồi.** Hết.",
        "![Toàn cảnh](hop-bao_1.jpg) và [trang](../khac/index.md#muc) rồi [web](https://a.vn/?b=c).",
        "Xem ngay![Ảnh](a.jpg)",
        "**[Liên kết](a.md)** đậm",
        "| a | b |\n|---|--:|\n| 1 | **2** |\n\nSau bảng.",
        "20/01/2021 là ngày\n1.200 người",
    ],
)
def test_common_prose_is_rendered_as_the_library_does(text: str) -> None:
    assert quickly(text) == by_library(text)


@pytest.mark.parametrize(
    "text",
    [
        "a  \nb",
        "một \nhai",
        " thụt vào",
        "Chữ <b>đậm</b>",
        "A & B",
        "`mã`",
        "a_b_c",
        "snake_case",
        "chân trang[^1]",
        "[nhãn][1]",
        "[a](b 'c')",
        "[a](<b>)",
        "![*a*](b.jpg)",
        "![](b.jpg)",
        "*một **hai***",
        "a*b*c",
        "# Đầu đề #",
        "# Đầu đề {#neo}",
        "Đầu đề\n===",
        "---",
        "- một\n\n- hai",
        "- một\n  hai",
        "- một\n* hai",
        "- - một",
        "2. một\n3. hai",
        "1. một\n- hai",
        "> một\n\n> hai",
        "> một\nhai",
        "> > một",
        "Từ\n: nghĩa",
        "một | hai",
        "một\n1. hai",
        "\x01",
        "a\tb",
        "a\\*b",
    ],
)
def test_what_may_mean_more_is_left_to_the_library(text: str) -> None:
    assert quickly(text) is None


def test_every_sample_is_rendered_as_the_library_does_and_most_quickly() -> None:
    texts = [p.read_text("utf-8").split("\n---\n", 1)[-1] for p in PROJECT.glob("content/**/*.md")]
    done = [(quickly(text), by_library(text)) for text in texts]
    plain = [(ours, theirs) for ours, theirs in done if ours is not None]
    assert len(plain) > len(texts) / 3
    assert all(ours == theirs for ours, theirs in plain)


WORDS = ["Họp", "báo", "5 %", "“a”", "(b)", "1.", "2021", "–", "!", ":", "một,", "hai.", "**", "*"]
MARKS = [
    "**a**",
    "*b*",
    "[c](d.md)",
    "![e](f.jpg)",
    "**[g](h)**",
    '![a](b.jpg "C: d")',
    "_",
    "#",
    "|",
    ">",
    "- ",
    "\xa0",
]
LINES = st.lists(st.sampled_from([*WORDS, *MARKS]), min_size=1, max_size=6).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
STARTS = st.sampled_from(
    ["", "", "", "## ", "- ", "* ", "1. ", "2. ", "> ", ">", "| ", " ", "    "]
)
BLOCKS = st.lists(st.tuples(STARTS, LINES).map("".join), min_size=1, max_size=3).map("\n".join)


@settings(max_examples=500)
@given(st.lists(BLOCKS, min_size=1, max_size=4).map("\n\n".join))
def test_any_text_is_rendered_as_the_library_does_or_not_at_all(text: str) -> None:
    ours = quickly(text)
    assert ours is None or ours == by_library(text)


@settings(max_examples=500)
@given(st.text(alphabet="ab .,:!*[]()#->1|“”\n\xa0", max_size=40))
def test_any_letters_are_rendered_as_the_library_does_or_not_at_all(text: str) -> None:
    ours = quickly(text)
    assert ours is None or ours == by_library(text)
