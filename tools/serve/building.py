"""Builds the site in a process of its own, and tells how that went."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Whether a build succeeded, and all that it said."""

    is_good: bool
    text: str


def run_build(command: Sequence[str]) -> BuildResult:
    """Run the build to its end, in a process of its own.

    Leaving by an exception (Ctrl-C) ends the build with it.
    """
    with subprocess.Popen(
        command,
        env=environment(),
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
    return result_of(build.returncode, text)


def environment() -> dict[str, str]:
    """Return what a build is started with."""
    # Problems name path and line: Pelican must not fold them at 80 columns.
    return os.environ | {"COLUMNS": "500", "NO_COLOR": "1"}


def result_of(status: int, text: str) -> BuildResult:
    """Return how a build went; without the wide gaps between the columns of Pelican's log."""
    return BuildResult(status == 0, re.sub(r"(?<=\S) {3,}", "  ", text).strip())
