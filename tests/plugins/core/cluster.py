"""A Dask cluster of real processes on this machine, each in a folder of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped]  # comes with Dask; its stubs would be one more package

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[3]
_PATIENCE_S = 60


class Cluster:
    """A scheduler, and its workers by name. `project` is where they find the code."""

    def __init__(self, folder: Path, project: Path = PROJECT) -> None:
        self._folder = folder
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        file = self._start("scheduler", project, "--port", "0") / "log"
        self.address = _wait_for(file, r"Scheduler at:\s+(tcp://127\.0\.0\.1:\d+)")

    @property
    def pids(self) -> list[int]:
        """Return the workers' process numbers."""
        return [p.pid for name, p in self._processes.items() if name != "scheduler"]

    def listening(self) -> list[str]:
        """Return the addresses at which any of the processes listens."""
        found = [psutil.Process(p.pid).net_connections() for p in self._processes.values()]
        listening = (c for several in found for c in several if c.status == psutil.CONN_LISTEN)
        return [f"{connection.laddr.ip}:{connection.laddr.port}" for connection in listening]

    def start_workers(self, *names: str, project: Path = PROJECT) -> None:
        """Start workers with one thread each and no nanny: one that is killed stays away."""
        options = ("--nthreads", "1", "--no-nanny", "--memory-limit", "0", "--name")
        folders = [self._start("worker", project, self.address, *options, name) for name in names]
        for folder in folders:
            _wait_for(folder / "log", r"Registered to:")

    def kill(self, name: str) -> None:
        """End a worker, or the scheduler, as the kernel does: at once."""
        self._processes[name].kill()
        self._processes[name].wait()

    def close(self) -> None:
        for process in self._processes.values():
            process.kill()
        for process in self._processes.values():
            process.wait()

    def _start(self, kind: str, project: Path, *arguments: str) -> Path:
        name = arguments[-1] if kind == "worker" else kind
        folder = self._folder / name
        folder.mkdir(parents=True)
        module = f"distributed.cli.dask_{kind}"
        options = ("--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")
        with (folder / "log").open("wb") as log:
            self._processes[name] = subprocess.Popen(
                [sys.executable, "-m", module, *arguments, *options],
                cwd=folder,
                env=_environment(project, folder),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        return folder


def _environment(project: Path, folder: Path) -> dict[str, str]:
    """Return what a shell on another machine would have: nothing of the tests'."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(project),
        "PYTHONUTF8": "1",
        "HOME": str(folder),
        "TMPDIR": str(folder),
    }


def _wait_for(file: Path, pattern: str) -> str:
    until_s = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until_s:
        found = re.search(pattern, file.read_text("utf-8"))
        if found:
            return found[found.re.groups]
        time.sleep(0.05)
    raise TimeoutError(file.read_text("utf-8"))


@contextmanager
def run_cluster(folder: Path, *workers: str, project: Path = PROJECT) -> Iterator[Cluster]:
    """Lend a cluster of workers with these names; all its processes are ended after."""
    cluster = Cluster(folder, project)
    try:
        cluster.start_workers(*workers, project=project)
        yield cluster
    finally:
        cluster.close()
