"""A build tells all it said, and the preview holds exactly the last good one."""

from __future__ import annotations

import errno
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


def put(path: Path, text: str) -> None:
    """Write a file as a build does: whole, in the place of the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name("new")
    new.write_text(text)
    new.replace(path)


def test_the_next_build_does_not_reach_the_mirror(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "index.html", "bản tốt")
    mirror_tree(source, target)
    put(source / "index.html", "nửa chừng")
    assert (target / "index.html").read_text() == "bản tốt"
    mirror_tree(source, target)
    assert (target / "index.html").read_text() == "nửa chừng"


def test_a_mirror_takes_no_room_of_its_own(tmp_path: Path) -> None:
    put(tmp_path / "output/index.html", "một")
    mirror_tree(tmp_path / "output", tmp_path / "preview")
    assert (tmp_path / "output/index.html").samefile(tmp_path / "preview/index.html")


def test_a_mirror_on_a_disk_without_links_has_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", _refuse)
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "tin/index.html", "một")
    mirror_tree(source, target)
    copied = (target / "tin/index.html").stat().st_ino
    mirror_tree(source, target)
    assert (target / "tin/index.html").stat().st_ino == copied
    put(source / "tin/index.html", "hai")
    mirror_tree(source, target)
    assert (target / "tin/index.html").read_text() == "hai"


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, "no links")


def test_what_a_mirroring_left_that_was_killed_is_taken_away(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "index.html", "mới")
    put(target / ".arriving", "nửa chừng")
    (target / "trống").mkdir()
    (target / "index.html").symlink_to("/etc/hostname")
    mirror_tree(source, target)
    assert [path.name for path in target.iterdir()] == ["index.html"]
    assert (target / "index.html").read_text() == "mới"


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
