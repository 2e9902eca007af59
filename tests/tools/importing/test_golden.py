"""Whole files brought in: a Word report, one in old fonts, a Drupal page, WordPress's export."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.core import pipeline
from plugins.core.html import parse
from tests.tools.check.seeded import NOW_EPOCH, PROJECT
from tests.tools.importing.samples import (
    BLUE,
    DRUPAL_PAGE,
    GREEN,
    RED,
    WORDPRESS_EXPORT,
    office_report,
    old_fonts_report,
)
from tools.check.checking import check_sources
from tools.check.site import list_sources, open_site
from tools.importing.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).with_name("golden")
SETTINGS = PROJECT / "pelicanconf.py"
MIRRORED = {
    "sites/default/files/2021-01/hop (1).jpg": RED,
    "sites/default/files/2021-01/trao-thuong.jpg": GREEN,
    "sites/default/files/bao cao.pdf": b"%PDF-1.7",
    "wp-content/uploads/2021/01/tet.jpg": BLUE,
}
FILES: dict[str, Callable[[], bytes]] = {
    "bao-cao.docx": office_report,
    "phong-chu-cu.docx": old_fonts_report,
    "trang-drupal.html": DRUPAL_PAGE.encode,
    "wordpress.xml": WORDPRESS_EXPORT.encode,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with the files to bring in, a copy of the old portal's files, and content/."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW_EPOCH)
    for place, data in MIRRORED.items():
        path = tmp_path / "portal" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "content").mkdir()
    (tmp_path / "cũ").mkdir()
    for name, make in FILES.items():
        (tmp_path / "cũ" / name).write_bytes(make())
    return tmp_path


def bring_in(folder: Path, *names: str) -> int:
    settings = ["--settings", str(SETTINGS), "--content", str(folder / "content")]
    paths = [str(folder / "cũ" / name) for name in names] or [str(folder / "cũ")]
    return main([*settings, "--files", str(folder / "portal"), *paths])


@pytest.mark.parametrize("name", FILES)
def test_a_file_becomes_the_article_that_the_golden_file_shows(
    folder: Path, name: str, request: pytest.FixtureRequest
) -> None:
    assert bring_in(folder, name) == 0
    (article,) = list_sources(folder / "content")
    listed = "\n".join(sorted(path.name for path in article.parent.iterdir()))
    # The mark tells a file's bytes, which differ with the compressor's version.
    written = re.sub(r"\[[0-9a-f]{16}\]", "[…]", article.read_text("utf-8"))
    text = f"{article.parent.relative_to(folder)}\n{listed}\n\n{written}"
    golden = GOLDEN / f"{name}.md"
    if request.config.getoption("--golden", default=False):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text("utf-8")


def test_what_came_in_has_no_errors_but_tells_what_is_to_be_looked_at(folder: Path) -> None:
    bring_in(folder)
    problems = check_sources(open_site(SETTINGS, folder / "content"))
    assert problems.errors == []
    assert {problem.code for problem in problems} <= {
        "note-left",
        "alt-unwritten",
        "title-capitals",
    }


def test_every_photo_caption_table_and_list_of_the_report_is_on_the_page(folder: Path) -> None:
    bring_in(folder, "bao-cao.docx")
    run = open_site(SETTINGS, folder / "content")
    (path,) = list_sources(folder / "content")
    source = run.read_source(path)
    assert source is not None
    tree = parse(run.render(source).html)
    captions = [" ".join(e.text_content().split()) for e in tree.iter("figcaption")]
    assert captions == [
        "Toàn cảnh “Hội nghị”",
        "Chánh Văn phòng phát biểu khai mạc. Ảnh: Thu Hà",
        "Đại biểu thảo luận",
        "Đại biểu biểu quyết",
        "Chụp ảnh lưu niệm",
    ]
    assert len(list(tree.iter("photo-slot"))) == 6
    assert [len(table.findall(".//tr")) for table in tree.iter("table")] == [3]
    assert [e.text_content() for e in tree.iter("h2")] == [
        "1. Kết quả đạt được",
        "2. Nhiệm vụ năm 2021",
    ]
    assert [len(e.findall("li")) for e in tree.iter("ul", "ol")][:2] == [2, 2]
    assert "Số liệu đến ngày 31/12/2020." in tree.text_content()


def test_a_second_run_changes_nothing_even_where_the_editor_has_worked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring_in(folder)
    article = next(p for p in list_sources(folder / "content") if "tong-ket-cong-tac" in str(p))
    article.write_text(article.read_text("utf-8").replace("Toàn cảnh", "Quang cảnh"), "utf-8")
    before = snapshot(folder / "content")
    capsys.readouterr()
    assert bring_in(folder) == 0
    assert snapshot(folder / "content") == before
    assert "Đã nhập 0 bài, 4 bài đã có từ trước" in capsys.readouterr().out


def test_a_run_that_was_stopped_goes_on_where_it_was(folder: Path) -> None:
    (folder / "content/.importing").mkdir()
    (folder / "content/.importing/index.md").write_text("dở dang", encoding="utf-8")
    bring_in(folder, "bao-cao.docx")
    assert bring_in(folder) == 0
    assert len(list_sources(folder / "content")) == 4
    assert not (folder / "content/.importing").exists()


def test_an_article_of_the_same_title_gets_a_folder_of_its_own(folder: Path) -> None:
    here = folder / "content/2021/hoi-nghi-tong-ket-nam-2020"
    here.mkdir(parents=True)
    (here / "index.md").write_text("của tôi", encoding="utf-8")
    bring_in(folder, "trang-drupal.html")
    assert (here / "index.md").read_text("utf-8") == "của tôi"
    assert (folder / "content/2021/hoi-nghi-tong-ket-nam-2020-2/index.md").is_file()


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(autouse=True)
def _leave_no_pipeline() -> object:
    yield
    pipeline.clear()
