"""An ordered map over copies of this process, which have all that it has read."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import weakref
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from plugins.core.workers import count_cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

# A worker's start costs about what so many small tasks do.
_LEAST_ITEMS = 32
_SHARES = 16
_LARGEST_SHARE = 64
# macOS has forks, and libraries that do not bear them.
CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"

LOST = (
    "→ Hệ thống đã dừng một tiến trình của lần dựng, thường vì hết bộ nhớ. Hãy dựng lại; nếu vẫn "
    "vậy, hãy dành thêm bộ nhớ.\n"
    "  The system ended a process of the build, mostly since memory ran out. Build again; if it "
    "stays so, give it more memory."
)

_most: int | None = None
_task: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


class WorkerLostError(RuntimeError):
    """A copy of this process was ended from outside."""


def use_at_most(workers: int | None) -> None:
    """Let so many copies work at once from now on; None means one for each core."""
    global _most  # noqa: PLW0603 - a setting of the whole run
    _most = workers


def map_forked(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int | None = None
) -> Iterator[Result]:
    """Yield `function` of each item, in order, as they are done; only results are sent.

    The copies begin with what this process has in memory now. The first exception is raised here;
    WorkerLostError where a copy is killed. Where there is one core, or little to do, it is done in
    this process.
    """
    number = workers or _most or count_cores()
    if number < 2 or len(items) < _LEAST_ITEMS or not CAN_FORK:  # noqa: PLR2004 - alone
        yield from map(function, items)
        return
    size = min(_LARGEST_SHARE, -(-len(items) // (number * _SHARES)))
    shares = [range(n, min(n + size, len(items))) for n in range(0, len(items), size)]
    with _shared(function, items):
        context = multiprocessing.get_context("fork")
        try:
            with ProcessPoolExecutor(number, context, end_with_the_parent) as pool:
                for results in pool.map(_do_share, shares):
                    yield from results
        except BrokenProcessPool as error:
            raise WorkerLostError(LOST) from error


def set_aside(function: Callable[[], Result]) -> Aside[Result] | None:
    """Return a copy of this process for a function; None where it would have to wait for this."""
    is_alone = (_most or count_cores()) < 2  # noqa: PLR2004 - no other core
    return None if is_alone or not CAN_FORK else Aside(function)


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


class Aside(Generic[Result]):
    """A function that a copy of this process does once it is told to, while this one goes on.

    The copy ends with this process, and as soon as nobody wants its result any more.
    """

    def __init__(self, function: Callable[[], Result]) -> None:
        context = multiprocessing.get_context("fork")
        self._function = function
        self._own, its = context.Pipe()
        copy = context.Process(target=_do_aside, args=(its, self._own, function), daemon=True)
        with keeping_ends_back():
            copy.start()
        self.pid = copy.pid or 0
        its.close()
        weakref.finalize(self, _end_copy, copy, os.getpid())

    def begin(self) -> None:
        with suppress(OSError):
            self._own.send_bytes(b"")

    def result(self) -> Result:
        """Wait for the result; what a copy could not do is done here."""
        try:
            result: Result = self._own.recv()
        except (OSError, EOFError):
            return self._function()
        return result


def _end_copy(copy: BaseProcess, owner: int) -> None:
    # Other copies of this process know of it as well.
    if os.getpid() == owner:
        copy.terminate()
        copy.join()


def _do_aside(its: Connection, others: Connection, function: Callable[[], object]) -> None:
    others.close()
    # Ctrl-C is for all that a terminal has started: whoever waits is ended with its parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, leave)
    hear_of_ends()
    end_with_the_parent()
    # Whoever began it may be gone before it wants anything, or go wrong by itself.
    with suppress(OSError, EOFError):
        its.recv_bytes()
        its.send(function())


@contextmanager
def keeping_ends_back() -> Iterator[None]:
    """Fork so that a copy hears of a polite end as soon as it can bear it, and not before.

    What a handler raises while Python puts a new copy in order is lost, and the copy goes on.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hear_of_ends() -> None:
    """Hear of polite ends from now on, in a copy that has a handler for them."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a polite end wait until the block is over: what is begun there is known by then."""
    told: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        for number in told:
            signal.raise_signal(number)


def leave(_signal: int, _frame: object) -> NoReturn:
    """End as a program does, so that what was begun is put in order: once, and undisturbed."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def end_with_the_parent() -> None:
    """See to it that no copy outlives a build that is killed: it would hold its lock for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        end_with(parent.sentinel)


def end_with(sentinel: int) -> None:
    """End this process as soon as something can be read from `sentinel`, or is over there."""
    Thread(target=_await_the_end, args=(sentinel,), daemon=True).start()


def _await_the_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _do_share(share: range) -> list[Any]:
    if _task is None:
        raise RuntimeError("no task was shared")
    function, items = _task
    return [function(items[number]) for number in share]
