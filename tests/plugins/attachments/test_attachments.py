"""Attachments: what editors put beside an article is published, and nothing else."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attachments import publish_attachments, take_attachments
from plugins.attachments.files import (
    MEDIA_TYPES,
    find_attachment,
    find_problems,
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

NFD = unicodedata.normalize("NFD", "Dự thảo.PDF")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an article's folder with files that may be published and files that may not."""
    here = tmp_path / "content/2021/hop-bao"
    here.mkdir(parents=True)
    for name in ("a.pdf", "b.pdf", NFD, "trang.html", "anh.svg", "du-thao.pdf", "index.md"):
        (here / name).write_bytes(b"%PDF-".ljust(2000, b"x"))
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (here / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    return here


def told(folder: Path, body: str = "", *fields: AttachmentField) -> list[str]:
    source = make_source(body, folder=folder, attachments=fields)
    tree = parse(Renderer("vi").render(body))
    return [
        f"{p.line} {p.message}" for p in sorted(find_problems(source, tree, AttachmentSettings()))
    ]


KNOWN = ", ".join(sorted(MEDIA_TYPES))


@pytest.mark.parametrize(
    "body",
    [
        "[a](a.pdf)",
        "[a](./a.pdf) [b](b.pdf)",
        "[a](<Dự thảo.PDF>)",
        "[a](D%E1%BB%B1%20th%E1%BA%A3o.PDF)",
        "[a](a.pdf#page=2)",
        "[a](a.pdf) và lại [a](a.pdf)",
        "[a](khong-co.pdf)",
        "[a](https://a.vn/x.exe) [b](../b/index.md) [c](#c) [d](/x.html)",
        "`[a](trang.html)`",
    ],
)
def test_links_to_what_may_be_published_pass(folder: Path, body: str) -> None:
    assert told(folder, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "x\n\n[a](trang.html)",
            ["10 Không được đính kèm tệp loại “.html”: trang.html."],
        ),
        ("[a](anh.svg)", ["8 Không được đính kèm tệp loại “.svg”: anh.svg."]),
        ("[a](../a.pdf)", ["8 Tệp đính kèm “../a.pdf” nằm ngoài thư mục của bài viết."]),
        ("[a](con/a.pdf)", ["8 Tệp đính kèm “con/a.pdf” nằm ngoài thư mục của bài viết."]),
        (
            "[a](<Dự thảo.PDF>)\n[b](du-thao.pdf)",
            ["9 Tệp đính kèm “du-thao.pdf” trùng địa chỉ với “Dự thảo.PDF”."],
        ),
        ("[a][1]\n\n[1]: trang.html", ["10 Không được đính kèm tệp loại “.html”: trang.html."]),
    ],
)
def test_links_to_what_may_not_are_told(folder: Path, body: str, expected: list[str]) -> None:
    assert told(folder, body) == expected


FIELDS = [
    (AttachmentField("a.pdf", "A", line=5), []),
    (AttachmentField("Dự thảo.PDF", "A", line=5), []),
    (AttachmentField("c.pdf", "A", line=5), ["5 Tệp đính kèm “c.pdf” không có trong thư mục."]),
    (
        AttachmentField("link.pdf", "A", line=5),
        ["5 Tệp đính kèm “link.pdf” nằm ngoài thư mục của bài viết."],
    ),
    (
        AttachmentField("../x.pdf", "A", line=5),
        ["5 Tệp đính kèm “../x.pdf” nằm ngoài thư mục của bài viết."],
    ),
    (
        AttachmentField("C:\\x.pdf", "A", line=5),
        ["5 Tệp đính kèm “C:\\x.pdf” nằm ngoài thư mục của bài viết."],
    ),
    (
        AttachmentField("index.md", "A", line=5),
        ["5 Không được đính kèm tệp loại “.md”: index.md."],
    ),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS, ids=range(len(FIELDS)))
def test_each_row_of_the_front_matter_is_checked(
    folder: Path, field: AttachmentField, expected: list[str]
) -> None:
    assert told(folder, "", field) == expected


def test_a_file_may_be_in_the_front_matter_and_in_the_body(folder: Path) -> None:
    assert told(folder, "[a](a.pdf)", AttachmentField("a.pdf", "A")) == []


def test_each_problem_tells_what_to_do(folder: Path) -> None:
    fields = (
        AttachmentField("c.pdf", "A", line=4),
        AttachmentField("anh.svg", "B", line=5),
        AttachmentField("../x.pdf", "C", line=6),
        AttachmentField("Dự thảo.PDF", "D", line=7),
        AttachmentField("du-thao.pdf", "E", line=8),
    )
    source = make_source(folder=folder, attachments=fields)
    place = "content/2021/hop-bao/index.md"
    assert [str(p) for p in sorted(find_problems(source, parse(""), AttachmentSettings()))] == [
        (
            f"{place}:4 — Tệp đính kèm “c.pdf” không có trong thư mục.\n"
            "  Cách sửa: đặt tệp cạnh bài viết, hoặc sửa lại tên tệp.\n"
            "  (The attachment is not in the folder. Put it beside the article, or mend its name.)"
        ),
        (
            f"{place}:5 — Không được đính kèm tệp loại “.svg”: anh.svg.\n"
            f"  Cách sửa: dùng một trong các loại: {KNOWN}.\n"
            "  (Files of this type cannot be attached. Use one of the types named.)"
        ),
        (
            f"{place}:6 — Tệp đính kèm “../x.pdf” nằm ngoài thư mục của bài viết.\n"
            "  Cách sửa: chép tệp vào cạnh bài viết và chỉ ghi tên tệp.\n"
            "  (The attachment lies outside the article's folder. "
            "Copy it beside the article and give its name alone.)"
        ),
        (
            f"{place}:8 — Tệp đính kèm “du-thao.pdf” trùng địa chỉ với “Dự thảo.PDF”.\n"
            "  Cách sửa: đổi tên một trong hai tệp.\n"
            "  (Two attachments have the same address. Rename one of them.)"
        ),
    ]


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
