"""The output folder holds what the last build gave, is not written in vain, and follows no link."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from plugins.core.output import Output
from plugins.core.placing import stamp_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "output"


def opened(folder: Path) -> Output:
    output = Output(folder, folder.with_name("output.sums"))
    output.open()
    return output


def build(folder: Path, **files: str) -> Output:
    """Give the files to the output as a build does; `__` in a name is a slash."""
    output = opened(folder)
    for name, text in files.items():
        output.write(name.replace("__", "/"), text.encode())
    output.sweep()
    output.save()
    return output


def held(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_text() for p in files}


def test_what_a_build_gives_is_there_and_nothing_else(folder: Path) -> None:
    build(folder, a="1", tin__index="2")
    build(folder, a="1", tin2__index="3")
    assert held(folder) == {"a": "1", "tin2/index": "3"}
    assert not (folder / "tin").exists()


def test_a_file_of_the_same_bytes_is_not_written_again(folder: Path) -> None:
    build(folder, a="1", b="2")
    before = {p.name: p.stat().st_ino for p in folder.iterdir()}
    build(folder, a="1", b="3")
    after = {p.name: p.stat().st_ino for p in folder.iterdir()}
    assert before["a"] == after["a"]
    assert before["b"] != after["b"]


@pytest.mark.parametrize("lost", [b"", b"\x00\xff no sums", None])
def test_lost_sums_cost_only_a_look_at_the_bytes(folder: Path, lost: bytes | None) -> None:
    build(folder, a="1", b="2")
    sums = folder.with_name("output.sums")
    sums.unlink() if lost is None else sums.write_bytes(lost)
    inode = (folder / "a").stat().st_ino
    build(folder, a="1", b="3")
    assert held(folder) == {"a": "1", "b": "3"}
    assert (folder / "a").stat().st_ino == inode


def test_a_file_that_somebody_touched_is_put_right(folder: Path) -> None:
    build(folder, a="one", b="two")
    (folder / "a").write_text("eno")
    (folder / "b").unlink()
    build(folder, a="one", b="two")
    assert held(folder) == {"a": "one", "b": "two"}


def test_a_file_makes_room_for_a_folder_and_a_folder_for_a_file(folder: Path) -> None:
    build(folder, a="1", b__c="2", b__d__e="3")
    build(folder, a__c="4", b="5")
    assert held(folder) == {"a/c": "4", "b": "5"}


def test_nothing_is_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("precious")
    build(folder, a="1")
    (folder / "tin").symlink_to(outside)
    (folder / "b").symlink_to(outside / "kept")
    build(folder, a="1", tin__index="2", b="3")
    assert held(outside) == {"kept": "precious"}
    assert held(folder) == {"a": "1", "tin/index": "2", "b": "3"}


def test_a_linked_file_is_not_changed_with_the_output(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cached").write_text("photo")
    output = opened(folder)
    output.link("photos/a", tmp_path / "cached")
    output.sweep()
    output.save()
    assert (folder / "photos/a").samefile(tmp_path / "cached")
    build(folder, photos__a="text")
    assert (tmp_path / "cached").read_text() == "photo"


def test_another_linked_file_takes_the_place_of_the_first(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
        output = opened(folder)
        output.link("a", tmp_path / name)
    assert held(folder) == {"a": "two"}


def test_a_file_whose_stamp_is_known_is_kept_unasked(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cached").write_text("photo")
    known = stamp_of((tmp_path / "cached").stat())
    output = opened(folder)
    assert not output.keep("a", known)
    output.link("a", tmp_path / "cached")
    again = opened(folder)
    assert again.keep("a", known)
    again.sweep()
    assert held(folder) == {"a": "photo"}


def test_a_file_of_another_stamp_is_not_kept(folder: Path) -> None:
    build(folder, a="1")
    output = opened(folder)
    size, changed_ns, inode = stamp_of((folder / "a").stat())
    assert not output.keep("a", (size, changed_ns + 1, inode))
    assert not output.keep("a", (size, changed_ns, inode + 1))
    output.sweep()
    assert held(folder) == {}


def test_files_that_belong_together_are_kept_all_or_none(folder: Path) -> None:
    build(folder, a="1", b="2")
    output = opened(folder)
    one, two = (stamp_of((folder / name).stat()) for name in "ab")
    for stamps in ((one, one), (one, (*two[:2], two[2] + 1)), (one,)):
        assert not output.keep_all(["a", "b"], stamps)
    assert not output.keep_all(["a", "c"], (one, two))
    assert output.places() == []
    assert output.keep_all(["a", "b"], (one, two))
    assert output.places() == ["a", "b"]


def test_an_output_is_large_by_what_the_last_build_has_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not Output(folder).is_large()
    assert not opened(folder).is_large()
    build(folder, a="1", b="2")
    assert not opened(folder).is_large()
    monkeypatch.setattr("plugins.core.output._LARGE_FILES", 1)
    assert opened(folder).is_large()


def test_an_output_of_linked_files_is_large_as_well(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.core.output._LARGE_FILES", 1)
    (tmp_path / "cached").write_text("photo")
    output = opened(folder)
    for place in ("a", "b"):
        output.link(place, tmp_path / "cached")
    output.save()
    assert opened(folder).is_large()


def test_a_link_has_a_stamp_of_its_own(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one").write_text("photo")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    output = opened(folder)
    output.link("a", tmp_path / "two")
    assert output.stamp_of("a") == stamp_of((folder / "a").lstat())


def test_stamps_are_of_what_was_given(folder: Path) -> None:
    build(folder, a="1", b="2")
    output = opened(folder)
    output.write("a", b"1")
    assert output.stamps() == {"a": stamp_of((folder / "a").stat())}


def test_sums_are_those_of_what_is_there(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cached").write_text("photo")
    output = opened(folder)
    given = output.write("a", b"1")
    output.link("b", tmp_path / "cached")
    assert output.places() == ["a", "b"]
    assert given == output.sum_of("a") == hashlib.sha256(b"1").hexdigest()
    assert output.sum_of("b") == hashlib.sha256(b"photo").hexdigest()
    assert output.size_of("b") == 5
    output.save()
    (tmp_path / "cached").write_text("other")
    again = opened(folder)
    again.link("b", tmp_path / "cached")
    assert again.sum_of("b") == hashlib.sha256(b"other").hexdigest()


def test_an_output_without_a_memory_works_the_same(folder: Path) -> None:
    output = Output(folder)
    output.open()
    output.write("a", b"1")
    output.sweep()
    output.save()
    assert held(folder) == {"a": "1"}
    assert not any(p.suffix == ".sums" for p in folder.parent.iterdir())


def test_a_file_that_came_since_the_output_was_looked_at_is_replaced(folder: Path) -> None:
    output = opened(folder)
    folder.mkdir()
    (folder / "a").write_text("theirs")
    (folder / "kept").hardlink_to(folder / "a")
    output.write("a", b"ours")
    assert held(folder) == {"a": "ours", "kept": "theirs"}


def test_a_folder_that_went_since_the_output_was_looked_at_is_made_again(folder: Path) -> None:
    build(folder, tin__a="1", tin__b="2")
    output = opened(folder)
    shutil.rmtree(folder / "tin")
    output.write("tin/c", b"3")
    assert held(folder) == {"tin/c": "3"}


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077])
def test_a_web_server_may_read_what_is_written(folder: Path, umask: int) -> None:
    # In a process of its own: a process asks for its umask once.
    script = (
        "import os, sys; from pathlib import Path; from plugins.core.output import Output;"
        f"os.umask({umask}); output = Output(Path(sys.argv[1])); output.open();"
        "output.write('tin/a', b'1'); output.write('tin/b', b'2'); output.write('tin/b', b'3')"
    )
    subprocess.run([sys.executable, "-c", script, folder], check=True)
    modes = {p.name: p.stat().st_mode & 0o777 for p in (folder, *folder.rglob("*"))}
    assert modes == {"output": 0o755, "tin": 0o755, "a": 0o644, "b": 0o644}
