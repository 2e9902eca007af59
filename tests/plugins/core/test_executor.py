"""Tasks: in order, a few at a time, the first failure told, a killed process survived."""

from __future__ import annotations

import multiprocessing
import threading
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from plugins.core.executor import LocalExecutor, Task, TaskLostError, do_alone
from tests.plugins.core import tasks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def number(count: int) -> Iterator[tuple[str, int]]:
    return ((f"item {n}", n) for n in range(count))


@pytest.mark.parametrize("own_process", [False, True])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_with_their_names_in_order(
    workers: int, count: int, *, own_process: bool
) -> None:
    task = Task("x", tasks.add, 100, own_process=own_process)
    done = LocalExecutor(workers).map_in_order(task, number(count), count)
    assert list(done) == [(f"item {n}", 100 + n) for n in range(count)]


def test_the_order_holds_where_the_first_is_the_last_to_be_done() -> None:
    is_last_done = threading.Event()

    def wait(_shared: None, item: int) -> int:
        if item == 0:
            assert is_last_done.wait(timeout=30)
        if item == 3:
            is_last_done.set()
        return item

    done = LocalExecutor(4).map_in_order(Task("x", wait, None), number(4), 4)
    assert [item for _, item in done] == [0, 1, 2, 3]


def test_items_are_asked_for_as_workers_get_free() -> None:
    asked: list[int] = []

    def ask() -> Iterator[tuple[int, int]]:
        for n in range(1000):
            asked.append(n)
            yield n, n

    done = LocalExecutor(2).map_in_order(Task("x", tasks.add, 0), ask(), 1000)
    next(done)
    assert len(asked) < 20


@pytest.mark.parametrize("own_process", [False, True])
def test_the_first_failure_stops_all_and_is_raised(*, own_process: bool) -> None:
    task = Task("x", tasks.divide, 6, own_process=own_process)
    done = LocalExecutor(2).map_in_order(task, [(n, 3 - n) for n in range(100)], 100)
    found: list[float] = []
    with pytest.raises(ZeroDivisionError):
        found.extend(result for _, result in done)
    assert found == [2, 3, 6]


def test_little_is_done_here_unless_it_asks_for_a_process() -> None:
    here = multiprocessing.current_process().pid
    threads = Task("x", tasks.tell_process, 0)
    ((_, found),) = LocalExecutor().map_in_order(threads, number(1), 1)
    assert found == here
    processes = Task("x", tasks.tell_process, 0, own_process=True)
    ((_, found),) = LocalExecutor().map_in_order(processes, number(1), 1)
    assert found != here


def test_who_stops_listening_leaves_no_process() -> None:
    task = Task("x", tasks.add, 0, own_process=True)
    before = set(multiprocessing.active_children())
    done = LocalExecutor(2).map_in_order(task, number(500), 500)
    next(done)
    assert set(multiprocessing.active_children()) > before
    del done
    assert set(multiprocessing.active_children()) == before


def test_what_a_killed_process_had_is_done_again(tmp_path: Path) -> None:
    task = Task("x", tasks.end_process_once, str(tmp_path / "killed"), own_process=True)
    done = LocalExecutor(2).map_in_order(task, number(30), 30)
    assert [item for _, item in done] == list(range(30))
    assert (tmp_path / "killed").exists()


def test_an_item_that_kills_each_process_is_named() -> None:
    task = Task("PDF", tasks.end_process, 7, own_process=True)
    found: list[int] = []
    with pytest.raises(TaskLostError) as caught:
        found.extend(item for _, item in LocalExecutor(2).map_in_order(task, number(30), 30))
    assert found == list(range(7))
    assert caught.value.name == "item 7"
    assert str(caught.value) == (
        "WORKERS:1 — PDF: “item 7” làm dừng mọi tiến trình xử lý nó, có lẽ vì thiếu bộ nhớ.\n"
        "  Cách sửa: xem lại tệp hoặc bài này; máy ít bộ nhớ thì đặt WORKERS = {'local': 1}.\n"
        "  (It ends every process that works on it, perhaps for want of memory. "
        "Look at this file or article; on a small machine set WORKERS = {'local': 1}.)"
    )


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_where_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, int]] = []

    def track(results: Iterator[str], *, description: str, total: int, **_: bool) -> Iterator[str]:
        shown.append((description, total))
        return results

    monkeypatch.setattr("plugins.core.workers.track", track)
    monkeypatch.delenv("CI", raising=False)
    task = Task("PDF", tasks.add, 1)
    for terminal in (StringIO(), Terminal()):
        monkeypatch.setattr("sys.stderr", terminal)
        assert len(list(LocalExecutor(2).map_in_order(task, number(3), 3))) == 3
        assert list(LocalExecutor(2).map_in_order(task, number(0), 0)) == []
    assert shown == [("PDF", 3)]


def test_an_item_alone_has_a_process_of_its_own() -> None:
    assert (
        do_alone(Task("x", tasks.tell_process, 0), "a", 1) != multiprocessing.current_process().pid
    )
