"""Keeps the files of the last build that succeeded, beside the output that the next one changes."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Changes within the clock's grain would show only one of them.
_YOUNG_NS = 2_000_000_000


class Mirror:
    """Makes `target` hold the files of `source` and no others, again and again.

    Files are linked where that is possible: a build never writes into a file that is there, it
    puts another in its place. A reader of the preview sees the old one or the new, never half.
    A folder of the source that has not been touched since is passed over.
    """

    def __init__(self, source: Path, target: Path) -> None:
        self._source, self._target = source, target
        self._is_one_disk = False
        # When each folder was changed last, and the folders in it.
        self._seen: dict[str, tuple[int, list[str]]] = {}

    def update(self) -> None:
        self._target.mkdir(parents=True, exist_ok=True)
        self._is_one_disk = self._source.stat().st_dev == self._target.stat().st_dev
        self._seen = dict(self._walk(time.time_ns()))

    def _walk(self, now_ns: int) -> Iterator[tuple[str, tuple[int, list[str]]]]:
        """Bring each folder up to date; yield what is to be remembered of it."""
        waiting = [""]
        while waiting:
            place = waiting.pop()
            try:
                changed_ns, inside = self._look_at(place)
            except FileNotFoundError:
                # A build that goes on has put something else there: seen as soon as it is over.
                continue
            waiting.extend(f"{place}{os.sep}{name}" for name in inside)
            yield place, (changed_ns if changed_ns < now_ns - _YOUNG_NS else 0, inside)

    def _look_at(self, place: str) -> tuple[int, list[str]]:
        """Bring a folder up to date where it was touched; return when, and the folders in it."""
        changed_ns = os.stat(f"{self._source}{place}").st_mtime_ns  # noqa: PTH116 - for each folder of a site: no Path
        known = self._seen.get(place)
        if known is not None and known[0] == changed_ns:
            return known
        inside = self._update_folder(f"{self._source}{place}", f"{self._target}{place}")
        return changed_ns, inside

    def _update_folder(self, source: str, target: str) -> list[str]:
        """Bring a folder up to date without those in it; return their names."""
        wanted, there = _entries_of(source), _entries_of(target)
        for name, old in there.items():
            new = wanted.get(name)
            if new is None or new.is_dir() is not old.is_dir(follow_symlinks=False):
                _remove(old)
        for name, new in wanted.items():
            path = f"{target}{os.sep}{name}"
            if new.is_dir():
                with suppress(FileExistsError):
                    os.mkdir(path)  # noqa: PTH102 - as above
            elif not _is_same(new, there.get(name), is_one_disk=self._is_one_disk):
                _put(new.path, target, path)
        return [name for name, new in wanted.items() if new.is_dir()]


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
