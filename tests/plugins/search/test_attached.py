"""Attached PDFs are found by their text, once read; a damaged one stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import HTML

from plugins.core.article import AttachmentField
from plugins.core.executor import LocalExecutor
from plugins.search.attached import extract_text, find_pdfs, read_pdfs
from tests.plugins.samples import make_document

if TYPE_CHECKING:
    from pathlib import Path


def make_pdf(path: Path, *pages: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    texts = "".join(f'<p style="break-after: page">{text}</p>' for text in pages)
    HTML(string=f"<html lang=vi>{texts}").write_pdf(path)
    return path


def test_a_pdf_s_text_is_read_up_to_the_page_wanted(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", "Quyết định số 1002/QĐ-UBND", "Điều 2")
    assert extract_text(1, path.read_bytes()) == "Quyết định số 1002/QĐ-UBND"
    assert extract_text(9, path.read_bytes()) == "Quyết định số 1002/QĐ-UBND Điều 2"


@pytest.mark.parametrize(
    "data", [b"", b"not a PDF", b"%PDF-1.4\n%%EOF\n", b"%PDF-1.7\n\x00\xff" * 9]
)
def test_a_damaged_pdf_has_no_text(data: bytes) -> None:
    assert extract_text(9, data) == ""


def read(sums: dict[Path, str], pages: int, cache_dir: Path) -> dict[Path, str]:
    texts = read_pdfs(sums, pages, cache_dir, LocalExecutor())
    return {path: text.fetch() for path, text in texts.items()}


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", "Thông báo")
    assert read({path: "sum"}, 3, tmp_path / "cache") == {path: "Thông báo"}
    [kept] = (tmp_path / "cache").iterdir()
    kept.write_text("từ bộ nhớ đệm", "utf-8")
    assert read({path: "sum"}, 3, tmp_path / "cache") == {path: "từ bộ nhớ đệm"}
    assert read({path: "another"}, 3, tmp_path / "cache") == {path: "Thông báo"}


def test_no_page_wanted_reads_nothing(tmp_path: Path) -> None:
    assert read({tmp_path / "nowhere.pdf": "sum"}, 0, tmp_path) == {}


def test_only_pdfs_that_are_there_are_read(tmp_path: Path) -> None:
    there = make_pdf(tmp_path / "bai" / "a.pdf", "x")
    fields = tuple(AttachmentField(name, "T") for name in ("a.pdf", "b.pdf", "c.docx"))
    document = make_document(folder=tmp_path / "bai", attachments=fields)
    assert find_pdfs([document]) == {(document.view.path, "a.pdf"): there}
