"""What builds of our process that stays take ("make serve"): from the request to the pages."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.processes import read_cpu_s
from bench.scale_measure import ENVIRONMENT, Cost, FailedError, ending, watching
from plugins.core.resident import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ORDINARY, _RESIDENT = "pelican", "plugins.core.resident"


@dataclass(frozen=True, slots=True)
class Resident:
    """A process that waits for requests, and has all in memory that it will have."""

    process: subprocess.Popen[str]
    limit_s: float

    def build(self) -> Cost:
        """Return what a build takes, with what this process does after it to be ready again.

        The wall time ends where pages can be looked at, as the preview shows them; what is still
        made then, and after the answer, is in the CPU only. Raises FailedError.
        """
        pid = self.process.pid
        before_s, started = read_cpu_s(pid), time.perf_counter()
        with watching(pid) as peaks, ending(pid, self.limit_s):
            wall_s = self.ask("build") - started
            self.ask("ready")
        return Cost(wall_s, read_cpu_s(pid) - before_s, max(peaks))

    def ask(self, word: str) -> float:
        """Wait for the answer to a request; return the moment (s) of it, or of the pages."""
        assert self.process.stdin is not None  # noqa: S101 - both are pipes
        assert self.process.stdout is not None  # noqa: S101 - as above
        request, said = f"{word} {time.time_ns()}", ""
        moment_s = 0.0
        self.process.stdin.write(f"{request}\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line == f"{PAGES}\n":
                moment_s = time.perf_counter()
            if line == f"{request} 0\n":
                return moment_s or time.perf_counter()
            said += line
            if line.startswith(request):
                break
        raise FailedError(said)


@contextmanager
def staying(command: Sequence[str], folder: Path, limit_s: float) -> Iterator[Resident]:
    """Yield what stays in the place of an ordinary build's command, once it is ready."""
    with subprocess.Popen(
        [_RESIDENT if word == _ORDINARY else word for word in command],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            resident = Resident(process, limit_s)
            resident.ask("ready")
            yield resident
        finally:
            process.terminate()
