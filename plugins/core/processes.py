"""Processes of this machine that keep what their work shares; one that is killed is replaced."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_work: Callable[[Any], Any]


class Processes(Generic[Shared, Item, Result]):
    """So many processes, each of which calls `function(shared, item)`; `shared` is sent once."""

    def __init__(
        self, function: Callable[[Shared, Item], Result], shared: Shared, count: int
    ) -> None:
        self._kept = function, shared
        self._count = count
        self._pool = self._start()

    def submit(self, item: Item) -> Future[Result]:
        """Begin an item. Its future raises BrokenProcessPool if any process is killed meanwhile."""
        try:
            return self._pool.submit(_do, item)
        except BrokenProcessPool:
            self._pool = self._start()
            return self._pool.submit(_do, item)

    def close(self) -> None:
        """Wait for what is being done; the rest is not begun."""
        self._pool.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Fresh ones: a fork of a program with threads may stop for ever.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._count, context, _keep, self._kept)


def _keep(function: Callable[[Shared, Item], Result], shared: Shared) -> None:
    global _work  # noqa: PLW0603 - a process's own memory: a pool has no other place for it
    _work = partial(function, shared)


def _do(item: Any) -> Any:  # noqa: ANN401 - of any type, as a pool's functions are
    return _work(item)
