"""Derivatives that are made once: by content and recipe, whole or not there, across builds.

A derivative is written under another name and renamed, and only when all of a photo's are there
does the index tell of them: a build that is killed, at whatever moment, leaves nothing broken.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.photos.index import Index, Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plugins.photos.derivatives import Derivatives

# A file changed twice within the clock's grain would keep its stamp: too young ones are read again.
_YOUNG_NS = 2_000_000_000
# What no entry owns may be a file that another build is about to note.
_ORPHAN_AGE_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class CachedFile:
    """A derivative in the cache; `name` is below the cache, and below photos/ of the output."""

    name: str
    extension: str
    width_px: int
    height_px: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Entry:
    """All derivatives of one photo, largest first."""

    tone: int
    files: tuple[CachedFile, ...]


class Cache:
    """The folder of derivatives. `recipe` is the digest of what shapes them."""

    def __init__(self, folder: Path, recipe: str, today: date | None = None) -> None:
        self.folder = folder
        self._base = f"{folder}{os.sep}"
        self._recipe = recipe
        self._today = (today or date.today()).toordinal()  # noqa: DTZ011 - an age in days, anywhere
        self._index = Index(folder / "index.sqlite")

    def keys_of(self, paths: Iterable[Path], base: Path) -> dict[Path, str]:
        """Return each photo's key; those whose stamps are known are not read again."""
        known = self._index.digests()
        read: dict[str, tuple[Stamp, str]] = {}
        keys = {}
        for path in paths:
            name = path.relative_to(base).as_posix()
            stamp = _stamp_of(path)
            old_stamp, content = known.get(name, (None, ""))
            if old_stamp != stamp:
                content = digest(path.read_bytes())
                read[name] = stamp, content
            keys[path] = self.key_of(content)
        self._index.put_digests({n: r for n, r in read.items() if not _is_young(r[0])})
        return keys

    def key_of(self, content_digest: str) -> str:
        return digest(content_digest, self._recipe)

    def find(self, keys: Iterable[str]) -> dict[str, Entry]:
        """Return the entries that are whole: the index names them and every file has its size."""
        values = self._index.take(keys, self._today)
        entries = {key: _entry_of(value) for key, value in values.items()}
        return {key: entry for key, entry in entries.items() if self._is_whole(entry)}

    def put(self, key: str, derivatives: Derivatives) -> Entry:
        """Write a photo's derivatives, then note that they are whole."""
        files = []
        for one in derivatives.files:
            name = f"{key[:2]}/{key}-{one.width_px}.{one.extension}"
            write_atomically(self.folder / name, one.content)
            size = len(one.content)
            files.append(CachedFile(name, one.extension, one.width_px, one.height_px, size))
        entry = Entry(derivatives.tone, tuple(files))
        self._index.put(key, _value_of(entry), self._today)
        return entry

    def sweep(self, cache_days: int) -> int:
        """Delete what was not used for `cache_days` days; return how many files went."""
        deleted = 0
        with self._index.sweep(self._today - cache_days, self._today) as (is_due, keys):
            if is_due:
                kept = frozenset(keys)
                youngest = time.time() - _ORPHAN_AGE_S
                for path in self.folder.glob("??/*"):
                    is_owned = path.name.partition("-")[0] in kept
                    if not is_owned and path.stat().st_mtime < youngest:
                        path.unlink(missing_ok=True)
                        deleted += 1
        return deleted

    def _is_whole(self, entry: Entry) -> bool:
        try:
            sizes = [os.stat(f"{self._base}{file.name}").st_size for file in entry.files]  # noqa: PTH116 - for each file of a site: no Path
        except OSError:
            return False
        return sizes == [file.size_bytes for file in entry.files]


def _stamp_of(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _is_young(stamp: Stamp) -> bool:
    return time.time_ns() - max(stamp.mtime_ns, stamp.ctime_ns) < _YOUNG_NS


def _value_of(entry: Entry) -> list[object]:
    files = [[f.name, f.extension, f.width_px, f.height_px, f.size_bytes] for f in entry.files]
    return [entry.tone, files]


def _entry_of(value: list[object]) -> Entry:
    tone, files = value
    if not isinstance(tone, int) or not isinstance(files, list):
        raise TypeError("the index holds an entry of another shape")
    return Entry(tone, tuple(CachedFile(*file) for file in files))
