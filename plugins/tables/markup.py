"""Tables that everybody can read: scoped head cells, a caption, scrolling by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import builder

from plugins.core.html import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTION = re.compile(r"(Bảng|Biểu|Table)\s+\S+[.:]\s*\S")


def dress_tables(tree: HtmlElement, label: str) -> None:
    """Dress every table of a document; `label` names one that has no caption."""
    for table in list(tree.iter("table")):
        _empty_head_cells_are_none(table)
        _head_rows_below_an_empty_corner(table)
        _scope_head_cells(table)
        _align_by_class(table)
        caption = _take_caption(table)
        _wrap(table, caption or label)


def _empty_head_cells_are_none(table: HtmlElement) -> None:
    # A screen reader would stumble over one that names nothing (axe: empty-table-header).
    for cell in table.iter("th"):
        if not text_of(cell) and cell.find(".//img") is None:
            cell.tag = "td"
            cell.attrib.pop("scope", None)


def _head_rows_below_an_empty_corner(table: HtmlElement) -> None:
    """Make the first cells of rows their heads, which Markdown cannot write, if the corner is none.

    https://www.w3.org/WAI/tutorials/tables/two-headers/
    """
    head = table.find("thead/tr")
    if head is None or head[0].tag == "th":
        return
    for cell in table.iterfind("tbody/tr/td[1]"):
        row = cell.getparent()
        # Where cells span others, the first of a row may stand in any column.
        if cell is row[0] and len(row) == len(head) and text_of(cell):
            cell.tag = "th"


def _scope_head_cells(table: HtmlElement) -> None:
    for cell in table.iter("th"):
        if not cell.get("scope"):
            cell.set("scope", "col" if cell.getparent().getparent().tag == "thead" else "row")


def _align_by_class(table: HtmlElement) -> None:
    # The attribute is obsolete in HTML and a style would break the content security policy.
    for cell in table.iter("th", "td"):
        align = cell.attrib.pop("align", "")
        if align in {"right", "center"}:
            cell.set("class", f"{cell.get('class', '')} align-{align}".strip())


def _take_caption(table: HtmlElement) -> str:
    """Return a table's caption; the paragraph "Bảng 1. …" right before it becomes one."""
    own = table.find("caption")
    if own is not None:
        return text_of(own)
    before = table.getprevious()
    if before is None or before.tag != "p" or not _CAPTION.match(text_of(before)):
        return ""
    if (before.tail or "").strip():
        return ""
    before.tag = "caption"
    before.tail = "\n"
    table.insert(0, before)
    return text_of(before)


def _wrap(table: HtmlElement, label: str) -> None:
    # A region that scrolls must be reachable by keyboard and named (WCAG 2.1.1).
    region = builder.DIV({"class": "table-scroll", "role": "region", "tabindex": "0"})
    region.set("aria-label", label)
    region.tail, table.tail = table.tail, None
    table.getparent().replace(table, region)
    region.append(table)
