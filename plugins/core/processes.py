"""Processes of this machine that keep what their work shares; one that is killed is replaced."""

from __future__ import annotations

import multiprocessing
import multiprocessing.forkserver
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plugins.core.forking import CAN_FORK, end_with_the_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

# No copies of this process: a fork of a program with threads may stop for ever. Where the system
# has forks, they are copies of one that has no threads, and has loaded what all of them need.
_CONTEXT = multiprocessing.get_context("forkserver" if CAN_FORK else "spawn")

_work: Callable[[Any], Any]


def expect(modules: Sequence[str]) -> None:
    """Begin what processes are copies of: it loads these modules, while this process goes on.

    The first who expects anything decides; what it has not loaded, each process loads by itself.
    """
    if CAN_FORK:
        multiprocessing.set_forkserver_preload(list(modules))
        multiprocessing.forkserver.ensure_running()


class Processes(Generic[Shared, Item, Result]):
    """So many processes, each of which calls `function(shared, item)`; `shared` is sent once.

    They have loaded `modules`, as `expect` tells.
    """

    def __init__(
        self,
        function: Callable[[Shared, Item], Result],
        shared: Shared,
        count: int,
        modules: Sequence[str] = (),
    ) -> None:
        expect(modules)
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
        return ProcessPoolExecutor(self._count, _CONTEXT, _keep, self._kept)


def _keep(function: Callable[[Shared, Item], Result], shared: Shared) -> None:
    global _work  # noqa: PLW0603 - a process's own memory: a pool has no other place for it
    end_with_the_parent()
    _work = partial(function, shared)


def _do(item: Any) -> Any:  # noqa: ANN401 - of any type, as a pool's functions are
    return _work(item)
