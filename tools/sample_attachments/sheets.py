"""What a sample attachment says: its heading, and its body as blocks of text and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Sheet = dict[str, Any]
"""A document's fields as attachments.yml has them."""

DRAFT = "DỰ THẢO"

Block = tuple[str, list[str]]
"""("heading" | "item" | "paragraph", [text]) or ("row", cells)."""


def blocks_of(body: str) -> Iterator[Block]:
    """Yield what a body consists of, line by line."""
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("|"):
            yield "row", [cell.strip() for cell in line.strip("|").split("|")]
        elif line.startswith("## "):
            yield "heading", [line[3:]]
        elif line.startswith("- "):
            yield "item", [line[2:]]
        else:
            yield "paragraph", [line]


def runs_of(blocks: Iterable[Block]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield neighbours of one kind together: a list's items, a table's rows."""
    kind, run = "", list[list[str]]()
    for name, cells in blocks:
        if name != kind and run:
            yield kind, run
            run = []
        kind = name
        run.append(cells)
    if run:
        yield kind, run


def number_of(sheet: Sheet) -> str:
    """Return the line that tells the document's number; "" where it has none."""
    draft = f"{DRAFT} – " if sheet.get("is_draft") else ""
    return f"{draft}Số: {sheet['number']}" if "number" in sheet else ""
