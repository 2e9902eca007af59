"""Names that are known are those that are there: with them, a scan gives what it gives without."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from plugins.core.folders import is_hidden, scan
from plugins.core.names import Names
from plugins.core.placing import look_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOUR_NS = 3_600_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = tmp_path / "nội dung"
    for place in ("2026/một/index.md", "2026/một/ảnh.jpg", "2026/hai/index.md", "trang/index.md"):
        write(base / place)
    return base


def write(path: Path, text: str = "một") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def learned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Names:
    """Return the names as somebody knows them who looks an hour from now."""
    names = Names(str(folder), is_hidden)
    now_ns = time.time_ns() + HOUR_NS
    with monkeypatch.context() as patched:
        patched.setattr("time.time_ns", lambda: now_ns)
        names.learn()
    return names


def add_a_file(folder: Path) -> None:
    write(folder / "2026/một/mới.jpg")


def add_a_folder(folder: Path) -> None:
    write(folder / "2026/ba/bốn/index.md")


def change_a_file(folder: Path) -> None:
    write(folder / "2026/hai/index.md", "dài hơn")


def replace_a_file(folder: Path) -> None:
    write(folder / "2026/hai/new", "khác")
    (folder / "2026/hai/new").rename(folder / "2026/hai/index.md")


def delete_a_file(folder: Path) -> None:
    (folder / "2026/một/ảnh.jpg").unlink()


def delete_a_folder(folder: Path) -> None:
    shutil.rmtree(folder / "2026/một")


def rename_a_folder(folder: Path) -> None:
    (folder / "2026/một").rename(folder / "2026/năm")


def put_a_file_in_a_folders_place(folder: Path) -> None:
    shutil.rmtree(folder / "2026/một")
    write(folder / "2026/một")


def put_a_folder_in_a_files_place(folder: Path) -> None:
    (folder / "2026/một/ảnh.jpg").unlink()
    write(folder / "2026/một/ảnh.jpg/index.md")


def put_another_folder_in_ones_place(folder: Path) -> None:
    """Do it as a copy does that keeps all times."""
    status = (folder / "2026/hai").stat()
    shutil.rmtree(folder / "2026/hai")
    write(folder / "2026/hai/other.md")
    os.utime(folder / "2026/hai", ns=(status.st_atime_ns, status.st_mtime_ns))


def hide_a_file(folder: Path) -> None:
    (folder / "2026/một/ảnh.jpg").rename(folder / "2026/một/.ảnh.jpg")


def link_to_a_folder(folder: Path) -> None:
    (folder / "2026/liên-kết").symlink_to(folder / "2026/hai")


def delete_everything(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


CHANGES = (
    add_a_file,
    add_a_folder,
    change_a_file,
    replace_a_file,
    delete_a_file,
    delete_a_folder,
    rename_a_folder,
    put_a_file_in_a_folders_place,
    put_a_folder_in_a_files_place,
    put_another_folder_in_ones_place,
    hide_a_file,
    link_to_a_folder,
    delete_everything,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_is_seen(
    folder: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = learned(folder, monkeypatch)
    assert scan(str(folder), names) == scan(str(folder))
    change(folder)
    assert scan(str(folder), names) == scan(str(folder))
    if change is not link_to_a_folder:
        assert look_at(str(folder), names) == look_at(str(folder))
    names.learn()
    assert scan(str(folder), names) == scan(str(folder))


def test_a_folder_that_is_known_is_not_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = learned(folder, monkeypatch)
    expected = scan(str(folder)), look_at(str(folder))
    monkeypatch.delattr("os.scandir")
    assert (scan(str(folder), names), look_at(str(folder), names)) == expected


def test_a_folder_that_was_just_changed_is_not_known(folder: Path) -> None:
    names = Names(str(folder))
    names.learn()
    assert names.of("2026/một") is None


def test_a_link_to_a_file_that_becomes_one_to_a_folder_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aim = folder.with_name("đích")
    write(aim)
    (folder / "2026/hai/liên-kết").symlink_to(aim)
    names = learned(folder, monkeypatch)
    aim.unlink()
    write(aim / "index.md")
    tree = scan(str(folder), names)
    assert tree == scan(str(folder))
    assert tree.links == ["2026/hai/liên-kết"]


def test_a_folder_that_is_not_there_is_not_known(tmp_path: Path) -> None:
    names = Names(str(tmp_path / "không có"))
    names.learn()
    assert names.of("") is None
    assert look_at(str(tmp_path / "không có"), names) == ({}, set())
