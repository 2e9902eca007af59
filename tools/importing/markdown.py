"""A draft's blocks as an article's Markdown."""

from __future__ import annotations

import posixpath
import re
from functools import partial
from typing import TYPE_CHECKING

from plugins.core.text import slugify
from plugins.proofreading.paragraphs import NOTE, UNWRITTEN_ALT
from tools.importing.blocks import Block, Figure, Note, Paragraph, Photo, Table
from tools.importing.inline import escape, write_inline
from tools.importing.tables import is_box, write_table

if TYPE_CHECKING:
    from tools.importing.blocks import Draft

_CAMERA_NAME = re.compile(r"(?:img|dsc|image|picture|anh|photo|screenshot|z)?[\d-]*")
_INDENT = "    "


class MarkdownWriter:
    """Writes one draft's blocks; photos get their names as they come."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._notes: dict[str, int] = {}
        self._alts = 0
        self.photo_names = _name_photos(draft)
        self.file_names = {name: _file_name(name) for name in draft.files}

    def write(self) -> str:
        """Return the body: blocks with blank lines between them, list items without."""
        pieces: list[str] = []
        before: Block | None = None
        counts: dict[int, int] = {}
        for block in self._draft.blocks:
            text = self._write_block(block, counts)
            if text:
                pieces.append("\n" if _is_same_list(before, block) else "\n\n" if pieces else "")
                pieces.append(text)
                before = block
        notes = self._write_notes()
        return "".join(pieces) + (f"\n\n{notes}" if notes else "") + "\n"

    def _write_block(self, block: Block, counts: dict[int, int]) -> str:
        if isinstance(block, Note):
            return comment(block.text)
        if isinstance(block, Figure):
            return self._write_figure(block)
        if isinstance(block, Table):
            return self._write_table(block)
        return self._write_paragraph(block, counts)

    def _write_paragraph(self, paragraph: Paragraph, counts: dict[int, int]) -> str:
        if paragraph.list_kind:
            return self._write_item(paragraph, counts)
        counts.clear()
        if paragraph.level:
            text = self._inline(paragraph, " ")
            return f"{'#' * paragraph.level} {text}" if text else ""
        text = self._inline(paragraph)
        return (
            "\n".join(f"> {line}" for line in text.split("\n"))
            if paragraph.role == "quote"
            else text
        )

    def _write_item(self, paragraph: Paragraph, counts: dict[int, int]) -> str:
        depth = paragraph.depth
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, 0) + 1
        mark = "-" if paragraph.list_kind == "-" else f"{counts[depth]}."
        text = self._inline(paragraph, " ")
        return f"{_INDENT * depth}{mark} {text}" if text else ""

    def _write_figure(self, figure: Figure) -> str:
        caption = _curly(" ".join(figure.caption.split()))
        photos = [self._write_photo(photo, caption) for photo in figure.photos]
        if len(photos) == 1 and caption:
            return f'{photos[0][:-1]} "{caption}")'
        return "\n".join([*photos, *([f"*{escape(caption)}*"] if caption else [])])

    def _write_photo(self, photo: Photo, caption: str) -> str:
        alt = re.sub(r"[\[\]\\`*_<>]", " ", photo.alt)
        alt = " ".join(alt.split())
        # Without a Vietnamese letter it is Word's guess in English, or the file's name.
        if alt.isascii() or _is_same(alt, caption):
            self._alts += 1
            alt = f"{UNWRITTEN_ALT} ({self._alts})"
        return f"![{alt}]({self.photo_names[photo.key]})"

    def _write_table(self, table: Table) -> str:
        if is_box(table):
            paragraphs = [p for cell in table.cells() for p in cell.paragraphs]
            return "\n\n".join(filter(None, map(self._inline, paragraphs)))
        return write_table(table, self._draft, partial(self._inline, line_break="<br>"))

    def _inline(self, paragraph: Paragraph, line_break: str = "  \n") -> str:
        return write_inline(paragraph, self._link_of, self._note_of, line_break)

    def _link_of(self, link: str) -> str:
        name = link.removeprefix("file:")
        return self.file_names.get(name, "") if link.startswith("file:") else link

    def _note_of(self, key: str) -> str:
        if key not in self._draft.footnotes:
            return ""
        return f"[^{self._notes.setdefault(key, len(self._notes) + 1)}]"

    def _write_notes(self) -> str:
        texts = (
            (n, self._inline(self._draft.footnotes[key], " ")) for key, n in self._notes.items()
        )
        return "\n".join(f"[^{number}]: {text or '…'}" for number, text in list(texts))


def comment(text: str) -> str:
    """Return a note to the editor, which the site does not show."""
    return f"<!-- {NOTE} {text.replace('--', '–').replace('>', '›')} -->"


def _is_same_list(before: Block | None, block: Block) -> bool:
    if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)):
        return False
    is_list = bool(before.list_kind and block.list_kind)
    return is_list and (before.list_kind == block.list_kind or before.depth != block.depth)


def _is_same(alt: str, caption: str) -> bool:
    return alt.rstrip(" .").casefold() == caption.rstrip(" .").casefold()


def _curly(text: str) -> str:
    """Return a caption without straight quotes, which would end it."""
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace('"', "”").replace("\\", "/")


def _name_photos(draft: Draft) -> dict[str, str]:
    names: dict[str, str] = {}
    seen: dict[bytes, str] = {}
    taken: set[str] = set()
    for number, (key, photo) in enumerate(draft.photos.items(), 1):
        if photo.data in seen:
            names[key] = seen[photo.data]
            continue
        stem = slugify(photo.stem)[:60].strip("-")
        stem = f"anh-{number}" if _CAMERA_NAME.fullmatch(stem) else stem
        name = f"{stem}{photo.extension}"
        while name in taken:
            stem += "-2"
            name = f"{stem}{photo.extension}"
        taken.add(name)
        names[key] = seen[photo.data] = name
    return names


def _file_name(name: str) -> str:
    stem, suffix = posixpath.splitext(name)
    return f"{slugify(stem) or 'tep'}{suffix.lower()}"
