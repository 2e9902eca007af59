"""The preview holds exactly the files of the last good build."""

from __future__ import annotations

import errno
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.serve.mirror import Mirror

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

OLD_S = 1_700_000_000


def test_the_mirror_gets_new_files_and_loses_old_ones(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    (source / "tin").mkdir(parents=True)
    (source / "tin" / "index.html").write_text("mới")
    (target / "cũ").mkdir(parents=True)
    (target / "cũ" / "index.html").write_text("cũ")
    Mirror(source, target).update()
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
    Mirror(source, target).update()
    put(source / "index.html", "nửa chừng")
    assert (target / "index.html").read_text() == "bản tốt"
    Mirror(source, target).update()
    assert (target / "index.html").read_text() == "nửa chừng"


def test_a_mirror_takes_no_room_of_its_own(tmp_path: Path) -> None:
    put(tmp_path / "output/index.html", "một")
    Mirror(tmp_path / "output", tmp_path / "preview").update()
    assert (tmp_path / "output/index.html").samefile(tmp_path / "preview/index.html")


def test_a_mirror_on_a_disk_without_links_has_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", _refuse)
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "tin/index.html", "một")
    Mirror(source, target).update()
    copied = (target / "tin/index.html").stat().st_ino
    Mirror(source, target).update()
    assert (target / "tin/index.html").stat().st_ino == copied
    put(source / "tin/index.html", "hai")
    Mirror(source, target).update()
    assert (target / "tin/index.html").read_text() == "hai"


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, "no links")


def test_what_a_mirroring_left_that_was_killed_is_taken_away(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "index.html", "mới")
    put(target / ".arriving", "nửa chừng")
    (target / "trống").mkdir()
    (target / "index.html").symlink_to("/etc/hostname")
    Mirror(source, target).update()
    assert [path.name for path in target.iterdir()] == ["index.html"]
    assert (target / "index.html").read_text() == "mới"


def test_a_changed_file_of_the_same_size_is_copied(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    source.mkdir()
    for moment_s, text in ((1, "a"), (2, "b")):
        (source / "index.html").write_text(text)
        os.utime(source / "index.html", (moment_s, moment_s))
        Mirror(source, target).update()
    assert (target / "index.html").read_text() == "b"


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    source.mkdir()
    (source / "index.html").write_text("một")
    Mirror(source, target).update()
    before = (target / "index.html").stat().st_ino
    Mirror(source, target).update()
    assert (target / "index.html").stat().st_ino == before


@pytest.mark.parametrize(("old", "new"), [("tin", "tin/index.html"), ("tin/index.html", "tin")])
def test_a_file_and_a_folder_may_change_places(tmp_path: Path, old: str, new: str) -> None:
    target = tmp_path / "preview"
    for build, name in (("one", old), ("two", new)):
        file = tmp_path / build / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(build)
        Mirror(tmp_path / build, target).update()
    assert (target / new).read_text() == "two"


def make_old(folder: Path) -> None:
    """Let the folders be such as a mirror trusts."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (OLD_S, OLD_S))


def test_a_folder_that_nobody_touched_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    for name in ("a/index.html", "a/b/index.html", "c/index.html"):
        put(source / name, "một")
    make_old(source)
    mirror = Mirror(source, target)
    mirror.update()
    put(source / "a/b/index.html", "hai")
    put(source / "a/b/d/index.html", "hai")
    looked, look = [], os.scandir

    def note_and_look(path: str) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        looked.append(path)
        return look(path)

    monkeypatch.setattr("os.scandir", note_and_look)
    mirror.update()
    monkeypatch.undo()
    assert [path for path in looked if path.startswith(str(source))] == [
        str(source / "a/b"),
        str(source / "a/b/d"),
    ]
    assert (target / "a/b/index.html").read_text() == "hai"
    assert (target / "a/b/d/index.html").read_text() == "hai"
    shutil.rmtree(source / "a/b")
    mirror.update()
    assert sorted(p.relative_to(target).as_posix() for p in target.rglob("*.html")) == [
        "a/index.html",
        "c/index.html",
    ]


def test_a_folder_that_was_just_touched_is_looked_at_again(tmp_path: Path) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "index.html", "một")
    now_ns = time.time_ns()
    os.utime(source, ns=(now_ns, now_ns))
    mirror = Mirror(source, target)
    mirror.update()
    put(source / "index.html", "hai")
    os.utime(source, ns=(now_ns, now_ns))
    mirror.update()
    assert (target / "index.html").read_text() == "hai"


def test_what_a_build_takes_away_meanwhile_comes_with_the_next_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "output", tmp_path / "preview"
    put(source / "a/index.html", "một")
    put(source / "b/index.html", "một")
    link = os.link

    def link_too_late(old: str, new: str) -> None:
        Path(old).unlink()
        link(old, new)

    with monkeypatch.context() as patched:
        patched.setattr("os.link", link_too_late)
        mirror = Mirror(source, target)
        mirror.update()
    assert list(target.rglob("*.html")) == []
    put(source / "a/index.html", "hai")
    (source / "b").rmdir()
    mirror.update()
    assert [path.relative_to(target).as_posix() for path in target.rglob("*")] == [
        "a",
        "a/index.html",
    ]
