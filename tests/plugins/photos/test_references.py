"""References: every photo a body names, where, by which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.photos.references import Reference, find_references
from tests.plugins.samples import make_source


def references_in(body: str) -> list[Reference]:
    return find_references(replace(make_source(body), body_line=11))


@pytest.mark.parametrize(
    ("body", "line", "alt", "target", "caption"),
    [
        ("![a](x.jpg)", 11, "a", "x.jpg", ""),
        ('![a](x.jpg "C")', 11, "a", "x.jpg", "C"),
        ("\n\n![a](x.jpg)\n*C*", 13, "a", "x.jpg", "C"),
        ("![a](x.jpg)\n\n*C*", 11, "a", "x.jpg", "C"),
        ("![a](x.jpg)\n\n\n\n*C*", 11, "a", "x.jpg", ""),
        ("![a](x.jpg)\n*C* chữ", 11, "a", "x.jpg", ""),
        ("> ![a](x.jpg)\n> *C*", 11, "a", "x.jpg", "C"),
        ("chữ\nchữ ![a](x.jpg)", 12, "a", "x.jpg", ""),
        ("![a\nb](x.jpg)", 11, "a\nb", "x.jpg", ""),
        ("![a [b] c](x.jpg)", 11, "a [b] c", "x.jpg", ""),
        (r"![a \] c](x.jpg)", 11, "a ] c", "x.jpg", ""),
        ("![a](x (1).jpg)", 11, "a", "x (1).jpg", ""),
        ("![a](anh hop.jpg)", 11, "a", "anh hop.jpg", ""),
        ("![a](<anh hop.jpg>)", 11, "a", "anh hop.jpg", ""),
        ("![a]()", 11, "a", "", ""),
        ('![a]( "C")', 11, "a", "", "C"),
        ("![](x.jpg)", 11, "", "x.jpg", ""),
        ("[![a](x.jpg)](https://x.example)", 11, "a", "x.jpg", ""),
        ("| ![a](x.jpg) |", 11, "a", "x.jpg", ""),
        ("- một\n\n    ![a](x.jpg)", 13, "a", "x.jpg", ""),
        ('![a][r]\n\n[r]: x.jpg "C"', 11, "a", "x.jpg", "C"),
        ("![a][]\n\n[A]: x.jpg", 11, "a", "x.jpg", ""),
        ("![a]\n\n[a]: <x.jpg>", 11, "a", "x.jpg", ""),
        ('<img src="x.jpg" alt="a &amp; b">', 11, "a & b", "x.jpg", ""),
        ("<p>\n<img alt='a' title='C' src=x.jpg></p>", 12, "a", "x.jpg", "C"),
    ],
)
def test_a_photo_is_found_with_its_words(
    body: str, line: int, alt: str, target: str, caption: str
) -> None:
    (found,) = references_in(body)
    assert (found.line, found.alt, found.target, found.caption) == (line, alt, target, caption)
    assert not found.label


@pytest.mark.parametrize(
    "body",
    [
        "`![a](x.jpg)`",
        "```\n![a](x.jpg)\n```",
        "~~~ md\n![a](x.jpg)\n~~~",
        "chữ\n\n    ![a](x.jpg)",
        "<!-- ![a](x.jpg) -->",
        "<!--\n\n![a](x.jpg)\n-->",
        r"\![a](x.jpg)",
        "[a](x.jpg)",
        "![a",
        "![a] chữ",
        "Tuyệt vời![1]",
    ],
)
def test_what_markdown_shows_as_text_is_no_photo(body: str) -> None:
    assert references_in(body) == []


def test_a_label_that_nothing_defines_is_kept_to_be_reported() -> None:
    (found,) = references_in("![a][ảnh bìa]")
    assert (found.label, found.target) == ("ảnh bìa", "")


def test_photos_come_in_reading_order_with_their_own_lines() -> None:
    body = "![a](1.jpg)\n*C*\n![b](2.jpg) ![c](1.jpg)\n\n<img src='4.jpg' alt='d'>"
    found = [(r.line, r.target) for r in references_in(body)]
    assert found == [(11, "1.jpg"), (13, "2.jpg"), (13, "1.jpg"), (15, "4.jpg")]


@pytest.mark.parametrize(
    "body",
    [
        "![x.jpg](x.jpg)",
        '`x.jpg` ![a](x.jpg "x.jpg")',
        "![a](<x.jpg>)",
        "![x.jpg][r]\n\n[r]: x.jpg",
        "![a](  x.jpg  )",
        "<img alt=x.jpg src='x.jpg'>",
        r"\* \[ ![a](x.jpg)",
    ],
)
def test_the_bounds_of_a_name_are_those_in_the_body(body: str) -> None:
    (found,) = references_in(body)
    assert body[found.start : found.end] == "x.jpg"
    assert body[: found.start].rstrip().endswith(("(", "<", "r]:", "src='"))
