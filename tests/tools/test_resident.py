"""The preview builds by a process that stays where that can be, and gets over its end."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from plugins.core.resident import CHANGED, PAGES
from tools.serve import resident
from tools.serve.building import BuildResult
from tools.serve.resident import FreshBuilder, ResidentBuilder, make_builder

if TYPE_CHECKING:
    from pathlib import Path

PELICAN = ["python", "-X", "utf8", "-m", "pelican", "content", "--output", "output"]


def test_pelican_gives_way_to_a_process_that_stays() -> None:
    builder = make_builder(PELICAN)
    assert isinstance(builder, ResidentBuilder)
    assert builder.command == [
        *("python", "-X", "utf8", "-m", "plugins.core.resident"),
        *("content", "--output", "output"),
    ]


def test_another_command_is_run_afresh_each_time() -> None:
    assert isinstance(make_builder(["python", "build.py", "-m", "pelican.py"]), FreshBuilder)


def test_without_forks_each_build_is_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.serve.resident._CAN_FORK", False)
    assert isinstance(make_builder(PELICAN), FreshBuilder)


# Does what the file "act" says at each request, and notes each process that is started.
STAND_IN = dedent("""
    import os, sys
    from pathlib import Path
    with open("started", "a") as file:
        file.write(f"{os.getpid()}\\n")
    for request in sys.stdin:
        exec(Path("act").read_text())
""")
GOOD = "print('Dựng'); sys.stderr.write('Ảnh thiếu'); print(f'\\n{request.strip()} 0', flush=True)"
BAD = "print(f'Hỏng\\n{request.strip()} 1', flush=True)"
CHANGES_ONCE = "Path('act').write_text(GOOD); sys.exit(75)"
DIES_ONCE = "Path('act').write_text(GOOD); os.kill(os.getpid(), 9)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONUTF8", "1")
    return tmp_path


def show_nothing() -> None:
    """Look at what is built when it is over."""


def build(folder: Path, *acts: str) -> tuple[list[BuildResult], int]:
    """Build once for each act; return the results, and how many processes were started."""
    with closing(ResidentBuilder([sys.executable, "-u", "-c", STAND_IN])) as builder:
        results = []
        for act in acts:
            (folder / "act").write_text(act.replace("GOOD", repr(GOOD)))
            results.append(builder.build(show_nothing))
    return results, len((folder / "started").read_text().split())


GOOD_RESULT = BuildResult(is_good=True, text="Dựng\nẢnh thiếu")


def test_one_process_does_build_after_build_and_tells_all_it_said(folder: Path) -> None:
    assert build(folder, GOOD, BAD, GOOD) == (
        [GOOD_RESULT, BuildResult(is_good=False, text="Hỏng"), GOOD_RESULT],
        1,
    )


def test_pages_are_shown_while_something_else_is_still_being_made(folder: Path) -> None:
    shown: list[str] = []

    def show() -> None:
        shown.append("pages")
        (folder / "seen").touch()

    waits = "while not Path('seen').exists(): pass"
    (folder / "act").write_text(f"print('\\npages are there', flush=True)\n{waits}\n{GOOD}")
    with closing(ResidentBuilder([sys.executable, "-u", "-c", STAND_IN])) as builder:
        assert builder.build(show) == GOOD_RESULT
    assert shown == ["pages"]


def test_both_sides_have_the_same_words() -> None:
    assert (CHANGED, f"{PAGES}\n") == (resident._CHANGED, resident._PAGES)


@pytest.mark.parametrize("act", [CHANGES_ONCE, DIES_ONCE])
def test_one_that_ends_before_it_answers_is_replaced(folder: Path, act: str) -> None:
    assert build(folder, GOOD, act, GOOD) == ([GOOD_RESULT] * 3, 2)


def test_one_that_ended_while_nobody_asked_is_replaced(folder: Path) -> None:
    (folder / "act").write_text(f"{GOOD}; sys.exit(3)")
    with closing(ResidentBuilder([sys.executable, "-u", "-c", STAND_IN])) as builder:
        assert builder.build(show_nothing) == GOOD_RESULT
        os.waitid(os.P_PID, int((folder / "started").read_text()), os.WEXITED | os.WNOWAIT)
        (folder / "act").write_text(GOOD)
        assert builder.build(show_nothing) == GOOD_RESULT


def test_one_that_always_dies_is_a_failed_build(folder: Path) -> None:
    results, started = build(folder, f"os.kill(os.getpid(), {signal.SIGKILL})")
    assert (results[0].is_good, started) == (False, 3)


def test_settings_that_are_wrong_are_told_and_asked_for_again_next_time(folder: Path) -> None:
    results, started = build(folder, "sys.exit('SITE: thiếu tên')", GOOD)
    assert results == [BuildResult(is_good=False, text="SITE: thiếu tên"), GOOD_RESULT]
    assert started == 2


def test_the_process_ends_with_the_preview(folder: Path) -> None:
    build(folder, GOOD)
    pid = int((folder / "started").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
