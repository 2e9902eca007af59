"""What is rendered without the library is what the library would have made."""

from __future__ import annotations

from pathlib import Path

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.markup import ATTRIBUTES, SCHEMES, TAGS
from plugins.core.plain import render_plain

PROJECT = Path(__file__).resolve().parents[3]
EXTENSIONS = ["attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
TABLES = {"tables": {"use_align_attribute": True}}
LIBRARY = markdown.Markdown(extensions=EXTENSIONS, extension_configs=TABLES, output_format="html")
CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, allowed_classes={}
)


def by_library(text: str) -> str:
    return LIBRARY.reset().convert(text)


def assert_same_or_left(text: str) -> None:
    """Assert that a text is rendered as by the library, and harmless as it is, or not at all."""
    ours = render_plain(text)
    assert ours is None or (ours == by_library(text) and ours == sanitised(ours))


def sanitised(html: str) -> str:
    return CLEANER.clean(html).replace("&nbsp;", "\xa0")


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
        "|Cột|Số|Ghi chú|\n|:--|:-:|---|\n|[a](b.md)||\xa0c |\n| *d* | - |\n|||1. e|",
        "| một |\n|-----|\n| hai |",
        "[a](tel:+84205399) [b](http://a-b.vn) [c](//d.vn) [e](?f) ![g](https://h.vn/i:j.jpg)",
        "20/01/2021 là ngày\n1.200 người",
    ],
)
def test_common_prose_is_rendered_as_the_library_does(text: str) -> None:
    assert render_plain(text) == by_library(text)


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
        "một | hai\n--|--\na | b",
        "| một | hai |\n|---|---|",
        "| một | hai |\n|---|\n| a | b |",
        "| một |\n|---|\n| a | b |",
        "| một | hai\n|---|---\n| a | b",
        "| một |\n|:|\n| a |",
        "|a|\n|-|\n|*b*|",
        "|\n|\n|",
        "| [a|b](c) | d |\n|---|---|\n| e | f |",
        "# Đầu đề",
        "[a > b](c.md)",
        "một\n1. hai",
        "a\tb",
        "a\\*b",
    ],
)
def test_what_may_mean_more_is_left_to_the_library(text: str) -> None:
    assert render_plain(text) is None


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert%281%29", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///x"),
        *("http:", "http://", "https:/a", "http://a:b", "http://1.2.3.256", "http://a..b"),
        *("https://xn--a.vn", "https://a--b.vn", "https://đ.vn", "http://a%b.vn", "x:y", "a/b:c"),
        *("tel:javascript:x", "ftp://a.vn", "https://a.vn:99999/", "//a.vn:x"),
    ],
)
@pytest.mark.parametrize("text", ["[a]({})", 'chữ **[a]({} "b")**', "![a]({})"])
def test_an_address_that_is_not_surely_safe_is_left_to_the_sanitiser(
    text: str, address: str
) -> None:
    assert render_plain(text.format(address)) is None


ADDRESS_PIECES = ["http", "https", "tel", "javascript", ":", "/", "//", ".", "a", "vn", "xn--", "-"]
ADDRESS_PIECES += ["1", "0", "%", "%00", "%3A", "#", "?", "=", "+", "đ", "_", "255", "0x7f", "A"]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(ADDRESS_PIECES), min_size=1, max_size=8).map("".join))
def test_any_address_that_is_kept_is_one_that_the_sanitiser_keeps(address: str) -> None:
    assert_same_or_left(f"[chữ]({address}) và ![ảnh]({address})")


def test_every_sample_is_rendered_as_the_library_does_and_most_render_plain() -> None:
    texts = [p.read_text("utf-8").split("\n---\n", 1)[-1] for p in PROJECT.glob("content/**/*.md")]
    done = [(render_plain(text), by_library(text)) for text in texts]
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
CELLS = st.sampled_from(["", " ", "a", " b ", "*c*", " **d** ", "[e](f)", "1.", "-", "x*", "\xa0"])
RULES = st.sampled_from(["-", "---", ":--", " --: ", ":-:", ":", "- -", "", "="])


def rows_of(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    row = st.lists(cells, min_size=1, max_size=3).map("|".join)
    return st.one_of(row.map("|{}|".format), row)


TABLES_OR_NEARLY = st.tuples(
    rows_of(CELLS), rows_of(RULES), st.lists(rows_of(CELLS), max_size=3)
).map(lambda parts: "\n".join([parts[0], parts[1], *parts[2]]))


@settings(max_examples=500)
@given(
    st.lists(st.one_of(BLOCKS, BLOCKS, TABLES_OR_NEARLY), min_size=1, max_size=4).map("\n\n".join)
)
def test_any_text_is_rendered_as_the_library_does_or_not_at_all(text: str) -> None:
    assert_same_or_left(text)


@settings(max_examples=500)
@given(st.text(alphabet="ab .,:!*[]()#->1|“”\n\xa0", max_size=40))
def test_any_letters_are_rendered_as_the_library_does_or_not_at_all(text: str) -> None:
    assert_same_or_left(text)
