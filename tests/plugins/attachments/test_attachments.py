"""Attachments: what may be published, and what is told of all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.attachments.files import (
    MEDIA_TYPES,
    find_problems,
)
from plugins.attachments.settings import AttachmentSettings
from plugins.core.article import AttachmentField
from plugins.core.html import parse
from plugins.core.markup import Renderer
from tests.plugins.samples import make_source

if TYPE_CHECKING:
    from pathlib import Path


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
