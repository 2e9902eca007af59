"""The sample attachments: every one is there, small, dateless and sound in its format."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml
from lxml import etree

from tools.sample_attachments.__main__ import CONTENT, LIMIT_BYTES, MAKERS, TEXTS
from tools.sample_attachments.excel import make_csv, make_xlsx
from tools.sample_attachments.pdf import make_pdf
from tools.sample_attachments.sheets import blocks_of, number_of, runs_of
from tools.sample_attachments.word import make_docx

SHEETS = yaml.safe_load(TEXTS.read_text("utf-8"))
PACKAGES = [name for name in SHEETS if name.endswith(("docx", "xlsx"))]
LETTER = {
    "issuer": "SỞ TƯ PHÁP",
    "number": "1/CV",
    "place_and_date": "Vĩnh Sơn, ngày 1 tháng 2 năm 2026",
    "kind": "CÔNG VĂN",
    "about": "Thử & nghiệm <b>",
    "signer": ["GIÁM ĐỐC"],
    "body": "## Một\n\n- hai\n- ba\n\n| a | b |\n| c & d | e |",
}


def parts_of(package: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("name", SHEETS)
def test_each_attachment_lies_beside_its_article_and_is_small(name: str) -> None:
    path = CONTENT / name
    assert 0 < path.stat().st_size <= LIMIT_BYTES
    assert path.with_name("index.md").is_file()


@pytest.mark.parametrize("name", SHEETS)
def test_each_attachment_is_offered_by_its_article(name: str) -> None:
    article = (CONTENT / name).with_name("index.md").read_text("utf-8")
    assert f"file: {Path(name).name}" in article


@pytest.mark.parametrize("name", PACKAGES)
def test_packages_have_every_part_that_their_relations_and_types_name(name: str) -> None:
    parts = parts_of((CONTENT / name).read_bytes())
    types = {part.get("PartName", "").removeprefix("/") for part in parts["[Content_Types].xml"]}
    assert types - {""} <= parts.keys()
    for source in (part for part in parts if part.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(source))
        targets = {posixpath.join(folder, link.get("Target", "")) for link in parts[source]}
        assert targets <= parts.keys()


@pytest.mark.parametrize("suffix", MAKERS)
def test_the_same_text_gives_the_same_bytes(suffix: str) -> None:
    sheet = LETTER | {"title": "Bảng", "rows": [["Tên", "Số"], ["Một", 1.5]]}
    assert MAKERS[suffix](sheet) == MAKERS[suffix](sheet)


def test_a_pdf_is_tagged_and_tells_no_time() -> None:
    with pikepdf.open(BytesIO(make_pdf(LETTER))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "vi"
        assert pdf.docinfo["/Title"] == "Công văn: Thử & nghiệm <b>"
        assert "/CreationDate" not in pdf.docinfo


def test_texts_reach_word_as_they_are() -> None:
    document = parts_of(make_docx(LETTER))["word/document.xml"]
    texts = [text for text in document.itertext() if text]
    assert texts[:5] == [
        "SỞ TƯ PHÁP",
        "Số: 1/CV",
        LETTER["place_and_date"],
        "CÔNG VĂN",
        "Thử & nghiệm <b>",
    ]
    assert texts[5:] == ["Một", "– hai", "– ba", "a", "b", "c & d", "e", "GIÁM ĐỐC"]


def test_numbers_reach_spreadsheets_as_numbers() -> None:
    sheet = {"title": "Bảng", "rows": [["Tên", "Số"], ["A & B", 2.5]]}
    table = parts_of(make_xlsx(sheet))["xl/sheet1.xml"]
    kinds = [
        (cell.get("t"), cell.findtext(".//{*}t") or cell.findtext("{*}v"))
        for cell in table.iter("{*}c")
    ]
    assert kinds == [
        ("inlineStr", "Tên"),
        ("inlineStr", "Số"),
        ("inlineStr", "A & B"),
        (None, "2.5"),
    ]


def test_csv_is_marked_as_unicode_and_quotes_commas() -> None:
    assert make_csv({"rows": [["a, b", 1]]}) == b'\xef\xbb\xbf"a, b",1\r\n'


def test_a_draft_says_so_beside_its_number() -> None:
    assert number_of({"number": "2/QĐ", "is_draft": True}) == "DỰ THẢO – Số: 2/QĐ"
    assert number_of({}) == ""


def test_neighbours_of_a_kind_come_together() -> None:
    assert [(kind, len(run)) for kind, run in runs_of(blocks_of(str(LETTER["body"])))] == [
        ("heading", 1),
        ("item", 2),
        ("row", 2),
    ]
