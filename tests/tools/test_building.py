"""A build tells all it said, and the preview holds exactly the last good one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tools.serve.building import mirror_tree, run_build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("code", "is_good"), [(0, True), (1, False)])
def test_the_exit_code_says_whether_a_build_is_good(code: int, *, is_good: bool) -> None:
    assert run_build([sys.executable, "-c", f"raise SystemExit({code})"]).is_good is is_good


def test_a_build_tells_what_it_wrote_to_both_streams() -> None:
    script = "import sys; print('Dựng', flush=True); sys.stderr.write('Ảnh thiếu')"
    assert run_build([sys.executable, "-X", "utf8", "-c", script]).text.splitlines() == [
        "Dựng",
        "Ảnh thiếu",
    ]


def test_a_build_in_no_known_encoding_is_still_told() -> None:
    script = r"import sys; sys.stdout.buffer.write(b'a\xffb')"
    assert run_build([sys.executable, "-c", script]).text == "a\ufffdb"


def test_the_gaps_between_the_columns_of_a_log_shrink_and_indents_stay() -> None:
    script = "print('LỖI' + ' ' * 90 + 'a.py:1'); print('    Cách sửa: thêm ảnh  ')"
    assert run_build([sys.executable, "-X", "utf8", "-c", script]).text == (
        "LỖI  a.py:1\n    Cách sửa: thêm ảnh"
    )


def test_the_mirror_gets_new_files_and_loses_old_ones(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    (source / "tin").mkdir(parents=True)
    (source / "tin" / "index.html").write_text("mới")
    (target / "cũ").mkdir(parents=True)
    (target / "cũ" / "index.html").write_text("cũ")
    mirror_tree(source, target)
    assert [path.relative_to(target).as_posix() for path in target.rglob("*.html")] == [
        "tin/index.html"
    ]
    assert (target / "tin" / "index.html").read_text() == "mới"


def test_the_mirror_is_a_copy_that_later_writes_do_not_reach(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    source.mkdir()
    (source / "index.html").write_text("bản tốt")
    mirror_tree(source, target)
    (source / "index.html").write_text("nửa chừng")
    assert (target / "index.html").read_text() == "bản tốt"


def test_a_changed_file_of_the_same_size_is_copied(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    source.mkdir()
    for moment_s, text in ((1, "a"), (2, "b")):
        (source / "index.html").write_text(text)
        os.utime(source / "index.html", (moment_s, moment_s))
        mirror_tree(source, target)
    assert (target / "index.html").read_text() == "b"


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    source.mkdir()
    (source / "index.html").write_text("một")
    mirror_tree(source, target)
    before = (target / "index.html").stat().st_ino
    mirror_tree(source, target)
    assert (target / "index.html").stat().st_ino == before


@pytest.mark.parametrize(("old", "new"), [("tin", "tin/index.html"), ("tin/index.html", "tin")])
def test_a_file_and_a_folder_may_change_places(tmp_path: Path, old: str, new: str) -> None:
    target = tmp_path / "preview"
    for build, name in (("one", old), ("two", new)):
        file = tmp_path / build / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(build)
        mirror_tree(tmp_path / build, target)
    assert (target / new).read_text() == "two"
