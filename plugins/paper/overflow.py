"""Tables that stick out of the paper are found: what is cut off on paper, nobody can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPLAINT = "table too wide: "
_TOLERANCE_PX = 1


def find_overflowing_tables(document: Any) -> Iterator[str]:  # noqa: ANN401 - WeasyPrint has no types
    """Yield a complaint, with the words of the first cell, for each table beyond the margin."""
    for page in document.pages:
        box = page._page_box  # noqa: SLF001 - WeasyPrint 70 shows boxes nowhere else
        edge = box.content_box_x() + box.width + _TOLERANCE_PX
        for table in box.descendants():
            if table.element_tag == "table" and table.position_x + table.margin_width() > edge:
                yield COMPLAINT + _first_words(table.element)


def _first_words(table: Any) -> str:  # noqa: ANN401 - an element of WeasyPrint's parser
    cells = (cell for cell in table.iter() if cell.tag in {"th", "td"})
    texts = (" ".join("".join(cell.itertext()).split()) for cell in cells)
    return next((text for text in texts if text), "")
