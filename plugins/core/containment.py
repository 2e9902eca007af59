"""The content folder holds what it publishes: no symbolic link leads out of it or in circles."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.catalogue import problem
from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.folders import Tree
    from plugins.core.problems import Problem

_NO_NAMES = ("", ".", "..")


def is_inside(path: Path | str, folder: Path | str) -> bool:
    """Tell whether a file, all symbolic links followed, lies below a folder."""
    # Strings, since a site's every photo is asked for: a Path for each would cost the most.
    written = str(path)
    try:
        is_link = os.path.islink(written)  # noqa: PTH114 - as above
        place = _real(written if is_link else os.path.dirname(written))  # noqa: PTH120 - as above
        base = _real(str(folder))
    except OSError:
        # Links that lead to one another.
        return False
    return place == base or place.startswith(f"{base}{os.sep}")


@lru_cache(maxsize=256)
def _real(path: str) -> str:
    """Return a real path. Each folder above is asked for once, for all that lies in it."""
    above, name = os.path.split(path)
    if not os.path.isabs(path) or name in _NO_NAMES or stat.S_ISLNK(os.lstat(path).st_mode):  # noqa: PTH117 - as above
        return os.path.realpath(path, strict=True)
    return os.path.join(_real(above), name)  # noqa: PTH118 - as above


def find_linked_folders(tree: Tree, name: str) -> Iterator[Problem]:
    """Yield a problem for each folder that is a symbolic link; `name` is the content folder's.

    Two links to the folder above would be 2⁴⁰ folders to whoever followed them.
    """
    for place in tree.links:
        yield problem("folder-linked", nfc(f"{name}/{place}"), 1)
