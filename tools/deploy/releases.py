"""A folder of releases and the link to the current one: a switch is one rename.

releases/000007-1f0c2a9be4d1/     one release, complete
releases/.coming-4711/            one that was being copied when the machine stopped
current -> releases/000007-…      what the web server's root points to
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.manifest.lines import NAME, read_manifest, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whose files are named by their content: a page in somebody's open window asks for them by it.
KEPT_FOLDERS = ("assets", "photos", "search-index")


class DeployError(Exception):
    """The deployment cannot go on; what readers see is as it was. The message says how to mend."""


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases below `root`; `keep` of them are kept, the current one always."""

    root: Path
    keep: int = 5

    @property
    def folder(self) -> Path:
        return self.root / "releases"

    @property
    def link(self) -> Path:
        return self.root / "current"

    def names(self) -> list[str]:
        """Return the complete releases, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(p.name for p in self.folder.iterdir() if not p.name.startswith("."))

    def current(self) -> str | None:
        return self.link.readlink().name if self.link.is_symlink() else None

    def publish(self, output: Path) -> str:
        """Copy a built site, switch to it, and return its release's name.

        Raises DeployError where the built site is not whole.
        """
        sums = check_output(output)
        self._remove_unfinished()
        coming = self.folder / f".coming-{os.getpid()}"
        before = self._path_of(self.current())
        _copy(output, sums, coming, before)
        _keep_old_files((self.folder / one for one in self.names()[-self.keep :]), coming)
        name = f"{self._next_number():06}-{_digest(output)}"
        coming.rename(self.folder / name)
        self.switch(name)
        self._prune()
        return name

    def roll_back(self) -> str:
        """Switch to the release before the current one; return its name."""
        earlier = [name for name in self.names() if name < (self.current() or "")]
        if not earlier:
            raise DeployError("không có bản nào trước bản này / there is no earlier release")
        self.switch(earlier[-1])
        return earlier[-1]

    def switch(self, name: str) -> None:
        """Point `current` to a release, in one step that nobody can see half done."""
        new = self.root / f".current-{os.getpid()}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases") / name)
        new.replace(self.link)

    def _path_of(self, name: str | None) -> Path | None:
        return self.folder / name if name and (self.folder / name).is_dir() else None

    def _next_number(self) -> int:
        return max((int(name.partition("-")[0]) for name in self.names()), default=0) + 1

    def _remove_unfinished(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in (*self.folder.glob(".coming-*"), *self.root.glob(".current-*")):
            if path.is_symlink():
                path.unlink()
            else:
                shutil.rmtree(path)

    def _prune(self) -> None:
        current = self.current()
        for name in self.names()[: -self.keep]:
            if name != current:
                shutil.rmtree(self.folder / name)


def check_output(output: Path) -> dict[str, str]:
    """Return the sums of a built site. Raises DeployError where a file is not what was built."""
    try:
        sums = read_manifest((output / NAME).read_text("utf-8"))
    except FileNotFoundError:
        raise DeployError(
            f"{output}/ chưa có bản để đăng: chạy “make publish” / nothing to deploy"
        ) from None
    wrong = [n for n, s in sums.items() if not (output / n).is_file() or sha256_of(output / n) != s]
    if wrong:
        raise DeployError(
            f"{output}/ không còn như lúc dựng ({wrong[0]}): chạy lại “make publish” / "
            "the output is not what was built"
        )
    return sums


def _digest(output: Path) -> str:
    return sha256((output / NAME).read_bytes()).hexdigest()[:12]


def _copy(output: Path, sums: dict[str, str], target: Path, before: Path | None) -> None:
    """Copy a site; files that the release before has too are shared with it."""
    known: dict[str, str] = {}
    if before is not None and (before / NAME).is_file():
        known = read_manifest((before / NAME).read_text("utf-8"))
    for name, wanted in {**sums, NAME: ""}.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (
            before is not None
            and wanted
            and known.get(name) == wanted
            and (before / name).is_file()
        ):
            place.hardlink_to(before / name)
        else:
            shutil.copyfile(output / name, place)


def _keep_old_files(releases: Iterable[Path], target: Path) -> None:
    """Keep what a page in somebody's open window may still ask for.

    That is what a kept release was built with, not what was carried over into it: a photo that was
    taken back is gone after so many releases.
    """
    for release in releases:
        manifest = release / NAME
        names = read_manifest(manifest.read_text("utf-8")) if manifest.is_file() else {}
        for name in names:
            place = target / name
            is_kept = name.partition("/")[0] in KEPT_FOLDERS
            if is_kept and not place.exists() and (release / name).is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.hardlink_to(release / name)
