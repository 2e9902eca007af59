"""Workers: results in order, the first failure told, nothing started for nothing."""

from __future__ import annotations

import threading

import pytest

from plugins.core.workers import count_cores, map_in_order


def test_results_come_in_the_order_of_their_items() -> None:
    is_last_done = threading.Event()

    def wait(number: int) -> int:
        # The first item finishes last, whatever the machine does.
        if number == 0:
            assert is_last_done.wait(timeout=30)
        if number == 3:
            is_last_done.set()
        return number * 10

    assert map_in_order(wait, [0, 1, 2, 3], label="x", workers=4) == [0, 10, 20, 30]


@pytest.mark.parametrize("items", [[], [1]])
def test_little_is_done_here_and_now(items: list[int]) -> None:
    threads = map_in_order(lambda _: threading.current_thread(), items, label="x")
    assert threads == [threading.current_thread()] * len(items)


def test_a_failure_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        map_in_order(lambda n: 1 // n, [1, 0, 1], label="x")


def test_there_is_a_core() -> None:
    assert count_cores() >= 1
