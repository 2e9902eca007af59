"""What an article is made of on its way in: paragraphs, tables, photos, whatever it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(slots=True)
class Span:
    """A run of text of one form. `raised` is "sup" or "sub"; `font` tells an encoding of old."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str = ""
    raised: str = ""
    font: str = ""
    note: str = ""

    def is_like(self, other: Span) -> bool:
        """Tell whether another run has the same form, so that both are one."""
        return not (self.note or other.note) and self.form == other.form

    @property
    def form(self) -> tuple[bool, bool, str, str, str]:
        return self.is_bold, self.is_italic, self.link, self.raised, self.font


@dataclass(slots=True)
class Photo:
    """A photo in its place; `key` is its name among the draft's photos."""

    key: str
    alt: str = ""


Piece: TypeAlias = Span | Photo


@dataclass(slots=True)
class Paragraph:
    """A paragraph. `level` (1–6) makes it a heading, `list_kind` ("-" or "1.") a list's item.

    `align` is "center", "right" or ""; `role` is "title", "caption", "quote" or "".
    """

    pieces: list[Piece] = field(default_factory=list)
    align: str = ""
    role: str = ""
    level: int = 0
    list_kind: str = ""
    depth: int = 0

    @property
    def spans(self) -> list[Span]:
        return [piece for piece in self.pieces if isinstance(piece, Span)]

    @property
    def photos(self) -> list[Photo]:
        return [piece for piece in self.pieces if isinstance(piece, Photo)]

    @property
    def text(self) -> str:
        return " ".join("".join(span.text for span in self.spans).split())

    @property
    def is_blank(self) -> bool:
        return not self.photos and not self.text and not any(span.note for span in self.spans)

    @property
    def is_bold(self) -> bool:
        return bool(self.text) and all(s.is_bold for s in self.spans if s.text.strip())

    @property
    def is_italic(self) -> bool:
        return bool(self.text) and all(s.is_italic for s in self.spans if s.text.strip())

    @property
    def is_plain(self) -> bool:
        """Tell whether it is running text: neither heading nor item nor anything marked."""
        return not (self.level or self.list_kind or self.role)


@dataclass(slots=True)
class Cell:
    """A table's cell, which takes `columns` and `rows` of the grid."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    is_head: bool = False

    @property
    def text(self) -> str:
        return " ".join(filter(None, (paragraph.text for paragraph in self.paragraphs)))

    @property
    def photos(self) -> list[Photo]:
        return [photo for paragraph in self.paragraphs for photo in paragraph.photos]


@dataclass(slots=True)
class Table:
    """Rows of cells."""

    rows: list[list[Cell]] = field(default_factory=list)

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row


@dataclass(slots=True)
class Figure:
    """Photos that stand together, with what is written under them."""

    photos: list[Photo]
    caption: str = ""


@dataclass(slots=True)
class Note:
    """What the import was unsure of, at the place where it was."""

    text: str


Block: TypeAlias = Paragraph | Table | Figure | Note


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo's bytes, what it was called, and its extension (".jpg")."""

    data: bytes
    stem: str
    extension: str


@dataclass(slots=True)
class Draft:
    """An article that is being brought in. `date` is as editors write it, or ""."""

    origin: str
    digest: str
    title: str = ""
    date: str = ""
    author: str = ""
    source: str = ""
    summary: str = ""
    category: str = ""
    tags: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    photos: dict[str, PhotoFile] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    footnotes: dict[str, Paragraph] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def doubt(self, text: str) -> None:
        """Note once what somebody should look at."""
        if text not in self.notes:
            self.notes.append(text)


def join_spans(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with neighbouring runs of one form made one."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, Span) and isinstance(last, Span) and last.is_like(piece):
            last.text += piece.text
        else:
            joined.append(piece)
    return joined
