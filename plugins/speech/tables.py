"""The column heading of each data cell of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.html import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def find_headings(table: HtmlElement) -> dict[HtmlElement, str]:
    """Return the heading of each data cell that stands under header cells, of one column or more.

    The header cells are those of `thead`, else of a first row that has no others. Headings above
    one another are joined by commas. A cell across several columns belongs to none of them.
    """
    rows = list(_rows_of(table))
    count = _count_header_rows(rows)
    columns: dict[int, list[str]] = {}
    headings = {}
    for place, (cell, first, width) in _places_of_cells(rows):
        if place < count:
            for column in range(first, first + width):
                columns.setdefault(column, []).append(text_of(cell).rstrip(" :."))
        elif cell.tag == "td" and width == 1:
            headings[cell] = ", ".join(filter(None, dict.fromkeys(columns.get(first, ()))))
    return headings


def _rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _count_header_rows(rows: list[HtmlElement]) -> int:
    in_head = len([row for row in rows if row.getparent().tag == "thead"])
    if in_head or not rows:
        return in_head
    return int(all(cell.tag == "th" for cell in rows[0]))


def _places_of_cells(
    rows: list[HtmlElement],
) -> Iterator[tuple[int, tuple[HtmlElement, int, int]]]:
    """Yield (row number, (cell, first column, columns)) of each cell, as browsers lay them out."""
    taken: set[tuple[int, int]] = set()
    for place, row in enumerate(rows):
        column = 0
        for cell in row:
            while (place, column) in taken:
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(place + y, column + x) for x in range(width) for y in range(1, height)}
            yield place, (cell, column, width)
            column += width


def _span(cell: HtmlElement, name: str) -> int:
    given = cell.get(name, "1")
    return min(max(int(given), 1), 1000) if given.isascii() and given.isdigit() else 1
