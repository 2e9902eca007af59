"""Files of entries, each made once: an index that is made again finds nearly all of its input."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, link_or_copy, write_atomically
from plugins.search.staging import END, render_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from plugins.search.entry import Entry

# How a file is made is told by its name as well. Summed once: each entry is named in each build.
_RECIPE = digest(*((Path(__file__).parent / f"{n}.py").read_bytes() for n in ("entry", "staging")))
_NAME_DIGITS = 16
_LEAST_KEPT = 1000


def name_entry(entry: Entry) -> str:
    """Return the name of an entry's file: another one for other contents."""
    return f"{digest(_RECIPE, repr(entry))[:_NAME_DIGITS]}.html"


class Pool:
    """The folder of the files. One build at a time uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def stage(self, entries: Mapping[str, Entry], target: Path) -> None:
        """Put the files of entries, by their names, into a new folder."""
        target.mkdir(parents=True)
        for name, entry in entries.items():
            kept = self.folder / name
            if not _is_whole(kept):
                write_atomically(kept, render_entry(entry).encode())
            link_or_copy(kept, target / name)

    def sweep(self, names: Collection[str]) -> None:
        """Forget what has none of these names, where it is more than what has one."""
        there = set(os.listdir(self.folder)) if self.folder.is_dir() else set()  # noqa: PTH208 - names only
        if len(there) > max(_LEAST_KEPT, 2 * len(names)):
            for name in there.difference(names):
                (self.folder / name).unlink(missing_ok=True)


def _is_whole(path: Path) -> bool:
    """Tell whether a file is there to its end: a power cut may leave half of one."""
    try:
        with path.open("rb") as file:
            file.seek(-len(END), os.SEEK_END)
            return file.read() == END.encode()
    except OSError:
        return False
