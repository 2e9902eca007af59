"""An ordered map over this machine's cores, with a progress bar where somebody watches."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from rich.progress import track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

log = logging.getLogger(__name__)


def count_cores() -> int:
    """Return how many cores this process may use (not how many the machine has)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_in_order(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    label: str,
    processes: bool = False,
    workers: int | None = None,
) -> list[Result]:
    """Return `function` of each item, in order. The first exception stops the map and is raised.

    For work on this machine's files; what any machine could do is a `Task` of an executor.
    Threads by default; `processes` starts fresh ones, for what holds the interpreter's lock: the
    function and its items must then be picklable. One item is done here, with no worker at all.
    """
    if len(items) < 2 and not processes:  # noqa: PLR2004 - nothing to share out
        return [function(item) for item in items]
    if not items:
        return []
    with _executor(processes=processes, workers=min(workers or count_cores(), len(items))) as pool:
        return list(watch(pool.map(function, items), label, len(items)))


def watch(results: Iterable[Result], label: str, total: int) -> Iterator[Result]:
    """Yield the results as they come: behind a bar at a terminal, after a line in a log."""
    if total and sys.stderr.isatty() and "CI" not in os.environ:
        yield from track(results, description=label, total=total, transient=True)
        return
    if total:
        log.info("%s: %d", label, total)
    yield from results


def _executor(*, processes: bool, workers: int) -> Executor:
    if processes:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context)
    return ThreadPoolExecutor(workers)
