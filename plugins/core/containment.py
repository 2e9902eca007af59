"""The content folder holds what it publishes: no symbolic link leads out of it or in circles."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.catalogue import problem
from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a file, all symbolic links followed, lies below a folder."""
    try:
        place = str(path.resolve()) if path.is_symlink() else _real(str(path.parent))
        base = _real(str(folder))
    except (OSError, RuntimeError):
        # Links that lead to one another.
        return False
    return place == base or place.startswith(f"{base}{os.sep}")


@lru_cache(maxsize=256)
def _real(folder: str) -> str:
    """Return a folder's real path, asked once for the many photos of an article."""
    return os.path.realpath(folder, strict=True)


def find_linked_folders(content_dir: Path) -> Iterator[Problem]:
    """Yield a problem for each folder that is a symbolic link, before anybody follows it.

    Two links to the folder above would make Pelican read 2⁴⁰ folders.
    """
    for base, names, _ in os.walk(content_dir):
        for name in names:
            path = Path(base, name)
            if path.is_symlink():
                place = nfc(path.relative_to(content_dir.parent).as_posix())
                yield problem("folder-linked", place, 1)
