"""A copy of this process that is made before it is needed, and works once it is told to."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from plugins.core.forking import LOST, end_with, hear_of_ends, keeping_ends_back, leave

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

_SIGNALLED = 128
INTERRUPTED = _SIGNALLED + signal.SIGINT


class Copy:
    """A copy that has done `prepare()`, and waits to do what that has returned.

    It ends as a program does, with what is above on the stack left by an exception: nothing there
    may catch SystemExit, or put anything in order. Where this process ends first, so does the copy.
    """

    def __init__(self, prepare: Callable[[], Callable[[], None]]) -> None:
        sys.stdout.flush()
        self._own, its = multiprocessing.Pipe()
        self._is_ready = False
        with keeping_ends_back():
            self._pid = os.fork()
            if self._pid == 0:
                self._own.close()
                _be_a_copy(its, prepare)
        its.close()

    def await_readiness(self) -> None:
        """Wait until it has prepared itself, once."""
        with suppress(OSError, EOFError):
            if not self._is_ready:
                self._own.recv_bytes()
        self._is_ready = True

    def begin(self) -> bool:
        """Let it work; tell whether it is there to do so."""
        try:
            self._own.send_bytes(b"")
        except OSError:
            self.end()
            return False
        return True

    def wait(self) -> int:
        """Return its status as a shell tells it. Whoever is interrupted has ended it."""
        try:
            _, status = os.waitpid(self._pid, 0)
        except KeyboardInterrupt:
            self.end()
            raise
        self._own.close()
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            sys.stderr.write(f"{LOST}\n")
            sys.stderr.flush()
        return code if code >= 0 else _SIGNALLED - code

    def end(self) -> None:
        self._own.close()
        os.kill(self._pid, signal.SIGTERM)
        os.waitpid(self._pid, 0)


def _be_a_copy(its: Connection, prepare: Callable[[], Callable[[], None]]) -> NoReturn:
    # Ctrl-C is for all that a terminal has started: whoever waits is ended by its parent.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, leave)
    hear_of_ends()
    # What this process is asked is not for whatever its copy starts.
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    work = prepare()
    try:
        its.send_bytes(b"")
        its.recv_bytes()
    except (OSError, EOFError):
        # It ends already: another word of it would only disturb that.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        sys.exit()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # At once, and without a word: what Ctrl-C has interrupted may be ending already.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(its.fileno())
    try:
        work()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit()
