"""One command in a process of its own: its CPU, its wall time, and the memory of all it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, BinaryIO

from bench.processes import list_descendants, read_memory_mb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PROJECT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {"PYTHONPATH": str(_PROJECT), "PYTHONUTF8": "1"}
_LOOK_S = 0.1
# Looking takes time of a core that the measured processes could use.
_SHARE_OF_LOOKING = 0.05
_LAST_LINES = 12


class FailedError(RuntimeError):
    """A generator did not build the site; the message has the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took.

    `cpu_s` is its own and its children's; `peak_mb` the highest sum of their shares of memory
    that was seen, or the highest resident memory of one of them, whichever is more.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float


def measure(command: Sequence[str], folder: Path, env: Mapping[str, str], limit_s: float) -> Cost:
    """Return what a command takes in `folder`. Raises FailedError, after `limit_s` too."""
    log = folder.with_name(f"{folder.name}.log")
    started = time.perf_counter()
    with log.open("wb") as said:
        process = _start(command, folder, env, said)
        with watching(process.pid) as peaks, ending(process.pid, limit_s):
            _, status, used = os.wait4(process.pid, 0)
            wall_s = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        lines = log.read_text("utf-8", "replace").splitlines()[-_LAST_LINES:]
        raise FailedError("\n".join([f"exit {process.returncode} after {wall_s:.0f} s", *lines]))
    # Linux tells kibibytes; macOS, which has no /proc either, would tell bytes.
    return Cost(wall_s, used.ru_utime + used.ru_stime, max(*peaks, used.ru_maxrss / 1024))


def _start(
    command: Sequence[str], folder: Path, env: Mapping[str, str], said: BinaryIO
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **ENVIRONMENT, **env},
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@contextmanager
def ending(pid: int, limit_s: float) -> Iterator[None]:
    """End a process and all that it started when its time is over, or when this one is stopped."""
    timer = threading.Timer(limit_s, os.killpg, (pid, signal.SIGKILL))
    timer.start()
    try:
        yield
    except BaseException:
        os.killpg(pid, signal.SIGKILL)
        raise
    finally:
        timer.cancel()


@contextmanager
def watching(pid: int) -> Iterator[list[float]]:
    """Fill the list with what a process and all that come from it take of memory, in MB."""
    seen, is_over = [0.0], threading.Event()

    def watch() -> None:
        pause_s = 0.0
        while not is_over.wait(pause_s):
            began = time.perf_counter()
            seen.append(sum(map(read_memory_mb, (pid, *list_descendants(pid)))))
            pause_s = max(_LOOK_S, (time.perf_counter() - began) / _SHARE_OF_LOOKING)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        is_over.set()
        watcher.join()


def take_medians(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure by itself."""
    return Cost(
        wall_s=median(cost.wall_s for cost in costs),
        cpu_s=median(cost.cpu_s for cost in costs),
        peak_mb=median(cost.peak_mb for cost in costs),
    )
