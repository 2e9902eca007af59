"""Documents for word processors (.docx), with headings and table heads marked as such."""

from __future__ import annotations

from html import escape

from tools.sample_attachments.package import OOXML, TYPE, make_package
from tools.sample_attachments.sheets import Sheet, blocks_of, number_of, runs_of

WORD = f"{OOXML}/wordprocessingml/2006/main"

WORD_STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>'
)
WORD_TABLE = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr>"
)


def make_docx(sheet: Sheet) -> bytes:
    opening = filter(None, (sheet["issuer"], number_of(sheet), sheet.get("place_and_date")))
    parts = [
        *(_word_paragraph(text, "Normal", "center") for text in opening),
        _word_paragraph(sheet["kind"], "Title"),
        _word_paragraph(sheet["about"], "Normal", "center"),
        *(_word_of(kind, run) for kind, run in runs_of(blocks_of(sheet["body"]))),
        *(_word_paragraph(text, "Normal", "right") for text in sheet.get("signer", ())),
    ]
    document = (
        f'<w:document xmlns:w="{WORD}"><w:body>{"".join(parts)}<w:sectPr/></w:body></w:document>'
    )
    main = f"{TYPE}.wordprocessingml.document.main+xml"
    styles = f"{TYPE}.wordprocessingml.styles+xml"
    return make_package(
        ("word/document.xml", main, document), [("word/styles.xml", "styles", styles, WORD_STYLES)]
    )


def _word_of(kind: str, run: list[list[str]]) -> str:
    if kind == "row":
        grid = "<w:gridCol/>" * len(run[0])
        rows = "".join(_word_row(row, is_head=row is run[0]) for row in run)
        return f"<w:tbl>{WORD_TABLE}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    style, mark = ("Heading1", "") if kind == "heading" else ("Normal", "– " * (kind == "item"))
    return "".join(_word_paragraph(mark + cells[0], style) for cells in run)


def _word_row(cells: list[str], *, is_head: bool) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    return f"<w:tr>{head}{''.join(f'<w:tc>{_word_paragraph(c)}</w:tc>' for c in cells)}</w:tr>"


def _word_paragraph(text: str, style: str = "Normal", align: str = "") -> str:
    place = f'<w:jc w:val="{align}"/>' if align else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>'
        f"<w:r><w:t>{escape(text, quote=False)}</w:t></w:r></w:p>"
    )
