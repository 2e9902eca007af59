"""Builds the site in a fresh process, and keeps the files of the last build that succeeded."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Whether a build succeeded, and all that it said."""

    is_good: bool
    text: str


def run_build(command: Sequence[str]) -> BuildResult:
    """Run the build to its end, in a process of its own.

    Leaving by an exception (Ctrl-C) ends the build with it.
    """
    with subprocess.Popen(
        command,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as build:
        try:
            text, _ = build.communicate()
        except BaseException:
            build.terminate()
            raise
    return result_of(build.returncode, text)


def environment() -> dict[str, str]:
    """Return what a build is started with."""
    # Problems name path and line: Pelican must not fold them at 80 columns.
    return os.environ | {"COLUMNS": "500", "NO_COLOR": "1"}


def result_of(status: int, text: str) -> BuildResult:
    """Return how a build went; without the wide gaps between the columns of Pelican's log."""
    return BuildResult(status == 0, re.sub(r"(?<=\S) {3,}", "  ", text).strip())


def mirror_tree(source: Path, target: Path) -> None:
    """Make `target` hold the files of `source` and no others.

    Files are linked where that is possible: a build never writes into a file that is there, it
    puts another in its place. A reader of the preview sees the old one or the new, never half.
    """
    target.mkdir(parents=True, exist_ok=True)
    is_one_disk = source.stat().st_dev == target.stat().st_dev
    _mirror(str(source), str(target), is_one_disk=is_one_disk)


def _mirror(source: str, target: str, *, is_one_disk: bool) -> None:
    wanted, there = _entries_of(source), _entries_of(target)
    for name, old in there.items():
        new = wanted.get(name)
        if new is None or new.is_dir() is not old.is_dir(follow_symlinks=False):
            _remove(old)
    for name, new in wanted.items():
        path = f"{target}{os.sep}{name}"
        if new.is_dir():
            with suppress(FileExistsError):
                os.mkdir(path)  # noqa: PTH102 - for each file of a site: no Path
            _mirror(new.path, path, is_one_disk=is_one_disk)
        elif not _is_same(new, there.get(name), is_one_disk=is_one_disk):
            _put(new.path, target, path)


def _entries_of(folder: str) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _remove(old: os.DirEntry[str]) -> None:
    if old.is_dir(follow_symlinks=False):
        shutil.rmtree(old.path)
    else:
        os.unlink(old.path)  # noqa: PTH108 - as above


def _is_same(new: os.DirEntry[str], old: os.DirEntry[str] | None, *, is_one_disk: bool) -> bool:
    """Tell whether the mirror has a file already; that of a linked one costs no look at it."""
    if old is None:
        return False
    if is_one_disk and new.inode() == old.inode():
        return True
    return old.is_file(follow_symlinks=False) and _stamp(new.stat()) == _stamp(old.stat())


def _put(source: str, folder: str, target: str) -> None:
    arriving = f"{folder}{os.sep}.arriving"
    try:
        os.link(source, arriving)
    except OSError:
        # Another disk, or a file system without links.
        shutil.copy2(source, arriving)
    os.replace(arriving, target)  # noqa: PTH105 - as above


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
