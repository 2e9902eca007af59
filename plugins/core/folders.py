"""The content folder as it is now: every folder's files, and what tells a changed one."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.placing import Stamp, stamp_of

if TYPE_CHECKING:
    from plugins.core.names import Names

SUFFIX = ".md"
# A file changed twice within the clock's grain would keep its time of change.
_YOUNG_NS = 2_000_000_000
_ABSENT = ""
_SMALL_BYTES = 1 << 20
# The names of a folder's files, in order, each with its stamp.
Files = tuple[tuple[str, Stamp], ...]
_NO_STAMP: Files = ()


@dataclass(slots=True)
class Tree:
    """A folder and all below it, hidden ones left out. Places are relative, with slashes.

    `folders` has the files of each; `links` are the folders that are symbolic links.
    """

    base: str
    folders: dict[str, Files] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    def sources(self) -> list[str]:
        """Return the place of each editor's file, in order."""
        return sorted(
            f"{folder}/{name}" if folder else name
            for folder, files in self.folders.items()
            for name, _ in files
            if name.endswith(SUFFIX)
        )

    def stamp(self, folder: str, now_ns: int) -> Files:
        """Return what stays the same while nobody touches a folder's files.

        An empty one says nothing: a file is so young that a change might not show.
        """
        files, youngest = self.folders[folder], now_ns - _YOUNG_NS
        for _, stamp in files:
            if stamp[1] > youngest:
                return _NO_STAMP
        return files

    def sum(self, folder: str) -> str:
        """Return what stays the same while a folder's files have the same names and bytes."""
        base = f"{self.base}{os.sep}{folder}"
        names = [name for name, _ in self.folders[folder]]
        return digest(*(part for n in names for part in (n, _sum_file(f"{base}{os.sep}{n}"))))


def is_hidden(name: str) -> bool:
    """Tell a name by which programs hide what is theirs: ".git". Two dots hide nothing."""
    return name[0] == "." and name[:2] != ".."


def scan(base: str, names: Names | None = None) -> Tree:
    """Return the tree of a folder. No link to a folder is followed.

    `names` are those below it, without hidden ones, as far as somebody knows them.
    """
    tree, waiting = Tree(base), [(base, "")]
    while waiting:
        path, folder = waiting.pop()
        prefix, files = f"{folder}/" if folder else "", []
        known = names.of(folder) if names is not None else None
        if known is not None:
            tree.folders[folder] = tuple((n, _stamp_at(f"{path}{os.sep}{n}")) for n in known.files)
            waiting.extend((f"{path}{os.sep}{n}", prefix + n) for n in known.folders)
            continue
        with os.scandir(path) as entries:
            for entry in entries:
                name = entry.name
                if is_hidden(name):
                    continue
                if not entry.is_dir():
                    files.append((name, _stamp_of(entry)))
                elif entry.is_symlink():
                    tree.links.append(prefix + name)
                else:
                    waiting.append((entry.path, prefix + name))
        tree.folders[folder] = tuple(sorted(files))
    return tree


def _stamp_at(path: str) -> Stamp:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116 - for each file of a site: no Path
    except FileNotFoundError:
        # Gone this moment.
        return -1, 0, 0


def _stamp_of(entry: os.DirEntry[str]) -> Stamp:
    try:
        return stamp_of(entry.stat())
    except FileNotFoundError:
        # A link to nothing.
        return -1, 0, 0


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
            data = file.read(_SMALL_BYTES)
            total = hashlib.blake2b(data, digest_size=16)
            while data := file.read(_SMALL_BYTES):
                total.update(data)
            return total.hexdigest()
    except OSError:
        return _ABSENT
