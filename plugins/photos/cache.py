"""Derivatives that are made once: by content and recipe, whole or not there, across builds.

A derivative is written under another name and renamed, and only when all of a photo's are there
does the index tell of them: a build that is killed, at whatever moment, leaves nothing broken.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest, write_atomically
from plugins.core.placing import Stamp as FileStamp
from plugins.core.placing import stamp_of
from plugins.photos.index import Index, Stamp, Value
from plugins.photos.places import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plugins.photos.derivatives import Derivatives

# A file changed twice within the clock's grain would keep its stamp: too young ones are read again.
_YOUNG_NS = 2_000_000_000
# What no entry owns may be a file that another build is about to note.
_ORPHAN_AGE_S = 24 * 3600


def _is_nowhere(_name: str, _stamp: FileStamp) -> bool:
    return False


class CachedFile(NamedTuple):
    """A derivative in the cache; `name` is below the cache, and below photos/ of the output."""

    name: str
    extension: str
    width_px: int
    height_px: int
    size_bytes: int


class Entry(NamedTuple):
    """All derivatives of one photo, largest first; `stamps` tell the files as the output does.

    Its `repr` is its key, which stands for the photo and all that its derivatives are made by.
    """

    key: str
    tone: int
    files: tuple[CachedFile, ...]
    stamps: tuple[FileStamp, ...]

    def __repr__(self) -> str:
        return self.key


class Cache:
    """The folder of derivatives. `recipe` is the digest of what shapes them."""

    def __init__(self, folder: Path, recipe: str, today: date | None = None) -> None:
        self.folder = folder
        self._base = f"{folder}{os.sep}"
        self._recipe = recipe
        self._today = (today or date.today()).toordinal()  # noqa: DTZ011 - an age in days, anywhere
        self._index = Index(folder / "index.sqlite")

    def keys_of(self, names: Iterable[str], folder: Path) -> dict[str, str]:
        """Return each photo's key, by its name below `folder`. What cannot be read has none.

        Photos whose stamps are known are not read again.
        """
        known = self._index.digests()
        read: dict[str, tuple[Stamp, str]] = {}
        keys = {}
        for name in names:
            path = f"{folder}{os.sep}{name}"
            try:
                stamp = _stamp_of(path)
                old_stamp, content = known.get(name, (None, ""))
                if old_stamp != stamp:
                    content = digest(Path(path).read_bytes())
                    read[name] = stamp, content
            except OSError:
                continue
            keys[name] = self.key_of(content, kind_of(name))
        self._index.put_digests({n: r for n, r in read.items() if not _is_young(r[0])})
        return keys

    def key_of(self, content_digest: str, kind: str) -> str:
        """Return the key of a photo that is named as one of this kind.

        Named as another it is refused, whatever the cache holds of it.
        """
        return digest(content_digest, kind, self._recipe)

    def find(
        self, keys: Iterable[str], is_out: Callable[[str, FileStamp], bool] = _is_nowhere
    ) -> dict[str, Entry]:
        """Return the entries that are whole: the index names them and every file has its size.

        `is_out` tells whether a very file is published by its name: it need not be looked for.
        """
        found, changed = {}, {}
        for key, value in self._index.take(keys, self._today).items():
            noted = _entry_of(key, value)
            if noted.stamps and all(map(is_out, [f.name for f in noted.files], noted.stamps)):
                found[key] = noted
                continue
            entry = self._look_at(noted)
            if entry is not None:
                found[key] = entry
                if entry != noted:
                    changed[key] = _value_of(entry)
        self._index.put(changed, self._today)
        return found

    def put(self, key: str, derivatives: Derivatives) -> Entry:
        """Write a photo's derivatives, then note that they are whole."""
        files = []
        for one in derivatives.files:
            name = f"{key[:2]}/{key}-{one.width_px}.{one.extension}"
            write_atomically(self.folder / name, one.content)
            size = len(one.content)
            files.append(CachedFile(name, one.extension, one.width_px, one.height_px, size))
        entry = Entry(key, derivatives.tone, tuple(files), self._stamps_of(files))
        self._index.put({key: _value_of(entry)}, self._today)
        return entry

    def sweep(self, cache_days: int) -> int:
        """Delete what was not used for `cache_days` days; return how many files went."""
        deleted = 0
        with self._index.sweep(self._today - cache_days, self._today) as (is_due, keys):
            for path in self._files_of_none(frozenset(keys)) if is_due else ():
                path.unlink(missing_ok=True)
                deleted += 1
        return deleted

    def _files_of_none(self, keys: frozenset[str]) -> Iterator[Path]:
        """Yield the files that belong to no entry of these keys, and are not just being made."""
        youngest = time.time() - _ORPHAN_AGE_S
        for folder in self.folder.glob("??"):
            for name in os.listdir(folder):  # noqa: PTH208 - for each file of a site: no Path
                if name.partition("-")[0] in keys:
                    continue
                path = folder / name
                # Another build may just have put a file of its own in its place.
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime < youngest:
                        yield path

    def _look_at(self, noted: Entry) -> Entry | None:
        """Return an entry with its files' stamps, or None where one of them is not all there."""
        try:
            stamps = self._stamps_of(noted.files)
        except OSError:
            return None
        is_whole = [stamp[0] for stamp in stamps] == [file.size_bytes for file in noted.files]
        return noted._replace(stamps=stamps) if is_whole else None

    def _stamps_of(self, files: Iterable[CachedFile]) -> tuple[FileStamp, ...]:
        base = self._base
        return tuple([stamp_of(os.stat(f"{base}{file.name}")) for file in files])  # noqa: PTH116 - for each file of a site: no Path


def _entry_of(key: str, value: Value) -> Entry:
    tone, files, *stamps = value
    noted = tuple(map(tuple, stamps[0])) if stamps else ()
    return Entry(key, tone, tuple(map(CachedFile._make, files)), noted)


def _value_of(entry: Entry) -> Value:
    return entry.tone, entry.files, entry.stamps


def _stamp_of(path: str) -> Stamp:
    status = os.stat(path)  # noqa: PTH116 - as above
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _is_young(stamp: Stamp) -> bool:
    return time.time_ns() - max(stamp[1:]) < _YOUNG_NS
