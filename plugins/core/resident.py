"""A process that stays, and has what is slow to get: each build runs in a copy of it.

    python -m plugins.core.resident <the arguments of pelican>

Each line on its standard input is a name for what it asks. "build …" is answered once the build is
over, any other as soon as this process waits again; the answer is the line and a status. Between
them is what the build says. Where its code or settings have changed it ends instead, with the
status CHANGED: a process that is started anew does that build. It holds no lock and no connection
while it waits, and never alters what it has: the copies begin with what is on the disk.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import signal
import sqlite3
import sys
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from pelican import LOG_HANDLERS, get_instance, init_logging, parse_arguments

from plugins.core import current_run, start_run
from plugins.core.forking import LOST, end_with
from plugins.core.keeping import lock, place_of_store
from plugins.core.memory import Memory
from plugins.core.originals import Originals
from plugins.core.store import Store

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from pelican import Pelican

BUILD = "build"
CHANGED = 75
_SIGNALLED = 128
_INTERRUPTED = _SIGNALLED + signal.SIGINT

log = logging.getLogger(__name__)


class Resident:
    """Builds with a Pelican that is made, and remembers what the store holds."""

    def __init__(self, pelican: Pelican, originals: Originals) -> None:
        self._pelican, self._originals = pelican, originals
        self._memory = Memory(current_run().memory.recipe, lasts=True)

    def answer(self, requests: Iterable[str]) -> int:
        """Build at each request, until there are no more; return the status to end with."""
        self._remember()
        for request in requests:
            if self._originals.have_changed():
                return CHANGED
            is_build = request.startswith(BUILD)
            status = self._build() if is_build else 0
            sys.stdout.write(f"\n{request.strip()} {status}\n")
            sys.stdout.flush()
            if is_build:
                self._remember()
        return 0

    def _build(self) -> int:
        """Build in a copy of this process; return its status as a shell tells it."""
        sys.stdout.flush()
        copys_end, own_end = os.pipe()
        # Nothing that is here now shall be touched, and thereby copied, to look for rubbish.
        gc.freeze()
        pid = os.fork()
        if pid == 0:
            os.close(own_end)
            self._be_a_copy(copys_end)
        try:
            return _wait_for(pid)
        finally:
            os.close(own_end)
            os.close(copys_end)

    def _be_a_copy(self, parents_end: int) -> NoReturn:
        end_with(parents_end)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        # The next request is not for whatever the build starts.
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, sys.stdin.fileno())
        with ending_as_pelican():
            start_run(self._pelican, self._memory)
            self._pelican.run()
        sys.exit()

    def _remember(self) -> None:
        """Take over what the store has got, unless a build is at it."""
        build, memory = current_run().build, self._memory
        path = place_of_store(build.cache_dir, memory.recipe)
        held = lock(build.cache_dir, waits=False) if path.is_file() else None
        if held is None:
            return
        # A damaged one is the next build's matter, and has told nothing that is wrong.
        with held, suppress(sqlite3.Error), closing(Store(path)) as store:
            rows = store.rows(memory.rows)
            for place, row in rows.items():
                memory.heads.recall(place, row.head, pickle.loads)
            records = store.records(memory.records)
            memory.rows.keep_only(rows)
            memory.heads.keep_only(rows)
            memory.records.keep_only(records)


def _wait_for(pid: int) -> int:
    """Return a copy's status. An interrupted wait ends the copy first."""
    try:
        _, status = os.waitpid(pid, 0)
    except KeyboardInterrupt:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
        raise
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        sys.stderr.write(f"{LOST}\n")
        sys.stderr.flush()
    return code if code >= 0 else _SIGNALLED - code


@contextmanager
def ending_as_pelican() -> Iterator[None]:
    """Let what goes wrong end this process as it ends the command `pelican`."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception as error:
        log.critical("%s: %s", type(error).__name__, error, exc_info=True)
        sys.exit(getattr(error, "exitcode", 1))


def _start(given: Namespace) -> Pelican:
    init_logging(
        level=given.verbosity,
        fatal=given.fatal,
        name="pelican",
        handler=LOG_HANDLERS[given.log_handler],
        logs_dedup_min_level=getattr(logging, given.logs_dedup_min_level),
    )
    with ending_as_pelican():
        pelican, _ = get_instance(given)
        return pelican


def main(arguments: Sequence[str] | None = None) -> int:
    began_ns = time.time_ns()
    # Whoever started it ends it politely; a copy that is at work ends before it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    pelican = _start(parse_arguments(arguments))
    with suppress(KeyboardInterrupt):
        return Resident(pelican, Originals(began_ns)).answer(sys.stdin)
    return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
