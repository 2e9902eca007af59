"""Attachments are published beside their article, by plain names, and described."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attachments import publish_attachments, take_attachments
from plugins.attachments.files import (
    find_attachment,
    list_linked_files,
    point_links,
    published_name,
)
from plugins.attachments.settings import AttachmentSettings
from plugins.core.article import AttachmentField
from plugins.core.document import Attachment, Document
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from tests.plugins.samples import make_build, make_source, make_view

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "a.pdf": "a.pdf",
    "Dự thảo Quyết định.DOCX": "du-thao-quyet-dinh.docx",
    "../../Đề án (1).pdf": "de-an-1.pdf",
    "…….pdf": "tep.pdf",
    "a.tar.zip": "a-tar.zip",
}


@pytest.mark.parametrize(("file", "name"), NAMES.items())
def test_a_file_is_published_by_a_plain_name(file: str, name: str) -> None:
    assert published_name(file) == name


@given(st.text())
def test_no_published_name_leads_elsewhere(file: str) -> None:
    name = published_name(f"{file}.pdf")
    assert "/" not in name
    assert not name.startswith(".")
    assert name.isascii()


def test_links_lead_to_where_files_are_published() -> None:
    html = (
        '<a href="./D%E1%BB%B1%20th%E1%BA%A3o.PDF#page=2">a</a> <a href="b.docx">b</a> '
        '<a href="https://a.vn/c.pdf">c</a> <a href="../x/index.md">d</a> <a>e</a>'
    )
    tree = parse(html)
    assert list_linked_files(tree) == {
        "./D%E1%BB%B1%20th%E1%BA%A3o.PDF#page=2": "Dự thảo.PDF",
        "b.docx": "b.docx",
    }
    assert point_links(tree, "/2021/x/") == ["Dự thảo.PDF", "b.docx"]
    assert serialise(tree) == (
        '<a href="/2021/x/du-thao.pdf#page=2">a</a> <a href="/2021/x/b.docx">b</a> '
        '<a href="https://a.vn/c.pdf">c</a> <a href="../x/index.md">d</a> <a>e</a>'
    )


@pytest.mark.parametrize(
    "name", ["link.pdf", "../hop-bao/a.pdf", "none.pdf", "", ".", "/etc/passwd"]
)
def test_nothing_outside_the_folder_is_an_attachment(folder: Path, name: str) -> None:
    assert find_attachment(folder, name) is None


def published(folder: Path, body: str, **changes: Any) -> tuple[Document, dict[str, bytes]]:  # noqa: ANN401 - any field
    root = folder.parents[2]
    view = make_view(folder=folder, **changes)
    source = replace(make_source(body), view=view, folder=folder)
    build = make_build(root, AttachmentSettings=AttachmentSettings())
    tree = parse(Renderer("vi").render(body))
    take_attachments(build, source, tree)
    document = Document(view, serialise(tree), source.extras)
    build.documents = [document]
    assert not build.output.folder.exists()
    publish_attachments(build)
    output = build.output.folder
    files = {
        p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()
    }
    return document, files


def test_files_are_published_beside_the_article_and_described(folder: Path) -> None:
    field = AttachmentField("Dự thảo.PDF", "Dự thảo", "12/DT", date(2026, 11, 18), 5)
    document, files = published(folder, "[b](b.pdf)", attachments=(field,))
    assert set(files) == {"2021/01/20/hop-bao/du-thao.pdf", "2021/01/20/hop-bao/b.pdf"}
    assert document.extras.attachments == (
        Attachment(
            "/2021/01/20/hop-bao/du-thao.pdf",
            "Dự thảo",
            "PDF",
            2000,
            "application/pdf",
            "12/DT",
            date(2026, 11, 18),
        ),
    )


def test_what_has_a_problem_is_not_published(folder: Path) -> None:
    fields = (AttachmentField("link.pdf", "A"), AttachmentField("../../../secret.pdf", "B"))
    body = "[a](trang.html) [b](link.pdf) [c](../../../secret.pdf) [d](index.md)"
    document, files = published(folder, body, attachments=fields)
    assert files == {}
    assert document.extras.attachments == ()
