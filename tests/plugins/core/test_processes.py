"""Processes begin as copies of one that has loaded what they need, and end with who began them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from plugins.core.forking import CAN_FORK
from tests.site.building import PROJECT

PATIENCE_S = 30.0

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system has no forks")

# Tells in a line each who loads it, and who works.
SLOW_TO_LOAD = dedent("""
    import os
    from pathlib import Path

    def tell(what):
        with Path("told").open("a") as file:
            file.write(f"{what} {os.getpid()} {os.getppid()}\\n")

    tell("loaded")

    def work(seconds, item):
        import time
        tell("worked")
        time.sleep(seconds)
        return item
""")

PROGRAM = dedent("""
    import sys, time
    from plugins.core.executor import LocalExecutor, Task

    def begin(seconds, item):
        from slow_to_load import work
        return work(seconds, item)

    if __name__ == "__main__":
        task = Task("x", begin, float(sys.argv[1]), own_process=True, modules=("slow_to_load",))
        executor = LocalExecutor(2)
        if sys.argv[2] == "ahead":
            executor.expect(task)
            print("expected", flush=True)
            sys.stdin.readline()
        for _ in range(2):
            print([n for _, n in executor.map_in_order(task, enumerate(range(8)), 8)], flush=True)
""")


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    (folder / "slow_to_load.py").write_text(SLOW_TO_LOAD)
    (folder / "program.py").write_text(PROGRAM)
    return subprocess.Popen(
        [sys.executable, "program.py", *arguments],
        cwd=folder,
        env={"PYTHONPATH": f"{PROJECT}:{folder}", "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def told(folder: Path, what: str) -> list[tuple[int, int]]:
    """Return the process and its parent for each line that tells something."""
    path = folder / "told"
    lines = path.read_text().splitlines() if path.exists() else []
    return [(int(own), int(parent)) for w, own, parent in map(str.split, lines) if w == what]


def await_word(folder: Path, what: str) -> list[tuple[int, int]]:
    deadline_s = time.monotonic() + PATIENCE_S
    while not told(folder, what) and time.monotonic() < deadline_s:
        time.sleep(0.02)
    return told(folder, what)


def are_gone(pids: set[int]) -> bool:
    """Wait for the end of processes, and tell whether it came."""
    deadline_s = time.monotonic() + PATIENCE_S
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < deadline_s:
        time.sleep(0.02)
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_what_all_need_is_loaded_once_for_all_of_them(tmp_path: Path) -> None:
    with start(tmp_path, "0", "late") as process:
        said, _ = process.communicate()
    assert said == f"{list(range(8))}\n" * 2
    ((loader, _),) = told(tmp_path, "loaded")
    assert {parent for _, parent in told(tmp_path, "worked")} == {loader}
    assert are_gone({loader, *(own for own, _ in told(tmp_path, "worked"))})


def test_what_is_expected_is_loaded_before_it_is_wanted(tmp_path: Path) -> None:
    with start(tmp_path, "0", "ahead") as process:
        ((loader, parent),) = await_word(tmp_path, "loaded")
        assert parent == process.pid
        assert told(tmp_path, "worked") == []
        said, _ = process.communicate("\n")
    assert said == f"expected\n{list(range(8))}\n{list(range(8))}\n"
    assert {parent for _, parent in told(tmp_path, "worked")} == {loader}
    assert len(told(tmp_path, "loaded")) == 1


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_they_end_with_a_program_that_is_killed_at_work(
    tmp_path: Path, end: signal.Signals
) -> None:
    with start(tmp_path, "1000", "late") as process:
        await_word(tmp_path, "worked")
        process.send_signal(end)
        process.wait()
        workers = {own for own, _ in told(tmp_path, "worked")}
        assert workers
        assert are_gone({*workers, *(own for own, _ in told(tmp_path, "loaded"))})
