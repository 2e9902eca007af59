"""Names across the site: the rarer spelling is told, different persons are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.article import ArticleView, Kind
from plugins.core.document import Document, Extras
from plugins.proofreading.names import find_name_problems, find_names

if TYPE_CHECKING:
    from pathlib import Path


def document(folder: Path, number: int, text: str) -> Document:
    name = f"bai-{number}"
    here = folder / name
    here.mkdir()
    (here / "index.md").write_text(f"---\ntitle: Bài\n---\n{text}\n", encoding="utf-8")
    view = ArticleView(
        kind=Kind.ARTICLE,
        path=f"{name}/index.md",
        folder=str(here),
        key=name,
        lang="vi",
        slug=name,
        url=f"/{name}/",
        save_as=f"{name}/index.html",
        title="Bài",
        summary="",
    )
    return Document(view, extras=Extras(names=find_names(view, text)))


def told(folder: Path, *texts: str) -> list[tuple[str, int]]:
    documents = [document(folder, number, text) for number, text in enumerate(texts)]
    return [(p.path, p.line) for p in find_name_problems(documents, "content")]


@pytest.mark.parametrize(
    ("rare", "usual"),
    [
        ("Ông Lê Văn Hoà nói.", "Ông Lê Văn Hòa nói."),
        ("Bà Nguyễn Thuý Vân nói.", "Bà Nguyễn Thúy Vân nói."),
        ("Xã Mĩ Lộc", "Xã Mỹ Lộc"),
    ],
)
def test_a_name_that_others_spell_otherwise_is_told_at_its_line(
    tmp_path: Path, rare: str, usual: str
) -> None:
    assert told(tmp_path, rare, usual, usual) == [("content/bai-0/index.md", 4)]


def test_a_slip_of_one_mark_in_a_long_name_is_told_where_the_right_one_is_frequent(
    tmp_path: Path,
) -> None:
    usual = ["Ông Đàm Quốc Việt nói."] * 4
    assert told(tmp_path, "Ông Đàm Quôc Việt nói.", *usual) == [("content/bai-0/index.md", 4)]


@pytest.mark.parametrize(
    "texts",
    [
        ["Ông Trần Văn Thanh nói.", "Ông Trần Văn Thành nói."],
        ["Xã Hoà An", "Xã Hòa Bình"],
        ["Văn phòng Ủy ban", "Văn Phòng Ủy ban"],
        ["Ông Lê Văn Hòa", "Ông Lê Văn Hòa"],
    ],
)
def test_different_names_are_left_in_peace(tmp_path: Path, texts: list[str]) -> None:
    assert told(tmp_path, *texts) == []
