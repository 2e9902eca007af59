"""PDFs that were made before, found by all that goes into them."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import write_atomically
from plugins.core.placing import stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.placing import Stamp
    from plugins.paper.sheet import Print

_DAY_S = 24 * 3600
# Those that WeasyPrint complained about are kept apart, to be made and complained about again.
_COMPLAINED = "complained"


class Printed(NamedTuple):
    """A PDF on the shelf."""

    path: Path
    pages: int
    size_bytes: int
    complaints: tuple[str, ...] = ()
    # Of one that was there before.
    stamp: Stamp | None = None


@dataclass(slots=True)
class _Copy:
    name: str
    pages: int
    used_s: float
    stamp: Stamp


class Shelf:
    """The folder of all PDFs that were made. A name tells the key and the number of pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies = dict(_look(str(folder)))

    def find(self, key: str) -> Printed | None:
        """Return what there is under a key, and note that it was used."""
        copy = self._copies.get(key)
        if copy is None:
            return None
        path = self._folder / copy.name
        now_s = time.time()
        if copy.used_s < now_s - _DAY_S:
            # The access time is ours: published copies may be links, whose date must stay.
            os.utime(path, ns=(time.time_ns(), copy.stamp[1]))
            copy.used_s = now_s
        return Printed(path, copy.pages, copy.stamp[0], stamp=copy.stamp)

    def keep(self, key: str, made: Print) -> Printed:
        """Put a PDF on the shelf, whole or not at all."""
        folder = self._folder / _COMPLAINED if made.complaints else self._folder
        path = folder / f"{key}-{made.pages}.pdf"
        write_atomically(path, made.pdf)
        return Printed(path, made.pages, len(made.pdf), made.complaints)

    def sweep(self, days: int) -> int:
        """Delete what no build has used for so many days; return how many PDFs went."""
        oldest_s = time.time() - days * _DAY_S
        apart = self._folder / _COMPLAINED
        due = [self._folder / c.name for c in self._copies.values() if c.used_s < oldest_s]
        due += [apart / copy.name for _, copy in _look(str(apart)) if copy.used_s < oldest_s]
        for path in due:
            path.unlink(missing_ok=True)
        return len(due)


def _look(folder: str) -> Iterator[tuple[str, _Copy]]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        key, _, rest = entry.name.partition("-")
        pages = rest.removesuffix(".pdf")
        if pages.isdigit():
            status = entry.stat()
            yield key, _Copy(entry.name, int(pages), status.st_atime, stamp_of(status))
