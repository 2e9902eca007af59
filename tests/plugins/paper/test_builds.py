"""Builds print what changed and no more, the same everywhere, and tell what cannot be printed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from plugins.core.placing import stamp_of
from plugins.paper.sheet import Print
from plugins.paper.shelf import Printed, Shelf
from tests.plugins.paper.site import Site

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """---
title: {title}
date: 2026-03-10 08:00
category: Tin tức
summary: Tóm tắt.
---

{body}
"""


def write(site: Site, name: str, body: str, title: str = "Một bài") -> Path:
    path = site.content / "2026" / name / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(title=title, body=body), "utf-8")
    return path


@pytest.fixture
def copied(awkward: Site, tmp_path: Path) -> Site:
    """Return a copy of the awkward site, its cache warm, its output not there yet."""
    site = Site(tmp_path / "thư mục khác", awkward.project)
    shutil.copytree(awkward.content, site.content)
    shutil.copytree(awkward.folder / "cache", site.folder / "cache")
    return site


def stamps(site: Site) -> dict[str, tuple[int, int]]:
    """Return which files the cached PDFs are: one that is printed anew is another."""
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.cached}


def test_an_unchanged_site_prints_nothing(copied: Site) -> None:
    before = stamps(copied)
    copied.build_well()
    assert stamps(copied) == before
    assert len(copied.pdfs) == len(before)


def test_an_edited_article_alone_is_printed_anew(copied: Site) -> None:
    before = stamps(copied)
    path = copied.content / "2026" / "bai-trong" / "index.md"
    path.write_text(path.read_text("utf-8") + "\nMột câu mới.\n", "utf-8")
    copied.build_well()
    after = stamps(copied)
    assert len(set(after.items()) - set(before.items())) == 1
    assert set(before.items()) <= set(after.items())


def test_other_bytes_of_a_photo_are_printed_anew(copied: Site) -> None:
    before = stamps(copied)
    photos = copied.content / "2026" / "anh"
    shutil.copy(photos / "ngang.jpg", photos / "doc.jpg")
    copied.build_well()
    assert len(stamps(copied).keys() - before.keys()) == 1


def test_a_build_elsewhere_gives_the_same_bytes(awkward: Site, copied: Site) -> None:
    shutil.rmtree(copied.folder / "cache" / "pdf")
    copied.build_well()
    assert [p.read_bytes() for p in copied.pdfs] == [p.read_bytes() for p in awkward.pdfs]


@pytest.mark.parametrize("letters", ["中", "ق"])
def test_a_letter_without_a_font_stops_a_production_build(
    tmp_path: Path, project: Path, letters: str
) -> None:
    site = Site(tmp_path, project)
    write(site, "chu-la", f"Dòng đầu.\n\nMột chữ lạ: {letters}.")
    done = site.build(IS_PRODUCTION=True)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "content/2026/chu-la/index.md:10" in said
    assert f"U+{ord(letters):04X}" in said
    assert not site.pdfs


def test_a_letter_without_a_font_is_told_at_each_preview(tmp_path: Path, project: Path) -> None:
    site = Site(tmp_path, project)
    write(site, "chu-la", "Một chữ lạ: 中.")
    for _ in range(2):
        done = site.build()
        assert done.returncode == 0, done.stdout + done.stderr
        assert "U+4E2D" in done.stdout + done.stderr
        assert len(site.pdfs) == 1


def test_a_table_wider_than_paper_is_told(tmp_path: Path, project: Path) -> None:
    site = Site(tmp_path, project)
    heads = [f"Đơn-vị-số-{number}-rất-dài" for number in range(40)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * 40, ["1"] * 40))
    write(site, "bang", table)
    done = site.build()
    assert "content/2026/bang/index.md:8" in done.stdout + done.stderr
    assert "rộng hơn trang giấy" in done.stdout + done.stderr


def test_what_no_build_uses_leaves_the_shelf(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = shelf.keep("a" * 32, Print(b"young", 1)).path
    old = shelf.keep("b" * 32, Print(b"old", 1)).path
    complained = shelf.keep("c" * 32, Print(b"old too", 1, ("a complaint",))).path
    for path in (old, complained):
        os.utime(path, (0, 0))
    assert Shelf(tmp_path).sweep(30) == 2
    assert list(tmp_path.rglob("*.pdf")) == [kept]


def test_what_a_build_uses_stays_on_the_shelf(tmp_path: Path) -> None:
    path = Shelf(tmp_path).keep("a" * 32, Print(b"old", 3)).path
    os.utime(path, (0, 0))
    shelf = Shelf(tmp_path)
    assert shelf.find("a" * 32) == Printed(path, 3, 3, stamp=stamp_of(path.stat()))
    assert shelf.find("b" * 32) is None
    assert Shelf(tmp_path).sweep(30) == 0
    assert path.stat().st_mtime == 0


def test_a_pdf_that_was_complained_about_is_made_again(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("a" * 32, Print(b"old", 1, ("a complaint",)))
    assert Shelf(tmp_path).find("a" * 32) is None
