"""Indexes: made where their input changed, kept below the cache, published by hard links."""

from __future__ import annotations

import math
import shutil
import sys
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest, write_atomically
from plugins.core.forking import undisturbed
from plugins.core.placing import look_at
from plugins.search.engine import PROGRAM_FOLDER, EngineError, EngineRun
from plugins.search.staging import own_text_of
from plugins.search.words import render_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plugins.core.output import Output
    from plugins.search.entry import Entry
    from plugins.search.pool import Pool

WORDS = "words.json"
# How the files are made is input too: another recipe makes another index.
_RECIPE = tuple((Path(__file__).parent / f"{name}.py").read_bytes() for name in ("engine", "words"))
_SHOWN_DIGITS = 12
_LEAST_KEPT = 8
# So many articles have the words that readers may mistype.
_COUNTED_ENTRIES = 2000


def key_of(names: Iterable[str], lang: str, engine_sum: str) -> str:
    """Return the name of the index of the entries of these names."""
    return digest(*_RECIPE, engine_sum, lang, *names)[:_SHOWN_DIGITS]


def key_of_program(engine_sum: str) -> str:
    """Return a name of the program that indexes of an engine come with."""
    return digest(*_RECIPE, engine_sum)[:_SHOWN_DIGITS]


class Job(NamedTuple):
    """An index to be made: who makes it, where it shall be, what a progress line calls it.

    `entries` are by the names of their files.
    """

    engine: Path
    folder: Path
    lang: str
    label: str
    entries: Mapping[str, Entry]


def make_indexes(pool: Pool, jobs: Sequence[Job]) -> str:
    """Make indexes in their order; return what went wrong, "" where nothing did.

    The engine takes much memory: it works on one at a time, while the next is prepared.
    """
    try:
        with ExitStack() as stack:
            before: list[_Making] = []
            for job in jobs:
                _tell_of(job)
                making = stack.enter_context(_preparing(pool, job))
                for one in before:
                    one.finish()
                making.begin()
                before = [making]
            for one in before:
                one.finish()
    except (EngineError, OSError) as error:
        return str(error)
    return ""


def _tell_of(job: Job) -> None:
    label = f"({job.lang}, {job.label}): {len(job.entries)}"
    sys.stderr.write(f"→ Lập chỉ mục tìm kiếm / indexing {label}\n")


@contextmanager
def _preparing(pool: Pool, job: Job) -> Iterator[_Making]:
    """Lend an index whose input is there. In the end nobody is at work, and no half is left."""
    parent = job.folder.parent
    parent.mkdir(parents=True, exist_ok=True)
    place = Path(mkdtemp(dir=parent, prefix=".tmp-"))
    making = _Making(job, place)
    try:
        pool.stage(job.entries, making.staged)
        yield making
    finally:
        making.end()
        shutil.rmtree(place, ignore_errors=True)


class _Making:
    """One index on its way, in a folder of its own until it is whole."""

    def __init__(self, job: Job, place: Path) -> None:
        self._job, self._made = job, place / "index"
        self.staged = place / "staged"
        self._run: EngineRun | None = None
        self._words = ""

    def begin(self) -> None:
        """Let the engine work, and find the words meanwhile."""
        with undisturbed():
            self._run = EngineRun(self._job.engine, self.staged, self._job.lang, self._made)
        names = islice(self._job.entries, _COUNTED_ENTRIES)
        self._words = render_words(own_text_of((self.staged / n).read_text("utf-8")) for n in names)

    def finish(self) -> None:
        """Wait for the index. Raises EngineError where it cannot be made."""
        if self._run is not None:
            self._run.finish()
            write_atomically(self._made / WORDS, self._words.encode())
            self._made.rename(self._job.folder)

    def end(self) -> None:
        if self._run is not None:
            self._run.end()


def publish_index(folder: Path, output: Output, target: str, program: str) -> None:
    """Put an index's files into the output, and those of the program where all share them.

    `target` and `program` are the places of their folders, with a slash at the end.
    """
    files, _ = look_at(str(folder))
    for name, stamp in files.items():
        of_program = name.removeprefix(f"{PROGRAM_FOLDER}/")
        place = f"{target}{name}" if of_program == name else f"{program}{of_program}"
        if not output.keep(place, stamp):
            output.link(place, folder / name)


def sweep(cache_dir: Path, used: int) -> None:
    """Remove the indexes that were not used for longest, but for twice as many as now are.

    One that is made meanwhile may take the place of the folder that it was made in.
    """
    folders = [path for path in cache_dir.iterdir() if path.is_dir()] if cache_dir.is_dir() else []
    folders.sort(key=_used_at, reverse=True)
    for folder in folders[max(_LEAST_KEPT, 2 * used) :]:
        shutil.rmtree(folder, ignore_errors=True)


def _used_at(folder: Path) -> float:
    """Return when (s) a folder was used last; one that is gone by now need not go."""
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return math.inf
