"""Files by the names that editors write: the same name in another normal form is the same."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.core.looks import note_path
from plugins.core.text import nfc

_NOWHERE = frozenset(("", ".", ".."))


def find_file(base: Path, place: str) -> Path | None:
    """Return the file at a relative `place` with slashes below `base`, or None.

    Some systems store “họp báo.pdf” decomposed (NFD); a link writes it composed. ".." does not
    lead anywhere.
    """
    note_path(f"{base}/{place}")
    if os.path.isfile(f"{base}/{place}") and _NOWHERE.isdisjoint(place.split("/")):  # noqa: PTH113 - for each link of a site
        return Path(base, place)
    path = base
    for name in place.split("/"):
        found = None if name in _NOWHERE else _find_in(path, name)
        if found is None:
            return None
        path = found
    return path if path.is_file() else None


def _find_in(folder: Path, name: str) -> Path | None:
    try:
        if (folder / name).exists():
            return folder / name
        return next((one for one in folder.iterdir() if nfc(one.name) == nfc(name)), None)
    except (OSError, ValueError):
        # A name that is too long, or that no file system could hold.
        return None
