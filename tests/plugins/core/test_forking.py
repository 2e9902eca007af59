"""The map over copies of this process keeps the order, and hides no end but its own."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from plugins.core import forking
from plugins.core.forking import Aside, WorkerLostError, map_forked, set_aside

PROJECT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60.0


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 500])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(count: int, workers: int) -> None:
    items = [f"bài {number}" for number in range(count)]
    assert list(map_forked(str.upper, items, workers=workers)) == [i.upper() for i in items]


@pytest.mark.parametrize(
    ("count", "workers", "is_here"), [(31, 2, True), (40, 1, True), (40, 2, False)]
)
def test_little_work_and_lone_cores_need_no_copies(
    count: int, workers: int, *, is_here: bool
) -> None:
    processes = set(map_forked(lambda _: os.getpid(), range(count), workers=workers))
    assert (processes == {os.getpid()}) is is_here


def test_the_setting_bounds_how_many_copies_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forking, "count_cores", lambda: 4)
    forking.use_at_most(1)
    try:
        assert set(map_forked(lambda _: os.getpid(), range(100))) == {os.getpid()}
    finally:
        forking.use_at_most(None)
    assert os.getpid() not in set(map_forked(lambda _: os.getpid(), range(100)))


def test_the_copies_have_what_this_process_has_in_memory() -> None:
    known = {number: object() for number in range(100)}
    found = map_forked(lambda number: id(known[number]), list(known), workers=2)
    assert list(found) == [id(one) for one in known.values()]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_first_exception_is_raised_here_and_the_next_map_works(workers: int) -> None:
    def fail_from_50(number: int) -> int:
        if number >= 50:
            message = f"bài {number}"
            raise ValueError(message)
        return number

    with pytest.raises(ValueError, match="bài 50"):
        list(map_forked(fail_from_50, range(100), workers=workers))
    assert list(map_forked(abs, range(40), workers=workers)) == list(range(40))


def test_a_copy_that_is_killed_ends_the_map_with_a_clear_error() -> None:
    def die_at_20(number: int) -> int:
        if number == 20:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerLostError, match="hết bộ nhớ"):
        list(map_forked(die_at_20, range(100), workers=2))


# Tells the copies' numbers, and is killed while they wait for more.
PARENT = dedent("""
    import os, sys, time
    from plugins.core.forking import map_forked

    def work(number):
        sys.stdout.write(f"{os.getpid()}\\n")
        sys.stdout.flush()
        time.sleep(600)

    list(map_forked(work, range(64), workers=2))
""")


PARENT_ASIDE = dedent("""
    import os, sys, time
    from plugins.core.forking import Aside

    def work():
        sys.stdout.write(f"{os.getpid()}\\n")
        sys.stdout.flush()
        time.sleep(600)

    aside = Aside(work)
    aside.begin()
    aside.result()
""")


@pytest.mark.parametrize(("program", "count"), [(PARENT, 2), (PARENT_ASIDE, 1)])
def test_no_copy_outlives_a_process_that_is_killed(program: str, count: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as parent:
        assert parent.stdout is not None
        copies = [int(parent.stdout.readline()) for _ in range(count)]
        assert all(is_alive(one) for one in copies)
        parent.kill()
    deadline_s = time.monotonic() + PATIENCE_S
    while any(map(is_alive, copies)):
        assert time.monotonic() < deadline_s, "the copies live on"
        time.sleep(0.05)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][:1]
    except FileNotFoundError:
        return False
    # One that nobody has asked about yet is dead all the same.
    return state not in "ZX"


def test_what_is_done_aside_is_done_by_a_copy_once_it_is_told_to(tmp_path: Path) -> None:
    file = tmp_path / "tệp"

    def look() -> tuple[int, str]:
        return os.getpid(), file.read_text()

    aside = Aside(look)
    file.write_text("có rồi")
    aside.begin()
    pid, text = aside.result()
    assert pid != os.getpid()
    assert text == "có rồi"


@pytest.mark.parametrize("is_told", [False, True])
def test_what_a_copy_could_not_do_aside_is_done_here(*, is_told: bool) -> None:
    here = os.getpid()

    def die_elsewhere() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    aside = Aside(die_elsewhere)
    if not is_told:
        os.kill(aside.pid, signal.SIGKILL)
    aside.begin()
    assert aside.result() == here


def test_a_copy_whose_result_nobody_wants_puts_in_order_what_it_began(tmp_path: Path) -> None:
    begun, ended = tmp_path / "begun", tmp_path / "ended"

    def work() -> None:
        try:
            begun.touch()
            time.sleep(600)
        finally:
            ended.touch()

    aside: Aside[None] | None = Aside(work)
    assert aside is not None
    aside.begin()
    deadline_s = time.monotonic() + PATIENCE_S
    while not begun.exists():
        assert time.monotonic() < deadline_s
        time.sleep(0.01)
    aside = None
    gc.collect()
    assert ended.exists()


def test_an_error_aside_is_raised_here(tmp_path: Path) -> None:
    aside = Aside((tmp_path / "không có").read_text)
    aside.begin()
    with pytest.raises(FileNotFoundError):
        aside.result()


def test_nothing_is_set_aside_where_it_would_only_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forking, "count_cores", lambda: 1)
    assert set_aside(os.getpid) is None
    monkeypatch.setattr(forking, "count_cores", lambda: 2)
    aside = set_aside(os.getpid)
    assert aside is not None
    aside.begin()
    assert aside.result() == aside.pid


# Each copy is told to end as it is born, and its handler would raise there: for nobody.
ENDED_AT_BIRTH = dedent("""
    import os, signal, sys
    from plugins.core.copies import Copy
    from plugins.core.forking import Aside

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))
    print(Aside(lambda: "done here").result())
    copy = Copy(lambda: lambda: None)
    copy.await_readiness()
    print(copy.wait())
""")


def test_a_copy_that_is_told_to_end_as_it_is_born_does_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDED_AT_BIRTH],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("done here\n1\n", 0), done.stderr
