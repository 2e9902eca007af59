"""The content folder holds what it publishes: no symbolic link leads out of it or in circles."""

from __future__ import annotations

import os
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
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # Links that lead to one another.
        return False


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
