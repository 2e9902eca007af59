"""The output folder: what a build publishes, written only where bytes differ, and nothing else."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, link_or_copy, write_atomically
from plugins.core.memory import Memo
from plugins.core.placing import look_at, make_folder, put, stamp_of
from plugins.core.sums import Sums, count_in, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from plugins.core.placing import Look, Stamp

# To look at so many files takes longer than to begin a process that does.
_LARGE_FILES = 30_000


@dataclass(slots=True)
class Output:
    """One build's output. Places are relative to `folder`, with slashes.

    A build gives it every file that the site shall have; `sweep` deletes all others, those that an
    earlier build or anybody else has left. `memory` is the file that keeps the sums of what is
    there from one build to the next; a lost one costs time only.
    """

    folder: Path
    memory: Path | None = None
    _there: dict[str, Stamp] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)
    _sums: Sums = field(default_factory=dict)
    _given: dict[str, str] = field(default_factory=dict)

    @classmethod
    def remembered_in(cls, cache_dir: Path, folder: Path) -> Output:
        """Return an output whose memory is in the cache: that of one folder, not of another."""
        return cls(folder, cache_dir / "output" / f"{digest(str(folder))[:8]}.sums")

    def is_large(self) -> bool:
        """Tell whether it takes long to look at what the last build has left."""
        return self.memory is not None and count_in(self.memory) > _LARGE_FILES

    def open(self, look: Look | None = None, memo: Memo | None = None) -> None:
        """Look at what is there, unless somebody has done so for this build.

        Links are taken away: nothing may be written through one.
        """
        self._sums = self.remember(memo or Memo())
        self._there, self._folders = look or look_at(str(self.folder))
        self._given = {}

    def remember(self, memo: Memo) -> Sums:
        """Return what the last build knew of the files."""
        try:
            kept = self.memory.read_bytes() if self.memory is not None else b""
        except OSError:
            return {}
        return memo.recall("sums", kept, unpack)

    def write(self, place: str, data: bytes) -> str:
        """Put `data` at `place`, unless it is there already; return its SHA-256, hexadecimal."""
        total = hashlib.sha256(data).hexdigest()
        if not (self.holds(place, total) or self._equals(place, data)):
            self._make_room(place)
            path = f"{self.folder}{os.sep}{place}"
            self._there[place] = put(path, data, is_new=place not in self._there)
        self.claim(place, total)
        return total

    def link(self, place: str, source: Path) -> None:
        """Put a file at `place` by a hard link, or a copy where links cannot be made."""
        there, status = self._there.get(place), source.stat()
        if there is None or there[2] != status.st_ino or there[0] != status.st_size:
            self._make_room(place)
            link_or_copy(source, self.folder / place)
            # That of a link, where the source is one: it is not what it leads to.
            self._there[place] = stamp_of((self.folder / place).lstat())
        self.claim(place)

    def keep(self, place: str, stamp: Stamp) -> bool:
        """Give what is at `place` if it is the very file of this stamp; tell whether it is.

        A source whose status is known need not be asked for it again, as `link` does.
        """
        return self.keep_all((place,), (stamp,))

    def keep_all(self, places: Collection[str], stamps: tuple[Stamp, ...]) -> bool:
        """Give what is at these places if all are the very files of these stamps, or nothing."""
        if tuple(map(self._there.get, places)) != stamps:
            return False
        self._given.update(dict.fromkeys(places, ""))
        return True

    def holds(self, place: str, total: str) -> bool:
        """Tell whether the file of this SHA-256 is at `place`, untouched since it was written."""
        known = self._sums.get(place)
        return known is not None and known[1] == total and known[0] == self._there.get(place)

    def claim(self, place: str, total: str = "") -> None:
        """Say that what is at `place` belongs to the site; `total` is its SHA-256 where known."""
        self._given[place] = total
        if total:
            self._sums[place] = (self._there[place], total)

    def sum_of(self, place: str) -> str:
        """Return the SHA-256 of a file that was given, hexadecimal."""
        known = self._sums.get(place)
        stamp = self._there[place]
        if known is not None and known[0] == stamp:
            return known[1]
        with (self.folder / place).open("rb") as file:
            total = hashlib.file_digest(file, "sha256").hexdigest()
        self._sums[place] = (stamp, total)
        return total

    def places(self) -> list[str]:
        """Return where files were given, in order."""
        return sorted(self._given)

    def size_of(self, place: str) -> int:
        """Return the size in bytes of a file that was given."""
        return self._there[place][0]

    def stamps(self) -> dict[str, Stamp]:
        """Return what tells a touched file from an untouched one, of all that were given."""
        there = self._there
        return {place: there[place] for place in self._given}

    def take_note(self, place: str, stamp: Stamp, total: str) -> None:
        """Take over what another process has written."""
        self._there[place] = stamp
        self.claim(place, total)

    def stamp_of(self, place: str) -> Stamp:
        """Return what tells a touched file from an untouched one."""
        return self._there[place]

    def sweep(self) -> None:
        """Delete what the build did not give, and folders that hold nothing."""
        for place in self._there.keys() - self._given.keys():
            path = self.folder / place
            path.unlink(missing_ok=True)
            del self._there[place]
            with suppress(OSError):
                # The first that is not empty ends the row.
                for parent in path.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()
        self._sums = {place: self._sums[place] for place in self._given if place in self._sums}

    def save(self) -> None:
        """Keep the sums for the next build; a disk that is full costs it time only."""
        if self.memory is not None:
            with suppress(OSError):
                write_atomically(self.memory, pack(self._sums, len(self._given)))

    def _equals(self, place: str, data: bytes) -> bool:
        there = self._there.get(place)
        if there is None or there[0] != len(data):
            return False
        return (self.folder / place).read_bytes() == data

    def _make_room(self, place: str) -> None:
        """Make a file's folder. An earlier site may have had a folder here, or a file there."""
        if place in self._folders:
            below = f"{place}/"
            shutil.rmtree(self.folder / place)
            self._there = {p: s for p, s in self._there.items() if not p.startswith(below)}
            self._folders = {f for f in self._folders if not f"{f}/".startswith(below)}
        self._make_folder(place.rpartition("/")[0])

    def _make_folder(self, place: str) -> None:
        if place in self._folders:
            return
        if not place:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            make_folder(str(self.folder))
        else:
            self._make_folder(place.rpartition("/")[0])
            if place in self._there and place not in self._given:
                (self.folder / place).unlink(missing_ok=True)
                del self._there[place]
            make_folder(f"{self.folder}{os.sep}{place}")
        self._folders.add(place)
