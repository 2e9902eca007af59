"""The copies that were made before, in a folder of the cache, by what they were made of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.placing import Stamp, stamp_of

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.compression.settings import CompressionSettings
    from plugins.core.output import Output

# So many copies that no file has now are kept for one that may come back.
_LEAST_KEPT = 2000


class Shelf:
    """The folder is looked through once: a site has tens of thousands of copies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        with os.scandir(folder) as entries:
            self._there: dict[str, Stamp] = {e.name: stamp_of(e.stat()) for e in entries}
        self._used: set[str] = set()

    @staticmethod
    def name_of(total: str, settings: CompressionSettings, suffix: str) -> str:
        """Return the name of the copy of a file, whose SHA-256 is `total`."""
        return f"{digest(total, settings.recipe(suffix))}.{suffix}"

    def has(self, name: str) -> bool:
        return name in self._there

    def put(self, name: str, data: bytes) -> None:
        """Keep a copy; an empty one says that there shall be none."""
        write_atomically(self._folder / name, data)
        self._there[name] = stamp_of((self._folder / name).stat())

    def publish(self, name: str, output: Output, place: str) -> None:
        """Put a copy into the output, unless it is an empty one."""
        self._used.add(name)
        stamp = self._there[name]
        if stamp[0] and not output.keep(place, stamp):
            output.link(place, self._folder / name)

    def sweep(self) -> None:
        """Delete the oldest copies that no file has, but for as many as there are in use."""
        idle = sorted(self._there.keys() - self._used, key=lambda name: self._there[name][1])
        for name in idle[: max(0, len(idle) - max(_LEAST_KEPT, len(self._used)))]:
            (self._folder / name).unlink(missing_ok=True)
            del self._there[name]
