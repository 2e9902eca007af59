"""HTML of any portal becomes paragraphs, tables and photos; what only dressed it is left behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from tools.importing.blocks import Block, Cell, Figure, Paragraph, Photo, Span, Table, join_spans
from tools.importing.html_forms import HIDDEN, Form, attribute, form_of
from tools.importing.refusals import doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.importing.blocks import Draft

_DROPPED = frozenset(
    {"script", "style", "noscript", "form", "button", "input", "select", "nav", "template", "link"}
    | {"meta", "title", "xml", "svg", "head"}
)
_EMBEDDED = frozenset({"iframe", "video", "audio", "object", "embed"})
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "center", "blockquote", "pre", "dl", "dt", "dd", "figure"}
    | {"ul", "ol", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "header", "footer"}
    | {"main", "aside", "body", "address", "figcaption"}
)
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_MOST_COLUMNS = 100


@dataclass(slots=True)
class HtmlReader:
    """Collects the blocks of a page. `photo_of` returns the key of an image's photo, or ""."""

    draft: Draft
    photo_of: Callable[[Tag], str]
    link_of: Callable[[Tag], str]
    blocks: list[Block] = field(default_factory=list)
    _open: Paragraph | None = None

    def read(self, element: Tag) -> list[Block]:
        """Return the blocks of an element's content."""
        self._read_children(element, Form())
        self._close()
        return self.blocks

    def _read_children(self, element: Tag, form: Form) -> None:
        for child in element.children:
            if isinstance(child, Tag):
                self._read_element(child, form)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._add_text(_SPACE.sub(" ", str(child)), form)

    def _read_element(self, element: Tag, form: Form) -> None:
        name = element.name
        if name in _DROPPED or HIDDEN.search(attribute(element, "style")):
            return
        if name in _EMBEDDED:
            self.draft.doubt(doubt("embedded", kind=name))
        elif name == "br":
            self._add_text("\n", form)
        elif name == "img":
            self._add_photo(element, form)
        elif name == "table":
            self._add_table(element)
        elif name == "figure" and element.find("img"):
            self._add_figure(element)
        elif name in _BLOCKS:
            self._close()
            self._read_children(element, form_of(element, form))
            self._close()
        else:
            inner = form_of(element, form)
            link = self.link_of(element) if name == "a" else ""
            self._read_children(element, replace(inner, link=link or inner.link))

    def _add_text(self, text: str, form: Form) -> None:
        paragraph = self._paragraph(form)
        paragraph.pieces.append(
            Span(text, form.is_bold, form.is_italic, form.link, form.raised, form.font)
        )

    def _add_photo(self, element: Tag, form: Form) -> None:
        key = self.photo_of(element)
        if key:
            self._paragraph(form).pieces.append(Photo(key, attribute(element, "alt")))

    def _paragraph(self, form: Form) -> Paragraph:
        if self._open is None:
            self._open = Paragraph(
                align=form.align,
                role=form.role,
                level=form.level,
                list_kind=form.list_kind,
                depth=max(0, form.depth - 1),
            )
        return self._open

    def _close(self) -> None:
        if self._open is not None:
            self._open.pieces = join_spans(self._open.pieces)
            if not self._open.is_blank:
                self.blocks.append(self._open)
        self._open = None

    def _add_figure(self, element: Tag) -> None:
        self._close()
        caption = element.find("figcaption")
        inner = HtmlReader(self.draft, self.photo_of, self.link_of)
        paragraphs = [b for b in inner.read(element) if isinstance(b, Paragraph)]
        photos = [photo for paragraph in paragraphs for photo in paragraph.photos]
        text = " ".join(caption.get_text(" ").split()) if isinstance(caption, Tag) else ""
        if photos:
            self.blocks.append(Figure(photos, text))

    def _add_table(self, element: Tag) -> None:
        self._close()
        rows = [row for row in element.find_all("tr") if row.find_parent("table") is element]
        table = Table([[self._read_cell(cell) for cell in _cells_of(row)] for row in rows])
        title = element.find("caption")
        if isinstance(title, Tag) and title.get_text().strip():
            self.blocks.append(Paragraph([Span(" ".join(title.get_text().split()))]))
        if any(table.cells()):
            self.blocks.append(table)

    def _read_cell(self, element: Tag) -> Cell:
        inner = HtmlReader(self.draft, self.photo_of, self.link_of)
        cell = Cell(
            columns=_number(element, "colspan"),
            rows=_number(element, "rowspan"),
            is_head=element.name == "th",
        )
        for block in inner.read(element):
            if isinstance(block, Table):
                self.draft.doubt(doubt("nested-table"))
                cell.paragraphs += [p for one in block.cells() for p in one.paragraphs]
            elif isinstance(block, Figure):
                spans = [Span(block.caption)] if block.caption else []
                cell.paragraphs.append(Paragraph([*block.photos, *spans]))
            elif isinstance(block, Paragraph):
                cell.paragraphs.append(block)
        return cell


def _cells_of(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"], recursive=False) if isinstance(cell, Tag)]


def _number(element: Tag, name: str) -> int:
    text = attribute(element, name)
    is_number = text.isascii() and text.isdecimal() and 0 < len(text) < 3  # noqa: PLR2004 - two digits
    return max(1, int(text)) if is_number else 1
