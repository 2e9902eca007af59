"""A site of many mistakes: the check tells exactly those, each at its line, and mends its share."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.tools.check.seeded import NOW_EPOCH, PROJECT, Expected, write_sources
from tools.check.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Expected]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW_EPOCH)
    return write_sources(tmp_path)


def run_check(folder: Path, *options: str) -> int:
    settings = ("--settings", str(PROJECT / "pelicanconf.py"))
    return main([*options, *settings, str(folder / "content")])


def told(text: str) -> list[Expected]:
    rows = json.loads(text)
    return sorted(Expected(row["path"], row["line"], row["code"]) for row in rows)


def test_each_of_more_than_forty_kinds_of_mistake_is_told_once_and_at_its_line(
    seeded: list[Expected], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_check(tmp_path, "--format", "json") == 1
    assert told(capsys.readouterr().out) == seeded
    assert len({one.code for one in seeded}) > 40


def test_mending_twice_is_as_mending_once_and_leaves_only_what_people_must_mend(
    seeded: list[Expected], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_check(tmp_path, "--format", "json", "--fix")
    mended = {"text-nfd", "text-invisible", "text-legacy", "text-space"}
    mended |= {"caption-quotes", "photo-name-case"}
    assert told(capsys.readouterr().out) == [one for one in seeded if one.code not in mended]
    once = snapshot(tmp_path)
    run_check(tmp_path, "--fix")
    assert snapshot(tmp_path) == once
    assert capsys.readouterr().err == ""


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_sample_content_yields_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--settings", str(PROJECT / "pelicanconf.py")]) == 0
    assert capsys.readouterr().out == "Không có lỗi nào. / No problems.\n"
