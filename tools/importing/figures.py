"""Photos and what is written under them: beside, below, in the same paragraph, in a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.importing.blocks import Block, Figure, Paragraph, Span, Table
from tools.importing.refusals import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.importing.blocks import Cell, Draft

_MOST_CAPTION_SIGNS = 220
_MOST_CENTRED_SIGNS = 160
_NAMED = re.compile(r"\(?(?:ảnh|hình)\s*(?:\d+\s*[.:–-]|:)", re.IGNORECASE)


def gather_figures(blocks: list[Block], draft: Draft) -> list[Block]:
    """Return the blocks with their photos in figures, each with its caption."""
    flat: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and any(cell.photos for cell in block.cells()):
            flat.extend(_take_layout_apart(block, draft))
        elif isinstance(block, Paragraph) and block.photos:
            flat.extend(_split_paragraph(block, draft))
        elif not (isinstance(block, Paragraph) and block.is_blank):
            flat.append(block)
    return list(_bind_captions(flat))


def _split_paragraph(paragraph: Paragraph, draft: Draft) -> Iterator[Block]:
    photos = paragraph.photos
    rest = Paragraph(
        [piece for piece in paragraph.pieces if isinstance(piece, Span)],
        paragraph.align,
        paragraph.role,
        paragraph.level,
        paragraph.list_kind,
        paragraph.depth,
    )
    if not rest.text:
        yield Figure(photos)
    elif is_caption(rest):
        yield Figure(photos, rest.text)
    else:
        draft.doubt(doubt("picture-inside"))
        yield Figure(photos)
        _drop_first_break(rest)
        yield rest


def _drop_first_break(paragraph: Paragraph) -> None:
    for span in paragraph.spans[:1]:
        span.text = span.text.lstrip()


def is_caption(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph looks as captions do: small italics, or centred and short."""
    length = len(paragraph.text)
    if not length or length > _MOST_CAPTION_SIGNS or paragraph.level or paragraph.list_kind:
        return False
    if paragraph.role == "caption" or paragraph.is_italic or _NAMED.match(paragraph.text):
        return True
    is_centred = paragraph.align == "center" and not paragraph.is_bold
    return is_centred and length <= _MOST_CENTRED_SIGNS


def _bind_captions(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks; photos without a caption take in the one that follows them."""
    open_figure: Figure | None = None
    for block in blocks:
        if isinstance(block, Figure) and open_figure is not None and not block.caption:
            # Photos in a row share the caption under the last of them.
            open_figure.photos += block.photos
        elif isinstance(block, Paragraph) and open_figure is not None and is_caption(block):
            open_figure.caption = block.text
            open_figure = None
        else:
            open_figure = block if isinstance(block, Figure) and not block.caption else None
            yield block


def _take_layout_apart(table: Table, draft: Draft) -> Iterator[Block]:
    """Yield the figures of a table that only put photos beside each other."""
    used: set[int] = set()
    leftover: list[str] = []
    for number, row in enumerate(table.rows):
        below = table.rows[number + 1] if number + 1 < len(table.rows) else []
        if len(below) == 1 < sum(bool(cell.photos) for cell in row) and _is_short(below[0]):
            used.add(id(below[0]))
            yield Figure([photo for cell in row for photo in cell.photos], below[0].text)
            leftover += [cell.text for cell in row if cell.text]
            continue
        for column, cell in enumerate(row):
            if cell.photos:
                yield _figure_of(cell, below[column] if column < len(below) else None, used)
            elif cell.text and id(cell) not in used:
                leftover.append(cell.text)
    if leftover:
        draft.doubt(doubt("layout-text"))
    yield from (Paragraph([Span(text)]) for text in leftover)


def _figure_of(cell: Cell, below: Cell | None, used: set[int]) -> Figure:
    """Return a cell's photos with its own text, or that of the cell below, as their caption."""
    caption = cell.text
    if not caption and below is not None and _is_short(below):
        caption = below.text
        used.add(id(below))
    return Figure(list(cell.photos), caption)


def _is_short(cell: Cell) -> bool:
    return not cell.photos and 0 < len(cell.text) <= _MOST_CAPTION_SIGNS
