"""Headings: levels checked, anchors that stay, a table of contents where it helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.document import Heading
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.outline.check import find_heading_problems
from plugins.outline.headings import anchor_headings, choose_contents
from plugins.outline.settings import OutlineSettings
from tests.plugins.samples import make_source

RENDERER = Renderer("vi")


def told(body: str) -> list[tuple[int, str]]:
    return [(p.line, p.code) for p in find_heading_problems(make_source(body))]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## a\n\n### b\n\n#### c\n\n## d",
        "##a",
        "## a ##",
        "a #b",
        "```\n# a\n```",
        "\\# a",
        "Đề mục\n---",
        "một\nhai\n---",
        "- a\n- b\n\n---\n",
        "| a |\n|---|\n| b |",
    ],
)
def test_headings_in_order_pass(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# a", [(8, "heading-too-high")]),
        ("#a", [(8, "heading-too-high")]),
        ("x\n\nĐề mục\n===", [(10, "heading-too-high")]),
        ("### a", [(8, "heading-skipped")]),
        ("## a\n\n#### b\n\n##### c", [(10, "heading-skipped")]),
        ("Đề mục\n---\n\n#### b", [(11, "heading-skipped")]),
        ("## a\n\n### b\n\n## c\n\n#### d", [(14, "heading-skipped")]),
        ("# a\n\n### b", [(8, "heading-too-high")]),
        ("##", [(8, "heading-empty")]),
        ("## \n\n## ##", [(8, "heading-empty"), (10, "heading-empty")]),
    ],
)
def test_an_outline_that_readers_would_stumble_over_is_told(
    body: str, expected: list[tuple[int, str]]
) -> None:
    assert told(body) == expected


def test_each_problem_tells_what_to_do() -> None:
    problems = [str(p) for p in find_heading_problems(make_source("# a\n\n#### b\n\n##"))]
    assert problems == [
        (
            "content/2021/hop-bao/index.md:8 — "
            "Đề mục trong bài không được dùng một dấu “#”: đó là tiêu đề của trang.\n"
            "  Cách sửa: bắt đầu đề mục bằng “##”.\n"
            "  (A heading in the text must not be of level 1: that is the page's title. "
            "Begin it with “##”.)"
        ),
        (
            "content/2021/hop-bao/index.md:10 — Đề mục nhảy từ cấp 2 xuống cấp 4.\n"
            "  Cách sửa: dùng ### cho đề mục này.\n"
            "  (A heading level is skipped. Use one level below the heading before.)"
        ),
        (
            "content/2021/hop-bao/index.md:12 — Đề mục không có chữ.\n"
            "  Cách sửa: viết chữ sau dấu “#”, hoặc xóa dòng này.\n"
            "  (The heading has no text. Write its text, or delete the line.)"
        ),
    ]


ANCHORS = {
    "<h2>Nội dung</h2>": [Heading(2, "noi-dung", "Nội dung")],
    "<h2>Mục 1</h2><h3>Mục 1</h3><h2>Mục 1</h2>": [
        Heading(2, "muc-1", "Mục 1"),
        Heading(3, "muc-1-2", "Mục 1"),
        Heading(2, "muc-1-3", "Mục 1"),
    ],
    "<h2>…</h2><h2>?</h2>": [Heading(2, "muc", "…"), Heading(2, "muc-2", "?")],
    '<h2 id="rieng">Đề mục</h2>': [Heading(2, "rieng", "Đề mục")],
    '<h2>Riêng</h2><h2 id="rieng">Đề mục</h2>': [
        Heading(2, "rieng-2", "Riêng"),
        Heading(2, "rieng", "Đề mục"),
    ],
    '<p id="fn-1">x</p><h2>FN 1</h2>': [Heading(2, "fn-1-2", "FN 1")],
    "<h2><b>Đậm</b> và\n <i>nghiêng</i></h2>": [Heading(2, "dam-va-nghieng", "Đậm và nghiêng")],
    '<h2>Mục<sup id="fnref-1"><a href="#fn-1">1</a></sup></h2>': [Heading(2, "muc", "Mục")],
    "<h2>m<sup>2</sup></h2>": [Heading(2, "m2", "m2")],
}


@pytest.mark.parametrize(("html", "expected"), ANCHORS.items())
def test_each_heading_has_an_anchor_of_its_own(html: str, expected: list[Heading]) -> None:
    tree = parse(html)
    assert anchor_headings(tree) == expected
    for heading in expected:
        assert f'id="{heading.anchor}"' in serialise(tree)


@given(st.lists(st.text(max_size=8), max_size=8))
def test_no_two_anchors_are_the_same_or_one_of_the_page(titles: list[str]) -> None:
    body = "\n\n".join(f"## {' '.join(title.split())}x" for title in titles)
    anchors = [h.anchor for h in anchor_headings(parse(RENDERER.render(body)))]
    assert len(set(anchors)) == len(anchors)
    assert not any("_" in anchor or not anchor for anchor in anchors)


def test_the_contents_are_h2_and_h3_where_there_are_enough() -> None:
    headings = [Heading(level, str(n), "x") for n, level in enumerate((2, 3, 4, 2, 3, 2))]
    assert [h.anchor for h in choose_contents(headings, 3)] == ["0", "1", "3", "4", "5"]
    assert choose_contents(headings, 4) == ()
    assert choose_contents([], 1) == ()


def test_contents_from_no_heading_make_no_sense() -> None:
    with pytest.raises(ValueError, match="“contents_from_headings” phải từ 1 trở lên"):
        OutlineSettings(contents_from_headings=0)
