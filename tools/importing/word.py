"""A Word file becomes a draft: its paragraphs, tables and photos, in reading order."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from tools.importing.blocks import (
    Block,
    Cell,
    Draft,
    Paragraph,
    Photo,
    PhotoFile,
    Table,
    join_spans,
)
from tools.importing.pictures import recognise_picture
from tools.importing.refusals import doubt, refusal
from tools.importing.word_package import W, open_package
from tools.importing.word_runs import WordFile, read_pieces
from tools.importing.word_styles import load_styles, value_of, with_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_DOCUMENT = "word/document.xml"
_NOTES = {"f": ("word/footnotes.xml", "footnote"), "e": ("word/endnotes.xml", "endnote")}
_WRAPPERS = {f"{W}{n}" for n in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}
_DEEPEST = 40


def read_word(data: bytes, draft: Draft) -> None:
    """Fill a draft from the bytes of a .docx. Raises RefusedError for what cannot be read."""
    package = open_package(data)
    document = package.tree(_DOCUMENT)
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise refusal("broken")
    word = WordFile(package, load_styles(package), draft, relations=package.relations(_DOCUMENT))
    draft.blocks = list(_read_blocks(word, body, 0))
    _read_notes(word)
    _count_comments(word)


def _read_blocks(word: WordFile, parent: _Element, depth: int) -> Iterator[Block]:
    for child in parent if depth < _DEEPEST else ():
        if child.tag == f"{W}p":
            yield _read_paragraph(word, child)
            yield from _read_boxes(word, depth)
        elif child.tag == f"{W}tbl":
            yield _read_table(word, child, depth)
        elif child.tag in _WRAPPERS:
            yield from _read_blocks(word, child, depth + 1)


def _read_paragraph(word: WordFile, element: _Element) -> Paragraph:
    properties = element.find(f"{W}pPr")
    style_id = value_of(properties, "pStyle") or word.styles.default_id
    look = with_paragraph(word.styles.look_of(style_id), properties)
    pieces = join_spans(read_pieces(word, element, look))
    return Paragraph(
        pieces=[piece for piece in pieces if not isinstance(piece, Photo) or _take(word, piece)],
        align=look.align,
        role=look.role,
        level=look.level,
        list_kind=word.styles.list_kind(look),
        depth=look.depth,
    )


def _read_boxes(word: WordFile, depth: int) -> Iterator[Block]:
    boxes, word.boxes = word.boxes, []
    for box in boxes:
        word.draft.doubt(doubt("text-box"))
        yield from _read_blocks(word, box, depth + 1)


def _read_table(word: WordFile, element: _Element, depth: int) -> Table:
    table = Table()
    for row in element.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not element:
            continue
        cells = [
            _read_cell(word, cell, depth)
            for cell in row.iter(f"{W}tc")
            if next(cell.iterancestors(f"{W}tr")) is row
        ]
        table.rows.append(cells)
    return table


def _read_cell(word: WordFile, element: _Element, depth: int) -> Cell:
    properties = element.find(f"{W}tcPr")
    span = value_of(properties, "gridSpan")
    merged = None if properties is None else properties.find(f"{W}vMerge")
    cell = Cell(columns=int(span) if span.isdecimal() and 0 < int(span) < 100 else 1)  # noqa: PLR2004 - no table has more
    if merged is not None:
        # 0 rows: the cell goes on from the row above.
        cell.rows = 1 if merged.get(f"{W}val") == "restart" else 0
    for block in _read_blocks(word, element, depth + 1):
        if isinstance(block, Table):
            word.draft.doubt(doubt("nested-table"))
            cell.paragraphs += [p for inner in block.cells() for p in inner.paragraphs]
        elif isinstance(block, Paragraph):
            cell.paragraphs.append(block)
    return cell


def _take(word: WordFile, photo: Photo) -> bool:
    """Keep a photo's bytes with the draft; tell where there are none that can be shown."""
    name = photo.key
    if name in word.draft.photos:
        return True
    data = word.package.read(name)
    if data is None:
        word.draft.doubt(doubt("picture-gone", name=posixpath.basename(name)))
        return False
    stem, suffix = posixpath.splitext(posixpath.basename(name))
    extension = recognise_picture(data)
    if not extension:
        word.draft.doubt(doubt("picture", kind=suffix.removeprefix(".").upper() or "?"))
        return False
    word.draft.photos[name] = PhotoFile(data, stem, extension)
    return True


def _read_notes(word: WordFile) -> None:
    for kind, (part, tag) in _NOTES.items():
        tree = word.package.tree(part)
        if tree is None:
            continue
        word.part, word.relations = part, word.package.relations(part)
        for note in tree.iter(f"{W}{tag}"):
            number = note.get(f"{W}id", "")
            paragraphs = [_read_paragraph(word, p) for p in note.iter(f"{W}p")]
            pieces = [piece for p in paragraphs for piece in p.spans if not piece.note]
            word.draft.footnotes[f"{kind}{number}"] = Paragraph(list(pieces))


def _count_comments(word: WordFile) -> None:
    tree = word.package.tree("word/comments.xml")
    count = 0 if tree is None else sum(1 for _ in tree.iter(f"{W}comment"))
    if count:
        word.draft.doubt(doubt("comments", count=count))
