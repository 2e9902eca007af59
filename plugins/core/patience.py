"""A block of code that ends after so much computing time, whatever it does."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# Again and again, since what runs may be where exceptions are lost.
_REPEAT_S = 1


class OutOfTimeError(RuntimeError):
    """The block has used up its computing time."""


@contextmanager
def within_cpu_time(seconds: int) -> Iterator[None]:
    """Raise OutOfTimeError in the block once this process has computed so long.

    Computing time, since a busy machine is no fault of the text. Regular expressions look for
    signals as they run, so that even a catastrophic one ends. Systems without such a timer, and
    threads other than the main one, are given no bound.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    _listen()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _REPEAT_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@cache
def _listen() -> None:
    """Take the signal, once a process: nobody sends it while no block runs."""
    signal.signal(signal.SIGVTALRM, _give_up)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
