"""Tables: head cells with a scope, a caption, a frame that the keyboard can scroll."""

from __future__ import annotations

import pytest

from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.tables.markup import dress_tables
from tests.plugins.samples import rewritten

ROWS = "| Ngày | Người |\n|---|--:|\n| 05/12 | Chủ tịch |"


def dressed(html: str) -> str:
    return rewritten(html, dress_tables, "Bảng số liệu").replace("\n", "")


def frame(inner: str, label: str = "Bảng số liệu") -> str:
    return (
        f'<div class="table-scroll" role="region" tabindex="0" aria-label="{label}">{inner}</div>'
    )


CASES = {
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>": frame(
        '<table><thead><tr><th scope="col">A</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>"
    ),
    "<table><tbody><tr><th>A</th><td>1</td></tr></tbody></table>": frame(
        '<table><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>'
    ),
    '<table><tbody><tr><th scope="colgroup">A</th></tr></tbody></table>': frame(
        '<table><tbody><tr><th scope="colgroup">A</th></tr></tbody></table>'
    ),
    "<table><thead><tr><th></th><th>A</th></tr></thead></table>": frame(
        '<table><thead><tr><td></td><th scope="col">A</th></tr></thead></table>'
    ),
    "<table><thead><tr><th></th><th>A</th></tr></thead>"
    "<tbody><tr><td>B</td><td>1</td></tr><tr><td></td><td>2</td></tr></tbody></table>": frame(
        '<table><thead><tr><td></td><th scope="col">A</th></tr></thead>'
        '<tbody><tr><th scope="row">B</th><td>1</td></tr>'
        "<tr><td></td><td>2</td></tr></tbody></table>"
    ),
    "<table><thead><tr><th></th><th>A</th></tr></thead><tbody>"
    '<tr><th rowspan="2">B</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>': frame(
        '<table><thead><tr><td></td><th scope="col">A</th></tr></thead><tbody>'
        '<tr><th rowspan="2" scope="row">B</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>'
    ),
    "<table><thead><tr><th>A</th><th></th></tr></thead>"
    "<tbody><tr><td>B</td><td>1</td></tr></tbody></table>": frame(
        '<table><thead><tr><th scope="col">A</th><td></td></tr></thead>'
        "<tbody><tr><td>B</td><td>1</td></tr></tbody></table>"
    ),
    '<table><tbody><tr><td align="right">1</td><td align="center">2</td>'
    '<td align="left">3</td></tr></tbody></table>': frame(
        '<table><tbody><tr><td class="align-right">1</td><td class="align-center">2</td>'
        "<td>3</td></tr></tbody></table>"
    ),
    "<p>Bảng 1. Lịch tiếp dân</p>\n"
    "<table><tbody><tr><td>1</td></tr></tbody></table><p>sau</p>": frame(
        "<table><caption>Bảng 1. Lịch tiếp dân</caption><tbody><tr><td>1</td></tr></tbody></table>",
        "Bảng 1. Lịch tiếp dân",
    )
    + "<p>sau</p>",
    "<p>Bảng 1. A</p><table><caption>Tên</caption><tbody><tr><td>1</td></tr></tbody></table>": (
        "<p>Bảng 1. A</p>"
        + frame("<table><caption>Tên</caption><tbody><tr><td>1</td></tr></tbody></table>", "Tên")
    ),
    "<p>Bảng 1. A</p>chữ<table><tbody><tr><td>1</td></tr></tbody></table>": (
        "<p>Bảng 1. A</p>chữ" + frame("<table><tbody><tr><td>1</td></tr></tbody></table>")
    ),
    "<p>Bảng đẹp</p><table><tbody><tr><td>1</td></tr></tbody></table>": (
        "<p>Bảng đẹp</p>" + frame("<table><tbody><tr><td>1</td></tr></tbody></table>")
    ),
    "<table><tbody><tr><td>1</td></tr></tbody></table> chữ sau": (
        frame("<table><tbody><tr><td>1</td></tr></tbody></table>") + " chữ sau"
    ),
    "<p>không có bảng</p>": "<p>không có bảng</p>",
}


@pytest.mark.parametrize(("html", "expected"), CASES.items(), ids=range(len(CASES)))
def test_a_table_can_be_read_by_all(html: str, expected: str) -> None:
    assert dressed(html) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "Bảng 1. Lịch",
        "Bảng 2: Lịch",
        "Biểu 3. Lịch",
        "Biểu mẫu. Lịch",
        "**Bảng 1.** Lịch",
        "Table 1. List",
    ],
)
def test_the_line_before_a_table_is_its_caption(caption: str) -> None:
    html = dressed(Renderer("vi").render(f"{caption}\n\n{ROWS}"))
    assert html.count("<caption>") == 1
    assert "<p>" not in html


def test_a_table_without_a_name_for_its_first_column_has_heads_of_rows() -> None:
    rows = "| | Phương án 1 |\n|---|--:|\n| Chiều dài | 4,2 km |\n| **Kinh phí** | 120 tỷ |"
    table = parse(dressed(Renderer("vi").render(rows)))
    heads = [(cell.text_content(), cell.get("scope")) for cell in table.iter("th")]
    assert heads == [("Phương án 1", "col"), ("Chiều dài", "row"), ("Kinh phí", "row")]


def test_two_tables_have_a_caption_each() -> None:
    html = dressed(Renderer("vi").render(f"Bảng 1. Một\n\n{ROWS}\n\nBảng 2. Hai\n\n{ROWS}"))
    labels = [e.get("aria-label") for e in parse(html).iter("div") if e.get("role")]
    assert labels == ["Bảng 1. Một", "Bảng 2. Hai"]


def test_the_text_around_a_table_stays() -> None:
    before = parse(Renderer("vi").render(f"Trước.\n\n{ROWS}\n\nSau."))
    dress_tables(before, "x")
    assert [line for line in serialise(before).split("\n") if line.startswith("<p>")] == [
        "<p>Trước.</p>",
        "<p>Sau.</p>",
    ]
