"""Derivatives that are made once: by content and recipe, whole or not there, across builds.

A derivative is written under another name and renamed, and only when all of a photo's are there
does the index tell of them: a build that is killed, at whatever moment, leaves nothing broken.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.placing import Stamp as FileStamp
from plugins.core.placing import stamp_of
from plugins.photos.entries import Entry, entry_of, value_of
from plugins.photos.index import Index, Stamp
from plugins.photos.places import kind_of
from plugins.photos.recent import Recent, load_recent, save_recent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from plugins.photos.derivatives import Derivatives
    from plugins.photos.entries import Packed

# A file changed twice within the clock's grain would keep its stamp: too young ones are read again.
_YOUNG_NS = 2_000_000_000
# What no entry owns may be a file that another build is about to note.
_ORPHAN_AGE_S = 24 * 3600


def _is_nowhere(_entry: Entry) -> bool:
    return False


class Cache:
    """The folder of derivatives. `recipe` is the digest of what shapes them."""

    def __init__(self, folder: Path, recipe: str, today: date | None = None) -> None:
        self.folder = folder
        self._base = f"{folder}{os.sep}"
        self._recipe = recipe
        self._today = (today or date.today()).toordinal()  # noqa: DTZ011 - an age in days, anywhere
        self._index = Index(folder / "index.sqlite")
        self._recent_path, self._recent_base = folder / "recent", (recipe, self._today)
        self._recent = load_recent(self._recent_path, self._recent_base)
        self._keys: dict[str, tuple[Stamp, str]] = {}
        self._entries: dict[str, Packed] = {}

    def keys_of(self, names: Iterable[str], folder: Path) -> dict[str, str]:
        """Return each photo's key, by its name below `folder`. What cannot be read has none.

        Photos whose stamps are known are not read again.
        """
        began_ns = time.time_ns()
        base, known = f"{folder}{os.sep}", self._recent.keys
        keys, others = {}, {}
        for name in names:
            try:
                stamp = _stamp_of(f"{base}{name}")
            except OSError:
                continue
            noted = known.get(name)
            if noted is not None and noted[0] == stamp:
                keys[name] = noted[1]
                self._keys[name] = noted
            else:
                others[name] = stamp
        return keys | self._find_out_keys(others, folder, began_ns) if others else keys

    def _find_out_keys(
        self, stamps: Mapping[str, Stamp], folder: Path, began_ns: int
    ) -> dict[str, str]:
        """Return the keys of photos that the last build did not know as they are."""
        known, read, keys = self._index.digests(), {}, {}
        for name, stamp in stamps.items():
            old_stamp, content = known.get(name, (None, ""))
            if old_stamp != stamp:
                try:
                    content = digest((folder / name).read_bytes())
                except OSError:
                    continue
                read[name] = stamp, content
            keys[name] = self.key_of(content, kind_of(name))
        young = {name for name, stamp in stamps.items() if began_ns - max(stamp[1:]) < _YOUNG_NS}
        self._keys.update((n, (stamps[n], key)) for n, key in keys.items() if n not in young)
        self._index.put_digests({n: r for n, r in read.items() if n not in young})
        return keys

    def key_of(self, content_digest: str, kind: str) -> str:
        """Return the key of a photo that is named as one of this kind.

        Named as another it is refused, whatever the cache holds of it.
        """
        return digest(content_digest, kind, self._recipe)

    def find(
        self, keys: Iterable[str], is_out: Callable[[Entry], bool] = _is_nowhere
    ) -> dict[str, Entry]:
        """Return the entries that are whole: the index names them and every file has its size.

        `is_out` tells whether an entry's very files are published: they need not be looked for.
        """
        found, changed = {}, {}
        for noted in self._note_of(keys):
            entry = noted if is_out(noted) else self._look_at(noted)
            if entry is not None:
                found[entry.key] = entry
                if entry != noted:
                    changed[entry.key] = value_of(entry)
        self._index.put(changed, self._today)
        self._entries.update((key, entry.without_key()) for key, entry in found.items())
        return found

    def _note_of(self, keys: Iterable[str]) -> Iterator[Entry]:
        """Yield the entries that were noted, wherever their files are now."""
        known, others = self._recent.entries, []
        for key in keys:
            if key in known:
                yield Entry(key, *known[key])
            else:
                others.append(key)
        if others:
            for key, value in self._index.take(others, self._today).items():
                yield entry_of(key, value)

    def put(self, key: str, derivatives: Derivatives) -> Entry:
        """Write a photo's derivatives, then note that they are whole."""
        shapes = tuple([(one.extension, one.width_px, one.height_px) for one in derivatives.files])
        entry = Entry(key, derivatives.tone, shapes, ())
        for name, one in zip(entry.names, derivatives.files, strict=True):
            write_atomically(self.folder / name, one.content)
        entry = entry._replace(stamps=self._stamps_of(entry.names))
        self._entries[key] = entry.without_key()
        self._index.put({key: value_of(entry)}, self._today)
        return entry

    def remember(self) -> None:
        """Let the next build know at once what this one was asked for."""
        recent = Recent(self._keys, self._entries)
        if recent != self._recent:
            save_recent(self._recent_path, self._recent_base, recent)

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
            stamps = self._stamps_of(noted.names)
        except OSError:
            return None
        is_whole = [stamp[0] for stamp in stamps] == [stamp[0] for stamp in noted.stamps]
        return noted._replace(stamps=stamps) if is_whole else None

    def _stamps_of(self, names: Iterable[str]) -> tuple[FileStamp, ...]:
        base = self._base
        return tuple([stamp_of(os.stat(f"{base}{name}")) for name in names])  # noqa: PTH116 - for each file of a site: no Path


def _stamp_of(path: str) -> Stamp:
    status = os.stat(path)  # noqa: PTH116 - as above
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns
