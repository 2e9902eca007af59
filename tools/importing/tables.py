"""Tables as Markdown writes them: a head, rows of one length, numbers to the right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.importing.refusals import doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.importing.blocks import Cell, Draft, Paragraph, Table

_NUMBER = re.compile(r"[\d.,\s%+–-]*\d[\d.,\s%+–-]*")
_MOST_COLUMNS = 60


def write_table(table: Table, draft: Draft, write: Callable[[Paragraph], str]) -> str:
    """Return a table as Markdown; `write` gives a paragraph's text on one line."""
    _unbold_head(table)
    grid = _spread_cells(table, draft, write)
    width = max((len(row) for row in grid), default=0)
    if not width:
        return ""
    rows = [[*row, *[""] * (width - len(row))] for row in grid]
    rules = ["---:" if _is_numeric(rows, column) else "---" for column in range(width)]
    lines = [rows[0], rules, *rows[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def is_box(table: Table) -> bool:
    """Tell whether a table has one column only, and so is a frame around paragraphs."""
    return max((len(row) for row in table.rows), default=0) <= 1


def _unbold_head(table: Table) -> None:
    for cell in table.rows[0] if table.rows else ():
        for paragraph in cell.paragraphs:
            for span in paragraph.spans:
                span.is_bold = False


def _spread_cells(table: Table, draft: Draft, write: Callable[[Paragraph], str]) -> list[list[str]]:
    """Return the texts of the grid, those of merged cells in each place that they take."""
    grid: list[list[str]] = []
    going_on: dict[int, tuple[int, str]] = {}
    for row in table.rows:
        texts: list[str] = []
        for cell in row:
            _continue_above(texts, going_on)
            text = _text_of(cell, grid, len(texts), write)
            if cell.columns > 1 or cell.rows != 1:
                draft.doubt(doubt("merged-cells"))
            for _ in range(min(cell.columns, _MOST_COLUMNS)):
                if cell.rows > 1:
                    going_on[len(texts)] = (cell.rows - 1, text)
                texts.append(text)
        _continue_above(texts, going_on)
        if any(texts):
            grid.append(texts)
    return grid


def _continue_above(texts: list[str], going_on: dict[int, tuple[int, str]]) -> None:
    """Put the cells that reach down from rows above where the row has come to them."""
    while len(texts) in going_on:
        left, text = going_on.pop(len(texts))
        if left > 1:
            going_on[len(texts)] = (left - 1, text)
        texts.append(text)


def _text_of(
    cell: Cell, grid: list[list[str]], column: int, write: Callable[[Paragraph], str]
) -> str:
    if cell.rows == 0 and grid and column < len(grid[-1]):
        return grid[-1][column]
    texts = filter(None, (write(paragraph) for paragraph in cell.paragraphs))
    return "<br>".join(texts).replace("|", "\\|").replace("\n", " ")


def _is_numeric(rows: list[list[str]], column: int) -> bool:
    texts = [row[column] for row in rows[1:] if row[column]]
    return bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)
