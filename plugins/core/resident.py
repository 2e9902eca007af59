"""A process that stays, and has what is slow to get: each build runs in a copy of it.

    python -m plugins.core.resident <the arguments of pelican>

Each line on its standard input is a name for what it asks. "build …" is answered once the build is
over, any other as soon as this process waits again; the answer is the line and a status. Between
them is what the build says, and the line PAGES where they are there to be looked at already. Where
its code or settings have changed it ends instead, with the status CHANGED: a process that is
started anew does that build. It holds no lock and no connection while it waits, and never alters
what it has: the copies begin with what is on the disk.
"""

from __future__ import annotations

import logging
import signal
import sqlite3
import sys
import time
from contextlib import closing, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from pelican import LOG_HANDLERS, get_instance, init_logging, parse_arguments

from plugins.core import current_run, pipeline, start_run
from plugins.core.copies import INTERRUPTED, Copy
from plugins.core.folders import is_hidden
from plugins.core.forking import Aside
from plugins.core.keeping import lock, place_of_store
from plugins.core.memory import Memory
from plugins.core.names import Names
from plugins.core.originals import Originals
from plugins.core.placing import look_at
from plugins.core.store import Store

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pelican import Pelican

    from plugins.core.placing import Look

BUILD = "build"
PAGES = "pages are there"
CHANGED = 75

log = logging.getLogger(__name__)


class Resident:
    """Builds with a Pelican that is made, and remembers what the store holds."""

    def __init__(self, pelican: Pelican, originals: Originals) -> None:
        self._pelican, self._originals = pelican, originals
        self._memory = Memory(current_run().memory.recipe, lasts=True)
        build = current_run().build
        self._memory.names = self._sources = Names(str(build.content_dir), is_hidden)
        self._published = Names(str(build.output.folder))

    def answer(self, requests: Iterable[str]) -> int:
        """Build at each request, until there are no more; return the status to end with."""
        copy = self._get_ready()
        for request in requests:
            is_build = request.startswith(BUILD)
            if self._originals.have_changed():
                copy.end()
                return CHANGED
            if is_build:
                while not copy.begin():
                    copy = Copy(self._prepare)
                tell(request, copy.wait())
                copy = self._get_ready()
            else:
                copy.await_readiness()
                tell(request, 0)
        copy.end()
        return 0

    def _get_ready(self) -> Copy:
        """Return the copy that does the next build, with all that is known of the store by now."""
        self._remember()
        return Copy(self._prepare)

    def _prepare(self) -> Callable[[], None]:
        output = current_run().build.output
        look = Aside(partial(look_at, str(output.folder), self._published))
        self._memory.make_own()
        for step in pipeline.current().waiting:
            step(current_run().build)
        return partial(self._build, look)

    def _build(self, look: Aside[Look]) -> None:
        with ending_as_pelican():
            start_run(self._pelican, self._memory)
            current_run().look = look
            current_run().build.show_so_far = partial(say, PAGES)
            self._pelican.run()

    def _remember(self) -> None:
        """Take over what output and store have got, the latter unless a build is at it."""
        self._sources.learn()
        self._published.learn()
        build, memory = current_run().build, self._memory
        build.output.remember(memory.outputs)
        path = place_of_store(build.cache_dir, memory.recipe)
        held = lock(build.cache_dir, waits=False) if path.is_file() else None
        if held is None:
            return
        # A damaged one is the next build's matter.
        with held, suppress(sqlite3.Error), closing(Store(path)) as store:
            memory.learn(store)


def tell(request: str, status: int) -> None:
    say(f"{request.strip()} {status}")


def say(line: str) -> None:
    sys.stdout.write(f"\n{line}\n")
    sys.stdout.flush()


@contextmanager
def ending_as_pelican() -> Iterator[None]:
    """Let what goes wrong end this process as it ends the command `pelican`."""
    try:
        yield
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
    with suppress(KeyboardInterrupt):
        pelican = _start(parse_arguments(arguments))
        return Resident(pelican, Originals(began_ns)).answer(sys.stdin)
    return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
