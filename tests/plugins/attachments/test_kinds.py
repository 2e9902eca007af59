"""What a file really is: an extension that lies is told, and what it hides is named."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from plugins.attachments.files import MEDIA_TYPES, find_problems
from plugins.attachments.kinds import is_true_to_name, name_kind
from plugins.attachments.settings import AttachmentSettings
from plugins.core.article import AttachmentField
from plugins.core.html import parse
from tests.plugins.samples import make_source

if TYPE_CHECKING:
    from pathlib import Path

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def packed(**parts: str) -> bytes:
    """Return a ZIP archive; a part's name has "__" for a slash and "_" for a full stop."""
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return data.getvalue()


WORD, SHEET = packed(word__document_xml="<w/>"), packed(xl__workbook_xml="<x/>")
TRUE = {
    "a.pdf": b"%PDF-1.7\n%%EOF\n",
    "thu.pdf": b"\r\n%PDF-1.4\n",
    "a.doc": OLE,
    "a.xls": OLE,
    "a.ppt": OLE,
    "a.docx": WORD,
    "A.DOCX": WORD,
    "a.xlsx": SHEET,
    "a.pptx": packed(ppt__presentation_xml="<p/>"),
    "a.odt": packed(mimetype="application/vnd.oasis.opendocument.text"),
    "a.ods": packed(mimetype="application/vnd.oasis.opendocument.spreadsheet\n"),
    "a.csv": "quý,số thu\n1,1250\n".encode("utf-8-sig"),
    "a.txt": "Đề án".encode(),
    "rong.txt": b"",
    "a.zip": packed(a_txt="x"),
    "rong.zip": packed(),
    "a.mp3": b"ID3\x04" + bytes(20),
    "khung.mp3": b"\xff\xfb\x90\x64",
    "a.mp4": b"\0\0\0\x18ftypisom",
}
PAGE = b"<!DOCTYPE html><script>alert(1)</script>"
FALSE = {
    "trang.pdf": (PAGE, "trang web hoặc tệp XML"),
    "svg.pdf": (b'\xef\xbb\xbf \n<svg onload="alert(1)">', "trang web hoặc tệp XML"),
    "rong.pdf": (b"", "tệp rỗng"),
    "anh.pdf": (b"\xff\xd8\xff\xe0", "ảnh JPEG"),
    "moi.doc": (WORD, "tệp nén ZIP"),
    "rtf.doc": (b"{\\rtf1}", "tệp RTF"),
    "cu.docx": (OLE, "tệp Office đời cũ (.doc, .xls, .ppt)"),
    "bang.docx": (SHEET, "tệp nén ZIP"),
    "dut.docx": (WORD[:40], "tệp nén ZIP"),
    "chay.zip": (b"MZ\x90\0", "chương trình Windows"),
    "chay.xlsx": (b"\x7fELF", "chương trình Linux"),
    "sai.odt": (packed(mimetype="text/html"), "tệp nén ZIP"),
    "khong.ods": (packed(a_txt="x"), "tệp nén ZIP"),
    "utf16.csv": ("quý".encode("utf-16"), "một loại khác"),
    "tcvn3.txt": (b"Qu\xfd\xf7", "một loại khác"),
    "nul.txt": (b"a\0b", "một loại khác"),
    "cat.txt": ("Đề".encode()[:-1], "một loại khác"),
    "nhac.mp3": (b"RIFF", "một loại khác"),
    "phim.mp4": (b"ID3\x04", "tệp MP3"),
    "nen.zip": (b"Rar!\x1a", "tệp nén RAR"),
}


def test_every_type_that_may_be_attached_is_tried() -> None:
    assert {f".{name.lower().rpartition('.')[2]}" for name in TRUE} == set(MEDIA_TYPES)


@pytest.mark.parametrize("name", TRUE)
def test_a_file_that_is_what_its_name_says_passes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TRUE[name])
    assert is_true_to_name(tmp_path / name)


@pytest.mark.parametrize("name", FALSE)
def test_a_file_that_is_something_else_is_told_with_what_it_is(tmp_path: Path, name: str) -> None:
    data, found = FALSE[name]
    (tmp_path / name).write_bytes(data)
    assert not is_true_to_name(tmp_path / name)
    assert name_kind(tmp_path / name) == found


def test_a_long_text_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a" * ((1 << 20) - 1) + "ề".encode() + b"b" * 10)
    assert is_true_to_name(path)
    path.write_bytes(b"a" * (3 << 20) + b"\xff")
    assert not is_true_to_name(path)


def test_a_false_type_is_a_problem_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "trang.pdf").write_bytes(PAGE)
    field = AttachmentField("trang.pdf", "Trang", line=5)
    source = make_source("x\n[a](trang.pdf)", folder=tmp_path, attachments=(field,))
    tree = parse('<p>x <a href="trang.pdf">a</a></p>')
    found = sorted(find_problems(source, tree, AttachmentSettings()))
    assert [one.line for one in found] == [5, 9]
    assert str(found[0]) == (
        "content/2021/hop-bao/index.md:5 — Tệp đính kèm “trang.pdf” không phải là tệp .pdf thật; "
        "nội dung là trang web hoặc tệp XML.\n"
        "  Cách sửa: mở tệp bằng phần mềm của nó rồi lưu lại đúng loại; "
        "tệp chữ thì lưu với bảng mã UTF-8.\n"
        "  (The attachment is not what its name says. Save it again as that type; text as UTF-8.)"
    )


def test_a_very_large_attachment_is_a_warning(tmp_path: Path) -> None:
    with (tmp_path / "to.pdf").open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate((1 << 20) + 1)
    source = make_source(folder=tmp_path, attachments=(AttachmentField("to.pdf", "To", line=5),))
    assert list(find_problems(source, parse("x"), AttachmentSettings())) == []
    (found,) = find_problems(source, parse("x"), AttachmentSettings(size_mib=1))
    assert str(found) == (
        "content/2021/hop-bao/index.md:5 — Cảnh báo: Tệp đính kèm “to.pdf” nặng 1 MiB, hơn 1 MiB.\n"
        "  Cách sửa: giảm độ phân giải khi quét, hoặc chia thành nhiều tệp.\n"
        "  (The attachment is very large. Scan it at a lower resolution, or divide it.)"
    )


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="size_mib"):
        AttachmentSettings(size_mib=0)
