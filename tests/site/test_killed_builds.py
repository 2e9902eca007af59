"""Builds that are killed, or meet one another: the next tree is the one of a build from nothing."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.mortal import mortal_pelican
from tests.site.building import NOW, Pelican
from tests.site.edits import Workshop
from tests.site.test_reproducible import sums_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PELICAN = (sys.executable, "-m", "pelican")


def command_of(folder: Path, program: Sequence[str] = PELICAN) -> list[str]:
    cache = f'CACHE_DIR="{folder / "cache"}"'
    options = ["--settings", str(folder / "siteconf.py"), "--extra-settings", cache]
    output = ["--output", str(folder / "output"), "--fatal=warnings"]
    return [*program, str(folder / "content"), *output, *options]


def environment() -> dict[str, str]:
    return os.environ | {"SOURCE_DATE_EPOCH": NOW, "PYTHONUTF8": "1"}


def build(folder: Path, name: str = "") -> tuple[str, dict[str, str]]:
    """Build to the end; return what was said, and the sums of the tree."""
    output, cache = folder / f"output{name}", folder / f"cache{name}"
    pelican = Pelican(folder, folder / "siteconf.py", cache=cache)
    done = pelican.run(folder / "content", output)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr, sums_of(output)


def build_from_nothing(folder: Path) -> dict[str, str]:
    """Build with photos and packed copies of before, and with nothing else."""
    for name in ("output-new", "cache-new/store", "cache-new/output"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return build(folder, "-new")[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Workshop.open(tmp_path / "project", Random(1))  # noqa: S311 - no secret
    # Half of what is left of the time, and its own cache has tests of its own.
    shutil.rmtree(tmp_path / "project/plugins/compression")
    return tmp_path / "project"


def edit(folder: Path, number: int) -> None:
    """Change what two pages say and one more is called, and take away a photo and an article."""
    path = folder / "content/2026/hop-bao-thang-1/index.md"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\nĐoạn thêm {number}.\n", "utf-8")
    glossary = folder / "content/glossary.yml"
    new = f"vi:\n  AB{'C' * number}: Nghĩa thứ {number}\n"
    glossary.write_text(glossary.read_text("utf-8").replace("vi:\n", new, 1), "utf-8")


def test_a_dozen_kills_leave_nothing_that_the_next_build_cannot_mend(folder: Path) -> None:
    build(folder)
    killed = []
    for number, touch in enumerate([1, 14, 2, 20, 4, 10, 26, 3, 7, 17, 12, 23]):
        edit(folder, number)
        command = command_of(folder, mortal_pelican(touch, "output", "store"))
        done = subprocess.run(
            command, cwd=folder, env=environment(), capture_output=True, check=False
        )
        killed.append(done.returncode == -signal.SIGKILL)
        # One after another, too: what two kills left.
        if number % 4 == 3:
            assert build(folder)[1] == build_from_nothing(folder), number
    assert sum(killed) >= 10, killed


def test_a_build_waits_for_another_says_so_and_goes_on(folder: Path) -> None:
    cache = folder / "cache"
    cache.mkdir()
    with (cache / "build.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with subprocess.Popen(
            command_of(folder),
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as waiting:
            assert waiting.stderr is not None
            assert "chờ nó xong" in waiting.stderr.readline()
            assert not (cache / "store").exists()
            assert not (folder / "output").exists()
            lock.close()
            waiting.communicate()
    assert waiting.returncode == 0
    assert sums_of(folder / "output") == build_from_nothing(folder)


def test_two_builds_at_once_give_one_right_tree(folder: Path) -> None:
    build(folder)
    edit(folder, 1)
    start = partial(
        subprocess.Popen,
        command_of(folder),
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with start() as one, start() as other:
        assert [one.wait(), other.wait()] == [0, 0]
    assert sums_of(folder / "output") == build_from_nothing(folder)


def test_a_clock_that_goes_back_takes_back_what_is_not_out_yet(folder: Path) -> None:
    later = str(int(NOW) + 3 * 86_400)
    trees = [
        sums_of_build_at(folder, moment, name)
        for moment, name in ((later, ""), (NOW, ""), (NOW, "-new"))
    ]
    assert any("bai-hen-gio" in place for place in trees[0])
    assert not any("bai-hen-gio" in place for place in trees[1])
    assert trees[1] == trees[2]


def sums_of_build_at(folder: Path, moment: str, name: str) -> dict[str, str]:
    pelican = Pelican(folder, folder / "siteconf.py", moment, folder / f"cache{name}")
    assert pelican.run(folder / "content", folder / f"output{name}").returncode == 0
    return sums_of(folder / f"output{name}")
