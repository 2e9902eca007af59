"""An ordered map over copies of this process, which have all that it has read."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.core.workers import count_cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

# A worker's start costs about what so many small tasks do.
_LEAST_ITEMS = 32
_SHARES = 16
_LARGEST_SHARE = 64
# macOS has forks, and libraries that do not bear them.
_CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"

_task: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def map_forked(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int | None = None
) -> Iterator[Result]:
    """Yield `function` of each item, in order, as they are done; only results are sent.

    The copies begin with what this process has in memory now. The first exception is raised here.
    Where there is one core, or little to do, it is done in this process.
    """
    number = workers or count_cores()
    if number < 2 or len(items) < _LEAST_ITEMS or not _CAN_FORK:  # noqa: PLR2004 - alone
        yield from map(function, items)
        return
    size = min(_LARGEST_SHARE, -(-len(items) // (number * _SHARES)))
    shares = [range(n, min(n + size, len(items))) for n in range(0, len(items), size)]
    with _shared(function, items):
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(number, mp_context=context) as pool:
            for results in pool.map(_do_share, shares):
                yield from results


@contextmanager
def _shared(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[None]:
    """Leave the task where the copies find it, and the collector nothing to touch there."""
    global _task  # noqa: PLW0603 - forked processes know only what they were born with
    _task = (function, items)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        _task = None


def _do_share(share: range) -> list[Any]:
    if _task is None:
        raise RuntimeError("no task was shared")
    function, items = _task
    return [function(items[number]) for number in share]
