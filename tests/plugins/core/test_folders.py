"""The content folder as it is: what is in it, what tells a changed file, and what is left out."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from plugins.core.folders import scan, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plugins.core.folders import Files

NOW_NS = 2_000_000_000 * 10**9
NFD = unicodedata.normalize("NFD", "họp-báo")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Make a folder of which every file is old."""
    for place in (
        "index.md",
        "2026/a/index.md",
        "2026/a/index.en.md",
        "2026/a/ảnh.jpg",
        "2026/b/x.md",
    ):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(place)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return tmp_path


def test_sources_are_the_markdown_files_of_all_folders_in_order(base: Path) -> None:
    assert scan(str(base)).sources() == [
        "2026/a/index.en.md",
        "2026/a/index.md",
        "2026/b/x.md",
        "index.md",
    ]


def test_each_folder_has_its_own_files_and_an_empty_one_none(base: Path) -> None:
    (base / "trống").mkdir()
    folders = scan(str(base)).folders
    names = {folder: [name for name, _ in files] for folder, files in folders.items()}
    assert names == {
        "": ["index.md"],
        "2026": [],
        "2026/a": ["index.en.md", "index.md", "ảnh.jpg"],
        "2026/b": ["x.md"],
        "trống": [],
    }


@pytest.mark.parametrize("place", [".index.md.swp", ".a.md", ".git/a.md", "2026/.b/c.md"])
def test_what_is_hidden_is_not_there(base: Path, place: str) -> None:
    before = scan(str(base))
    (base / place).parent.mkdir(exist_ok=True)
    (base / place).write_text("x")
    assert scan(str(base)) == before


def test_a_folder_that_is_a_link_is_named_and_not_followed(base: Path) -> None:
    (base / "2026/vòng").symlink_to(base, target_is_directory=True)
    tree = scan(str(base))
    assert tree.links == ["2026/vòng"]
    assert "2026/vòng" not in tree.folders


def test_decomposed_names_stay_as_the_disk_has_them(base: Path) -> None:
    (base / NFD).mkdir()
    (base / NFD / "index.md").write_text("x")
    assert f"{NFD}/index.md" in scan(str(base)).sources()


def test_a_link_to_nothing_is_a_file_whose_target_may_appear(base: Path) -> None:
    (base / "2026/a/bài.md").symlink_to(base / "đâu.txt")
    before = state_of(base)
    assert "2026/a/bài.md" in scan(str(base)).sources()
    (base / "đâu.txt").write_text("đây")
    os.utime(base / "đâu.txt", (1, 1))
    after = state_of(base)
    assert before[0] != after[0]
    assert before[1] != after[1]


def state_of(base: Path, folder: str = "2026/a") -> tuple[Files, str]:
    tree = scan(str(base))
    return tree.stamp(folder, NOW_NS), tree.sum(folder)


def write(path: Path) -> None:
    path.write_text("khác")
    os.utime(path, (1_000_000_001, 1_000_000_001))


def write_in_the_same_size_and_time(path: Path) -> None:
    new = path.with_name("new")
    new.write_text(path.read_text().swapcase())
    os.utime(new, (1_000_000_000, 1_000_000_000))
    new.replace(path)


def rename(path: Path) -> None:
    path.rename(path.with_name("y.md"))


def add(path: Path) -> None:
    path.with_name("thêm.jpg").write_text("")
    os.utime(path.with_name("thêm.jpg"), (1, 1))


@pytest.mark.parametrize("change", [write, write_in_the_same_size_and_time, rename, add, os.unlink])
def test_every_change_in_a_folder_changes_its_stamp_and_sum(
    base: Path, change: Callable[[Path], None]
) -> None:
    before, beside = state_of(base), state_of(base, "2026/b")
    change(base / "2026/a/index.md")
    after = state_of(base)
    assert all(before + after)
    assert before[0] != after[0]
    assert before[1] != after[1]
    assert state_of(base, "2026/b") == beside


def test_a_touch_changes_the_stamp_and_not_the_sum(base: Path) -> None:
    before = state_of(base)
    os.utime(base / "2026/a/index.md", (1, 1))
    after = state_of(base)
    assert before[0] != after[0]
    assert before[1] == after[1]


@pytest.mark.parametrize(
    ("age_ns", "has_stamp"),
    [(3 * 10**9, True), (2 * 10**9, True), (10**9, False), (-(10**9), False)],
)
def test_a_young_file_or_one_of_the_future_gives_no_stamp(
    base: Path, age_ns: int, *, has_stamp: bool
) -> None:
    os.utime(base / "2026/b/x.md", ns=(0, NOW_NS - age_ns))
    assert bool(scan(str(base)).stamp("2026/b", NOW_NS)) is has_stamp
    # Other folders are no concern of it.
    assert scan(str(base)).stamp("2026/a", NOW_NS)


def test_a_path_stands_for_bytes_for_names_or_for_nothing(base: Path) -> None:
    path = base / "2026/a/index.md"
    first = sum_of(str(path))
    write(path)
    assert "" not in (first, sum_of(str(path)))
    assert first != sum_of(str(path))
    names = sum_of(str(base / "2026/a"))
    write(path)
    assert sum_of(str(base / "2026/a")) == names
    path.unlink()
    assert sum_of(str(base / "2026/a")) != names
    assert sum_of(str(path)) == sum_of("a\0b") == ""
