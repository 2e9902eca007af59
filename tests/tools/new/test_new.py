"""A new article: a folder, an address, and a text that the check has nothing but notes about."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import SequenceNode

from plugins.core.frontmatter import split_front_matter
from plugins.core.text import clean
from tests.tools.check.seeded import NOW_EPOCH, PROJECT
from tools.articles import folder_name, front_matter, one_line
from tools.check.checking import check_sources
from tools.check.site import open_site
from tools.new.__main__ import main
from tools.new.kinds import KINDS

SETTINGS = str(PROJECT / "pelicanconf.py")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW_EPOCH)
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def begin(content: Path, *arguments: str) -> int:
    return main(["--settings", SETTINGS, "--content", str(content), *arguments])


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS] + [kind.name_en for kind in KINDS])
def test_each_kind_makes_a_draft_that_has_no_errors(content: Path, kind: str) -> None:
    assert begin(content, "--kind", kind, "Hội nghị: tổng kết “năm 2026”") == 0
    path = content / "2026/hoi-nghi-tong-ket-nam-2026/index.md"
    text = path.read_text("utf-8")
    assert 'title: "Hội nghị: tổng kết “năm 2026”"\ndate: 01/12/2026 08:00\n' in text
    assert "status: draft\n" in text
    problems = check_sources(open_site(Path(SETTINGS), content))
    assert {problem.code for problem in problems} == {"note-left"}


def test_kinds_go_to_their_categories(content: Path) -> None:
    begin(content, "--kind", "lay-y-kien", "Dự thảo")
    assert "category: Lấy ý kiến\n" in (content / "2026/du-thao/index.md").read_text("utf-8")


def test_nothing_is_overwritten(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(content, "Họp báo")
    path = content / "2026/hop-bao/index.md"
    path.write_text("của tôi", encoding="utf-8")
    assert begin(content, "Họp bảo") == 1
    assert path.read_text("utf-8") == "của tôi"
    assert "Đã có thư mục content/2026/hop-bao" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], [""], ["???"], ["--kind", "bao-cao", "Họp báo"]])
def test_what_cannot_be_begun_is_refused_with_a_way_out(
    content: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(content, *arguments) == 1
    assert list(content.iterdir()) == []
    said = capsys.readouterr().err
    assert "make new TITLE=" in said or "thong-bao (thông báo)" in said


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_title_reads_back_as_it_was_given(title: str) -> None:
    words = one_line(title)
    parts = split_front_matter(clean(front_matter({"title": title, "tags": [title]})), "a.md")
    if words:
        assert parts.problems == ()
        assert parts.fields[0].text == words
        tags = parts.fields[1].node
        assert isinstance(tags, SequenceNode)
        assert tags.value[0].value == words


def test_long_titles_are_cut_between_words() -> None:
    assert folder_name("tổng kết " * 20) == "-".join(["tong", "ket"] * 9)
    assert len(folder_name("a" * 200)) == 80


def test_a_site_without_the_kinds_category_takes_its_first() -> None:
    with TemporaryDirectory() as name:
        office = open_site(Path(SETTINGS), Path(name)).build.office
    assert KINDS[0].category_in(office) == "Tin tức"
