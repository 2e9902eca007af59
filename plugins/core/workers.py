"""An ordered map over this machine's cores, with a progress bar where somebody watches."""

from __future__ import annotations

import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor
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
    workers: int | None = None,
) -> list[Result]:
    """Return `function` of each item, in order. The first exception stops the map and is raised.

    For work on this machine's files; what any machine could do is a `Task` of an executor.
    Threads do it: what holds the interpreter's lock is for copies of the process (`forking`). One
    item is done here, with no worker at all.
    """
    if len(items) < 2:  # noqa: PLR2004 - nothing to share out
        return [function(item) for item in items]
    with ThreadPoolExecutor(min(workers or count_cores(), len(items))) as pool:
        return list(watch(pool.map(function, items), label, len(items)))


def watch(results: Iterable[Result], label: str, total: int) -> Iterator[Result]:
    """Yield the results as they come: behind a bar at a terminal, after a line in a log."""
    if total and sys.stderr.isatty() and "CI" not in os.environ:
        yield from track(results, description=label, total=total, transient=True)
        return
    if total:
        log.info("%s: %d", label, total)
    yield from results
