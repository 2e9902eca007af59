"""A resident process for tests: asked as `make serve` asks it, with a clock that tests turn."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from tests.site.building import NOW
from tests.site.test_incremental import build_from_nothing, differences
from tests.site.test_reproducible import sums_of

if TYPE_CHECKING:
    import signal
    from collections.abc import Iterator

    from tests.site.edits import Workshop

# Each copy begins at the moment that the file tells; it is the command line's first word.
CLOCK = dedent("""
    import os, sys
    from pathlib import Path
    clock = Path(sys.argv.pop(1))
    set_it = lambda: os.environ.update(SOURCE_DATE_EPOCH=clock.read_text())
    set_it()
    os.register_at_fork(after_in_child=set_it)
    from plugins.core.resident import main
    sys.exit(main())
""")


def command_of(folder: Path, *python: str) -> list[str]:
    """Return what starts a resident process for a project; its output and cache lie beside it."""
    cache = f'CACHE_DIR="{folder.with_name("cache-old")}"'
    options = ["--settings", str(folder / "siteconf.py"), "--extra-settings", cache]
    output = ["--output", str(folder.with_name("output-old")), "--fatal=warnings"]
    python = python or ("-m", "plugins.core.resident")
    return [sys.executable, *python, str(folder / "content"), *output, *options]


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class Asked:
    """A resident process by itself, whose every answer shows."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            command_of(folder),
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": NOW, "PYTHONUTF8": "1", "COLUMNS": "500"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )

    def begin(self, request: str = "build 1") -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{request}\n")
        self.process.stdin.flush()

    def await_line(self, text: str) -> str:
        """Return all that is said up to the line that has the text, or to the end."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if text in line:
                break
        return said

    def ask(self, request: str = "build 1") -> tuple[int, str]:
        """Return the status of the answer, or the process's own where it ends, and what is said."""
        self.begin(request)
        said = self.await_line(request)
        last = said.rpartition(f"{request} ")[2]
        return (int(last) if request in said else self.process.wait()), said

    def copies(self) -> list[int]:
        """Return the processes that it has started, which are there yet."""
        return children_of(self.process.pid)

    def signal_all(self, number: signal.Signals) -> None:
        """Do what a terminal does: its keys are for all that was started there."""
        os.killpg(self.process.pid, number)


@contextmanager
def resident_of(folder: Path) -> Iterator[Asked]:
    """Yield a project's resident process, which ends with the block."""
    resident = Asked(folder)
    try:
        yield resident
    finally:
        resident.process.kill()
        resident.process.communicate()


def is_right(shop: Workshop) -> bool:
    """Tell whether the output is the tree of a build from nothing."""
    status, said, tree = build_from_nothing(shop)
    assert status == 0, said
    return not differences(sums_of(shop.folder.with_name("output-old")), tree)
