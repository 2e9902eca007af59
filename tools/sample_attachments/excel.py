"""Tables for spreadsheets: .xlsx with numbers as numbers, and .csv."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

from tools.sample_attachments.package import LINKS, OOXML, TYPE, make_package

if TYPE_CHECKING:
    from tools.sample_attachments.sheets import Sheet

CELLS = f"{OOXML}/spreadsheetml/2006/main"
CELL_STYLES = (
    f'<styleSheet xmlns="{CELLS}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
    # Excel takes the first two fills to be these, whatever they are.
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    "</styleSheet>"
)


def make_xlsx(sheet: Sheet) -> bytes:
    rows = "".join(_cells_of(cells, number) for number, cells in enumerate(sheet["rows"], 1))
    # The columns' widths are in characters: the longest text of each.
    widths = [
        max(len(str(cell)) for cell in column) + 2 for column in zip(*sheet["rows"], strict=True)
    ]
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    content = f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
    table = f'<worksheet xmlns="{CELLS}">{content}</worksheet>'
    book = (
        f'<workbook xmlns="{CELLS}" xmlns:r="{LINKS}"><sheets>'
        f'<sheet name="{escape(sheet["title"])}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return make_package(
        ("xl/workbook.xml", f"{TYPE}.spreadsheetml.sheet.main+xml", book),
        [
            ("xl/sheet1.xml", "worksheet", f"{TYPE}.spreadsheetml.worksheet+xml", table),
            ("xl/styles.xml", "styles", f"{TYPE}.spreadsheetml.styles+xml", CELL_STYLES),
        ],
    )


def _cells_of(cells: list[str | float], number: int) -> str:
    style = ' s="1"' if number == 1 else ""
    return f'<row r="{number}">{"".join(_cell(cell, style) for cell in cells)}</row>'


def _cell(value: str | float, style: str) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"{style}><is><t>{escape(value, quote=False)}</t></is></c>'
    return f"<c{style}><v>{value}</v></c>"


def make_csv(sheet: Sheet) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(sheet["rows"])
    # The mark tells spreadsheets that the text is UTF-8.
    return text.getvalue().encode("utf-8-sig")
