"""The command: its formats, what may be switched off, and that nothing makes it fall over."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.attachments import files as attachments
from plugins.core import catalogue as core
from plugins.core.problems import Problem, Problems
from plugins.outline import check as outline
from plugins.photos import catalogue as photos
from plugins.proofreading.catalogue import CATALOGUE
from tests.tools.check.seeded import PROJECT, head
from tools.check.__main__ import main
from tools.check.checking import check_sources
from tools.check.fixing import fix_sources, mend_text
from tools.check.formats import as_github, as_gitlab
from tools.check.site import open_site

ERROR = Problem("content/a.md", 3, "photo-missing", "Ảnh “a, b: 5%.jpg”\nkhông có.", "đặt ảnh.")
WARNING = Problem("content/a.md", 4, "link-vague", "Chữ “đây”.", "sửa.", is_warning=True)


@pytest.fixture
def problems() -> Problems:
    found = Problems()
    found.extend([WARNING, ERROR])
    return found


def write(folder: Path, place: str, text: str) -> None:
    path = folder / "content" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def codes_of(folder: Path, settings_file: Path = PROJECT / "pelicanconf.py") -> list[str]:
    run = open_site(settings_file, folder / "content")
    return [problem.code for problem in check_sources(run)]


def test_github_gets_annotations_whose_signs_are_escaped(problems: Problems) -> None:
    assert as_github(problems) == (
        "::error file=content/a.md,line=3,title=photo-missing::"
        "Ảnh “a, b: 5%25.jpg”%0Akhông có. Cách sửa: đặt ảnh.\n"
        "::warning file=content/a.md,line=4,title=link-vague::Chữ “đây”. Cách sửa: sửa."
    )


def test_gitlab_gets_issues_that_it_can_tell_apart(problems: Problems) -> None:
    first, second = json.loads(as_gitlab(problems))
    assert first["location"] == {"path": "content/a.md", "lines": {"begin": 3}}
    assert (first["severity"], second["severity"]) == ("major", "minor")
    assert first["fingerprint"] != second["fingerprint"]


def test_warnings_alone_are_told_with_exit_status_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "2026/a/index.md", head("Bài") + "Có 15,518 hồ sơ.\n")
    arguments = ["--settings", str(PROJECT / "pelicanconf.py"), str(tmp_path / "content")]
    assert main(arguments) == 0
    assert capsys.readouterr().out == (
        "content/2026/a/index.md:7 — Cảnh báo: Số “15,518” viết theo kiểu nước ngoài.\n"
        "  Cách sửa: viết “15.518”.\n"
        "  (This number is not written as the article's language does. Write it as suggested.)\n"
        "\n"
        "1 cảnh báo nên xem lại. / 1 warning to look at.\n"
    )


def test_an_article_can_switch_a_warning_off_with_a_reason(tmp_path: Path) -> None:
    summary = "summary: " + "dài " * 100
    text = head("Bài").replace("summary: Tóm tắt.", summary) + "Có 15,518 hồ sơ.\n"
    write(tmp_path, "2026/a/index.md", text)
    assert codes_of(tmp_path) == ["summary-long", "number-format"]
    ignore = "ignore: {number-format: trích nguyên văn, summary-long: bài dài}\ncategory"
    write(tmp_path, "2026/a/index.md", text.replace("category", ignore, 1))
    assert codes_of(tmp_path) == []


def test_a_reason_must_be_given(tmp_path: Path) -> None:
    text = head("Bài").replace("category", "ignore: {number-format: }\ncategory", 1)
    write(tmp_path, "2026/a/index.md", text)
    assert codes_of(tmp_path) == ["field-type"]


def test_a_site_can_switch_a_warning_off_with_a_reason(tmp_path: Path) -> None:
    write(tmp_path, "2026/a/index.md", head("Bài") + "Có 15,518 hồ sơ.\n")
    settings_file = tmp_path / "conf.py"
    settings_file.write_text(
        f"import sys\nsys.path.insert(0, {str(PROJECT)!r})\nfrom pelicanconf import *\n"
        'PROOFREADING = {"ignore": {"number-format": "bản tin song ngữ"}}\n',
        encoding="utf-8",
    )
    assert codes_of(tmp_path, settings_file) == []


def test_a_setting_for_a_warning_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file = tmp_path / "conf.py"
    settings_file.write_text(
        f"import sys\nsys.path.insert(0, {str(PROJECT)!r})\nfrom pelicanconf import *\n"
        'PROOFREADING = {"ignore": {"number-fomat": "bản tin song ngữ"}}\n',
        encoding="utf-8",
    )
    (tmp_path / "content").mkdir()
    assert main(["--settings", str(settings_file), str(tmp_path / "content")]) == 1
    assert "Ý bạn là “number-format”?" in capsys.readouterr().err


def test_every_code_of_the_check_is_told_in_the_editors_page() -> None:
    page = (PROJECT / "docs/editors.md").read_text("utf-8")
    told = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    catalogues = (core.CATALOGUE, photos.CATALOGUE, outline.CATALOGUE, attachments.CATALOGUE)
    assert {*CATALOGUE, *(code for one in catalogues for code in one)} - told == set()


MARKDOWN_SIGNS = "![](\"')<>#*`~-_|:/\\{}=&;\n \u00a0\u200bábßHéiÞ0.,5@"


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(st.characters(codec="utf-8")), st.text(MARKDOWN_SIGNS)))
def test_no_text_makes_the_check_fall_over_and_mending_twice_is_as_once(body: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, "2026/a/index.md", head("Bài") + body)
        codes_of(folder)
        fix_sources(folder / "content")
        once = (folder / "content/2026/a/index.md").read_bytes()
        fix_sources(folder / "content")
        assert (folder / "content/2026/a/index.md").read_bytes() == once


@given(st.text())
def test_mending_keeps_line_ends_as_they_are(text: str) -> None:
    ends = re.findall(r"\r\n|\r|\n", text)
    assert re.findall(r"\r\n|\r|\n", mend_text(text)) == ends


def test_names_of_photos_and_files_are_made_one(tmp_path: Path) -> None:
    folder = tmp_path / "content/2026/a"
    folder.mkdir(parents=True)
    (folder / "ho\u0323p.pdf").write_bytes(b"x")
    (folder / "Toan-canh.JPG").write_bytes(b"x")
    write(tmp_path, "2026/a/index.md", head("Bài") + "![Đại biểu](toan-canh.jpg)\n")
    fix_sources(tmp_path / "content")
    assert sorted(path.name for path in folder.iterdir()) == [
        "Toan-canh.JPG",
        "họp.pdf",
        "index.md",
    ]
    assert "![Đại biểu](Toan-canh.JPG)" in (folder / "index.md").read_text("utf-8")
