"""Which names are in each folder, by a process that stays: where none came or went, all hold."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

# Names that come within the clock's grain would leave a folder's time as it is.
_YOUNG_NS = 2_000_000_000
# (time of the last change in ns, that of its status, inode)
_Stamp = tuple[int, int, int]
_GONE = (0, 0, 0)


class Inside(NamedTuple):
    """The names in a folder. `is_plain` if all are of files and folders, and none of a link."""

    stamp: _Stamp
    files: tuple[str, ...]
    folders: tuple[str, ...]
    is_plain: bool


class Names:
    """The names below `base`, but those that `is_left_out`. Places are relative, with slashes.

    A system notes at a folder when a name in it comes, goes or becomes another's. What happens to
    a file itself is not seen here: whoever relies on the names asks for each file.
    """

    def __init__(self, base: str, is_left_out: Callable[[str], bool] | None = None) -> None:
        self._base, self._is_left_out = base, is_left_out
        self._known: dict[str, Inside] = {}

    def learn(self) -> None:
        """Look at each folder in which something has changed since."""
        before, self._known = self._known, {}
        youngest, waiting = time.time_ns() - _YOUNG_NS, [""]
        while waiting:
            folder = waiting.pop()
            # First, so that whatever comes meanwhile makes the stamp another one.
            stamp, known = self._stamp(folder), before.get(folder)
            if known is None or known.stamp != stamp:
                known = self._look(folder, stamp)
            if known.is_plain and max(stamp[:2]) < youngest:
                self._known[folder] = known
            prefix = f"{folder}/" if folder else ""
            waiting.extend(prefix + name for name in known.folders)

    def of(self, folder: str) -> Inside | None:
        """Return what is in a folder, if that is known and still so."""
        known = self._known.get(folder)
        return known if known is not None and known.stamp == self._stamp(folder) else None

    def _stamp(self, folder: str) -> _Stamp:
        try:
            status = os.stat(f"{self._base}{os.sep}{folder}")  # noqa: PTH116 - for each folder of a site: no Path
        except OSError:
            return _GONE
        return status.st_mtime_ns, status.st_ctime_ns, status.st_ino

    def _look(self, folder: str, stamp: _Stamp) -> Inside:
        files, folders, is_plain = [], [], stamp != _GONE
        for entry in self._entries(folder):
            if self._is_left_out is not None and self._is_left_out(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            else:
                files.append(entry.name)
                is_plain = is_plain and entry.is_file(follow_symlinks=False)
        return Inside(stamp, tuple(sorted(files)), tuple(folders), is_plain)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(f"{self._base}{os.sep}{folder}") as entries:
                return list(entries)
        except OSError:
            # Gone, or not for us to read: a build will say so.
            return []
