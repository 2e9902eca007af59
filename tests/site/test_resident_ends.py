"""A process that stays, its builds and its copies end together, whoever ends them."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from tests.site.building import NOW, PROJECT
from tests.site.edits import Workshop, add_paragraph, replace
from tests.site.resident import children_of, command_of, is_right, resident_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_S = 30.0


@contextmanager
def another_build(shop: Workshop) -> Iterator[None]:
    """Hold the lock that builds hold: whoever builds meanwhile waits."""
    cache = shop.folder.with_name("cache-old")
    with (cache / "build.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_gone(pid: int) -> bool:
    """Wait for the end of a process, and tell whether it came."""
    deadline_s = time.monotonic() + PATIENCE_S
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline_s:
        time.sleep(0.02)
    return not Path(f"/proc/{pid}").exists()


def test_a_build_that_is_killed_is_told_and_the_next_one_is_right(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        add_paragraph(shop)
        with another_build(shop):
            resident.begin("build 2")
            resident.await_line("chờ nó xong")
            (copy,) = resident.copies()
            os.kill(copy, signal.SIGKILL)
            said = resident.await_line("build 2")
        assert said.endswith(f"build 2 {128 + signal.SIGKILL}\n")
        assert "Hệ thống đã dừng một tiến trình" in said
        assert resident.ask("build 3")[0] == 0
    assert is_right(shop)


def test_a_copy_that_is_killed_as_it_waits_is_replaced(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        assert resident.ask("ready 1")[0] == 0
        (copy,) = resident.copies()
        (beside,) = children_of(copy)
        os.kill(copy, signal.SIGKILL)
        assert is_gone(beside)
        add_paragraph(shop)
        assert resident.ask("build 2")[0] == 0
    assert is_right(shop)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_ends_with_the_process_that_is_killed(shop: Workshop, end: signal.Signals) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        with another_build(shop):
            resident.begin("build 2")
            resident.await_line("chờ nó xong")
            (copy,) = resident.copies()
            resident.process.send_signal(end)
            resident.process.wait()
            assert is_gone(copy)
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
    assert is_right(shop)


@pytest.mark.parametrize("is_building", [False, True])
def test_ctrl_c_ends_all_of_it_quietly(shop: Workshop, *, is_building: bool) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        with another_build(shop):
            resident.begin("build 2" if is_building else "ready 2")
            resident.await_line("chờ nó xong" if is_building else "ready 2 0")
            copies = resident.copies()
            resident.signal_all(signal.SIGINT)
            said, _ = resident.process.communicate()
        assert resident.process.returncode == 128 + signal.SIGINT
        assert said.strip() == ""
        assert all(map(is_gone, copies))


def test_it_ends_with_whoever_asked(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        resident.process.communicate()
        assert resident.process.returncode == 0


def page_with(address: str, text: str) -> bool:
    """Wait for a page to have a text, and tell whether it came."""
    deadline_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:
        with urlopen(address, timeout=PATIENCE_S) as response:  # noqa: S310 - our own server
            if text in response.read().decode():
                return True
        time.sleep(0.05)
    return False


def test_the_preview_shows_each_edit_and_leaves_nothing_behind(shop: Workshop) -> None:
    preview = [sys.executable, "-m", "tools.serve", "--port", "0", "--"]
    command = command_of(shop.folder, "-m", "pelican")
    command[command.index("--output") + 1] = "output"
    with subprocess.Popen(
        [*preview, *command],
        cwd=shop.folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": NOW, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        address = said.split()[-1]
        source = shop.folder / "content/2026/hop-bao-thang-1/index.md"
        for number in (1, 2):
            replace(source, "^title: .*", f"title: Nhan đề {number}")
            assert page_with(address, f"Nhan đề {number}")
        resident = children_of(process.pid)
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert (process.returncode, len(resident)) == (0, 1)
    assert all(map(is_gone, resident))
