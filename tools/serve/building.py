"""Builds the site in a fresh process, and keeps a copy of the last build that succeeded."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Whether a build succeeded, and all that it said."""

    is_good: bool
    text: str


def run_build(command: Sequence[str]) -> BuildResult:
    """Run the build to its end; a fresh process each time, since Pelican's own loop leaks memory.

    Leaving by an exception (Ctrl-C) ends the build with it.
    """
    # Problems name path and line: Pelican must not fold them at 80 columns.
    environment = os.environ | {"COLUMNS": "500", "NO_COLOR": "1"}
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as build:
        try:
            text, _ = build.communicate()
        except BaseException:
            build.terminate()
            raise
    return BuildResult(is_good=build.returncode == 0, text=_without_padding(text))


def _without_padding(text: str) -> str:
    """Return the text without the wide gaps that Pelican's log puts between its columns."""
    return re.sub(r"(?<=\S) {3,}", "  ", text).strip()


def mirror_tree(source: Path, target: Path) -> None:
    """Make `target` hold the files of `source` and no others, copying only what changed."""
    target.mkdir(parents=True, exist_ok=True)
    wanted = {path.relative_to(source): path for path in _files_in(source)}
    for path in list(_files_in(target)):
        if path.relative_to(target) not in wanted:
            path.unlink()
    for name, path in wanted.items():
        _copy_if_changed(path, target / name)


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _copy_if_changed(source: Path, target: Path) -> None:
    if target.is_file() and _stamp(source) == _stamp(target):
        return
    if target.is_dir():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    # A reader of the preview sees the old file or the new one, never half of it.
    arriving = target.with_name(f".arriving-{target.name}")
    shutil.copy2(source, arriving)
    arriving.replace(target)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
