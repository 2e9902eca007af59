"""PDFs that were made before, found by all that goes into them."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from plugins.core.artifacts import write_atomically
from plugins.paper.sheet import Printed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_DAY_S = 24 * 3600


def path_in_cache(folder: Path, key: str, pages: int) -> Path:
    """Return where a PDF is kept: its name tells its number of pages."""
    return folder / f"{key}-{pages}.pdf"


def keep(folder: Path, key: str, pages: int, pdf: bytes) -> Path:
    """Write a PDF to the cache, whole or not at all."""
    path = path_in_cache(folder, key, pages)
    write_atomically(path, pdf)
    return path


def find(folder: Path, keys: Iterable[str]) -> dict[str, Printed]:
    """Return what the cache has of these keys, and note that it was used."""
    wanted = set(keys)
    found = {}
    for path in folder.glob("*-*.pdf"):
        key, _, pages = path.stem.partition("-")
        if key in wanted and pages.isdigit():
            found[key] = Printed(path, int(pages))
            _note_use(path)
    return found


def sweep(folder: Path, days: int) -> int:
    """Delete what no build has used for so many days; return how many PDFs went."""
    oldest = time.time() - days * _DAY_S
    due = [path for path in folder.rglob("*.pdf") if path.stat().st_atime < oldest]
    for path in due:
        path.unlink(missing_ok=True)
    return len(due)


def _note_use(path: Path) -> None:
    # The access time is ours: published copies may be links to this file, whose date must stay.
    stat = path.stat()
    if stat.st_atime < time.time() - _DAY_S:
        os.utime(path, ns=(time.time_ns(), stat.st_mtime_ns))
