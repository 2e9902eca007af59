"""The content folder as it is now: every folder's files, and what tells a changed one."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.core.artifacts import digest
from plugins.core.placing import Stamp, stamp_of

SUFFIX = ".md"
# A file changed twice within the clock's grain would keep its time of change.
_YOUNG_NS = 2_000_000_000
_ABSENT = ""
# As programs hide what is theirs: ".git". Who begins with two dots hides nothing.
_HIDDEN = re.compile(r"\.(?!\.)")


@dataclass(slots=True)
class Tree:
    """A folder and all below it, hidden ones left out. Places are relative, with slashes.

    `folders` has the files of each; `links` are the folders that are symbolic links.
    """

    base: str
    folders: dict[str, list[tuple[str, Stamp]]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    def sources(self) -> list[str]:
        """Return the place of each editor's file, in order."""
        return sorted(
            f"{folder}/{name}" if folder else name
            for folder, files in self.folders.items()
            for name, _ in files
            if name.endswith(SUFFIX)
        )

    def stamp(self, folder: str, now_ns: int) -> str:
        """Return what stays the same while nobody touches a folder's files.

        "", which no stamp equals, while a file is so young that a change might not show.
        """
        files = self.folders[folder]
        if any(now_ns - stamp[1] < _YOUNG_NS for _, stamp in files):
            return ""
        return digest(repr(files))

    def sum(self, folder: str) -> str:
        """Return what stays the same while a folder's files have the same names and bytes."""
        base = f"{self.base}{os.sep}{folder}"
        names = [name for name, _ in self.folders[folder]]
        return digest(*(part for n in names for part in (n, _sum_file(f"{base}{os.sep}{n}"))))


def scan(base: str) -> Tree:
    """Return the tree of a folder. No link to a folder is followed."""
    tree = Tree(base)
    _scan(tree, base, "")
    return tree


def _scan(tree: Tree, path: str, folder: str) -> None:
    files, below = [], []
    for entry in os.scandir(path):
        if _HIDDEN.match(entry.name):
            continue
        place = f"{folder}/{entry.name}" if folder else entry.name
        if not entry.is_dir():
            try:
                files.append((entry.name, stamp_of(entry.stat())))
            except FileNotFoundError:
                # A link to nothing.
                files.append((entry.name, (-1, 0, 0)))
        elif entry.is_symlink():
            tree.links.append(place)
        else:
            below.append((entry.path, place))
    tree.folders[folder] = sorted(files)
    for path_below, place in below:
        _scan(tree, path_below, place)


def sum_of(path: str) -> str:
    """Return what stands for a file's bytes, a folder's names, or for nothing being there."""
    try:
        status = os.stat(path)  # noqa: PTH116 - for each link of a site: no Path
    except (OSError, ValueError):
        return _ABSENT
    if os.path.isdir(path):  # noqa: PTH112 - as above
        return digest(*sorted(os.listdir(path)))  # noqa: PTH208 - names only
    return _sum_again(path, stamp_of(status))


@lru_cache(maxsize=100_000)
def _sum_again(path: str, _stamp: Stamp) -> str:
    return _sum_file(path)


def _sum_file(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - for each file of a site: no Path
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return _ABSENT
