"""Builds by a process that stays between builds, where the system can copy processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from tools.serve.building import BuildResult, environment, result_of, run_build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Linux's forks: macOS has some, and libraries that do not bear them.
_CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
_ORDINARY, _RESIDENT = ["-m", "pelican"], ["-m", "plugins.core.resident"]
# Its status where its code or settings have changed, and its line where pages are there before the
# build is over: see plugins/core/resident.py.
_CHANGED = 75
_PAGES = "pages are there\n"
# One may find its code changed, and the next be ended from outside.
_MORE_ATTEMPTS = 2


class Builder(Protocol):
    """Builds the site as often as wanted.

    `show` is called where all pages are in the output, and something else is still being made.
    """

    def build(self, show: Callable[[], None]) -> BuildResult: ...

    def close(self) -> None: ...


class FreshBuilder:
    """Builds in a process of its own each time."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def build(self, show: Callable[[], None]) -> BuildResult:  # noqa: ARG002 - it says nothing of it
        return run_build(self._command)

    def close(self) -> None:
        """Leave nothing: each build ends before the next thing is done."""


class ResidentBuilder:
    """Asks a process that stays for each build; one that has ended is started anew."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = command
        self._process: subprocess.Popen[str] | None = None

    def build(self, show: Callable[[], None]) -> BuildResult:
        """Build, and return how it went."""
        status, text = self._try(show)
        for _ in range(_MORE_ATTEMPTS):
            if status >= 0 and status != _CHANGED:
                break
            status, text = self._try(show)
        return result_of(status, text)

    def _try(self, show: Callable[[], None]) -> tuple[int, str]:
        """Return a build's status and what it said, or those of the process, if that has ended."""
        if self._process is not None and self._process.poll() is not None:
            self.close()
        process = self._process = self._process or self._start()
        request = f"build {time.time_ns()}"
        said = list(_hear(_ask(process, request), show))
        if said and said[-1].startswith(request):
            return int(said.pop().rpartition(" ")[2]), "".join(said)
        self.close()
        return process.returncode, "".join(said)

    def close(self) -> None:
        """End the process, and the build that it may be at."""
        if self._process is not None:
            # What one that has ended did not read is written once more as its pipe is closed.
            with suppress(BrokenPipeError), self._process as process:
                process.terminate()
        self._process = None

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )


def _ask(process: subprocess.Popen[str], request: str) -> Iterator[str]:
    """Yield what a process says up to its answer, or to its end."""
    assert process.stdin is not None  # noqa: S101 - both are pipes
    assert process.stdout is not None  # noqa: S101 - as above
    try:
        process.stdin.write(f"{request}\n")
        process.stdin.flush()
    except BrokenPipeError:
        return
    for line in process.stdout:
        yield line
        if line.startswith(request):
            return


def _hear(lines: Iterable[str], show: Callable[[], None]) -> Iterator[str]:
    """Yield what is for the person who looks; the line on pages is not."""
    for line in lines:
        if line == _PAGES:
            show()
        else:
            yield line


def make_builder(command: Sequence[str]) -> Builder:
    """Return what builds by a command: it stays where it is Pelican and the system has forks."""
    words = list(command)
    for place in range(len(words) - 1):
        if _CAN_FORK and words[place : place + 2] == _ORDINARY:
            return ResidentBuilder([*words[:place], *_RESIDENT, *words[place + 2 :]])
    return FreshBuilder(command)
