"""Links: each leads to a file, a published document, and the right address."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Status
from plugins.core.document import Document
from plugins.core.files import find_file
from plugins.core.html import parse, serialise
from plugins.core.links import (
    find_broken_links,
    find_unpublished_targets,
    is_document,
    is_local,
    mark_document_links,
    resolve,
    resolve_document_links,
)
from plugins.core.markup import Renderer
from tests.plugins.samples import make_source, make_view

if TYPE_CHECKING:
    from pathlib import Path

LOCAL = ("a.pdf", "./a.pdf", "../b/index.md", "a.pdf#x", "a%20b.pdf", "a:b.pdf"[:1], "thư mục/a")
NOT_LOCAL = (
    "",
    "#x",
    "?q=1",
    "/gioi-thieu/",
    "//host/a",
    "https://a.vn/a.md",
    "mailto:a@b.vn",
    "tel:113",
    "http://[",
)


@pytest.mark.parametrize("href", LOCAL)
def test_a_relative_path_is_local(href: str) -> None:
    assert is_local(href)


@pytest.mark.parametrize("href", NOT_LOCAL)
def test_what_leads_elsewhere_is_not(href: str) -> None:
    assert not is_local(href)
    assert not is_document(href)


def test_a_local_link_to_markdown_is_a_document() -> None:
    assert is_document("../b/index.md#x")
    assert not is_document("a.pdf")


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("../b/index.md", "2021/b/index.md"),
        ("index.en.md", "2021/a/index.en.md"),
        ("./x/../index.md", "2021/a/index.md"),
        ("../../pages/lien-he/index.md#x", "pages/lien-he/index.md"),
        ("../H%E1%BB%8Dp/index.md", "2021/Họp/index.md"),
        (unicodedata.normalize("NFD", "../Họp/index.md"), "2021/Họp/index.md"),
        ("../../../x.md", "../x.md"),
    ],
)
def test_a_link_is_resolved_from_its_article_s_folder(href: str, place: str) -> None:
    assert resolve("2021/a", href) == place


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder with an article beside another, whose files' names are NFD."""
    folder = tmp_path / "content/2021/hop-bao"
    folder.mkdir(parents=True)
    (folder / "index.md").touch()
    (folder / unicodedata.normalize("NFD", "dự thảo.pdf")).touch()
    other = tmp_path / "content/2021" / unicodedata.normalize("NFD", "Bầu cử")
    other.mkdir()
    (other / "index.md").touch()
    (tmp_path / "outside.md").touch()
    return tmp_path / "content"


def broken(content: Path, body: str) -> list[tuple[int, str]]:
    source = make_source(body, folder=content / "2021/hop-bao")
    tree = parse(Renderer("vi").render(body))
    return [(p.line, p.message) for p in sorted(find_broken_links(source, tree, content))]


@pytest.mark.parametrize(
    "body",
    [
        "[a](index.md)",
        "[a](<dự thảo.pdf>)",
        "[a](dự%20thảo.pdf)",
        "[a](<../Bầu cử/index.md>)",
        "[a](../B%E1%BA%A7u%20c%E1%BB%AD/index.md#x)",
        "[a](https://chinhphu.vn/x.md) [b](#x) [c](mailto:a@b.vn) <https://a.vn>",
        "`[a](khong-co.md)`",
        "```\n[a](khong-co.md)\n```",
        "<!-- [a](khong-co.md) -->",
        "\\[a](khong-co.md)",
    ],
)
def test_links_that_lead_somewhere_pass(content: Path, body: str) -> None:
    assert broken(content, body) == []


def message(target: str, near: str = "") -> str:
    hint = f" Ý bạn là “{near}”?" if near else ""
    return f"Liên kết đến “{target}” không dẫn đến tệp nào.{hint}"


BROKEN = [
    ("[a](../khong-co/index.md)", [(8, message("../khong-co/index.md"))]),
    ("x\n\n[a](indx.md)", [(10, message("indx.md", "index.md"))]),
    ("[a](dự%20thao.pdf)", [(8, message("dự%20thao.pdf", "dự thảo.pdf"))]),
    ("[a](../../../outside.md)", [(8, message("../../../outside.md"))]),
    ("[a](..)", [(8, message(".."))]),
    ("www.a.vn\n\n[a](www.a.vn)", [(8, message("www.a.vn")), (10, message("www.a.vn"))]),
    ("[a][1]\n\n[1]: khong-co.md", [(10, message("khong-co.md"))]),
    ('x\n\n<a href="khong-co.md">a</a>', [(10, message("khong-co.md"))]),
    ("[a](khong.md)\n\n[b](khong.md)", [(8, message("khong.md")), (10, message("khong.md"))]),
    ("[a](index.md)\n\n[b](dex.md)", [(10, message("dex.md", "index.md"))]),
    ("[a](x&amp;y.md)", [(8, message("x&y.md"))]),
    ("[**đậm [x]**](khong.md)", [(8, message("khong.md"))]),
]


@pytest.mark.parametrize(("body", "expected"), BROKEN, ids=range(len(BROKEN)))
def test_a_link_to_no_file_is_told_with_its_line(
    content: Path, body: str, expected: list[tuple[int, str]]
) -> None:
    assert broken(content, body) == expected


@pytest.mark.parametrize("place", ["", ".", "..", "a/../index.md", "x" * 300, "a\0b", "2021"])
def test_names_that_are_no_file_are_none(content: Path, place: str) -> None:
    assert find_file(content, place) is None


def linked(body: str, urls: dict[str, str]) -> tuple[str, tuple[tuple[str, int], ...]]:
    source = make_source(body)
    tree = parse(Renderer("vi").render(body))
    links = mark_document_links(source, tree)
    return resolve_document_links(serialise(tree), urls.items()), links


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("../b/index.md", "2021/b/index.md"),
        ("<../Bầu cử/index.md>", "2021/Bầu cử/index.md"),
        ("../100%25/index.md", "2021/100%/index.md"),
        ("../a&amp;b/index.md", "2021/a&b/index.md"),
        ("../a'b/index.md", "2021/a'b/index.md"),
    ],
)
def test_a_link_to_a_source_becomes_its_address(href: str, place: str) -> None:
    html, links = linked(f"[x]({href})", {place: "/b/"})
    assert html == '<p><a href="/b/">x</a></p>'
    assert links == ((place, 8),)


def test_a_link_keeps_its_fragment_in_the_form_that_anchors_have() -> None:
    html, _ = linked("[x](../b/index.md#muc_1)", {"2021/b/index.md": "/b/"})
    assert html == '<p><a href="/b/#muc-1">x</a></p>'


def test_other_links_stay_as_they_are() -> None:
    html, links = linked("[x](a.pdf) [y](https://a.vn/index.md)", {})
    assert html == '<p><a href="a.pdf">x</a> <a href="https://a.vn/index.md">y</a></p>'
    assert links == ()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SCHEDULED])
def test_a_link_to_what_readers_cannot_see_is_told(status: Status) -> None:
    document = Document(make_view(), links=(("2021/b/index.md", 12), ("2021/c/index.md", 13)))
    views = {"2021/b/index.md": make_view("b", status=status), "2021/c/index.md": make_view("c")}
    problems = list(find_unpublished_targets("content/a.md", document, views))
    assert [str(p) for p in problems] == [
        (
            "content/a.md:12 — Liên kết đến “2021/b/index.md” dẫn đến một bài chưa xuất bản.\n"
            "  Cách sửa: bỏ liên kết, hoặc xuất bản bài đó trước.\n"
            "  (This link leads to an unpublished article. "
            "Remove it, or publish that article first.)"
        )
    ]
