"""Indexes: made where their input changed, kept below the cache, published by hard links."""

from __future__ import annotations

import os
import shutil
import sys
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.placing import Stamp, stamp_of
from plugins.search.engine import PROGRAM_FOLDER, EngineRun
from plugins.search.staging import render_words, stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from subprocess import Popen

    from plugins.core.output import Output
    from plugins.search.entry import Entry

WORDS = "words.json"
# How the files are made is input too: another recipe makes another index.
_RECIPE = tuple(
    (Path(__file__).parent / f"{name}.py").read_bytes() for name in ("engine", "entry", "staging")
)
_SHOWN_DIGITS = 12
_LEAST_KEPT = 8


def key_of(entries: Sequence[Entry], lang: str, engine: Path) -> str:
    """Return the name of the index of these entries."""
    status = engine.stat()
    return digest(*_RECIPE, str(status.st_size), lang, *map(repr, entries))[:_SHOWN_DIGITS]


class Indexer:
    """Makes the indexes of a language, one after another: the engine takes much memory."""

    def __init__(self, lang: str, engine: Path, cache_dir: Path) -> None:
        self._lang, self._engine, self._cache_dir = lang, engine, cache_dir
        self._making: _Making | None = None

    def begin(self, entries: Sequence[Entry], name: str) -> Path:
        """Return the folder that has the entries' index once the indexer has finished.

        Raises EngineError where the index before cannot be made.
        """
        folder = self._cache_dir / key_of(entries, self._lang, self._engine)
        if folder.is_dir():
            os.utime(folder)
            return folder
        self.finish()
        label = f"({self._lang}, {name}): {len(entries)}"
        sys.stderr.write(f"→ Lập chỉ mục tìm kiếm / indexing {label}\n")
        self._cache_dir.mkdir(parents=True, exist_ok=True)
        self._making = _Making(entries, self._lang, self._engine, folder)
        return folder

    def finish(self) -> None:
        """Wait for the index that is being made. Raises EngineError where it cannot be."""
        making, self._making = self._making, None
        if making is not None:
            making.finish()


class _Making:
    """One index on its way, in a folder of its own until it is whole."""

    def __init__(self, entries: Sequence[Entry], lang: str, engine: Path, folder: Path) -> None:
        place = Path(mkdtemp(dir=folder.parent, prefix=".tmp-"))
        self._folder, self._made = folder, place / "index"
        running: list[Popen[bytes]] = []
        # Also where the build ends before: nothing is left of it, and nobody at work.
        self._end = weakref.finalize(self, _abandon, running, place)
        texts = stage(entries, place / "staged")
        self._run = EngineRun(engine, place / "staged", lang, self._made)
        running.append(self._run.process)
        self._words = render_words(entries, texts)

    def finish(self) -> None:
        try:
            self._run.finish()
            write_atomically(self._made / WORDS, self._words.encode())
            self._made.rename(self._folder)
        finally:
            self._end()


def _abandon(running: Sequence[Popen[bytes]], place: Path) -> None:
    for process in running:
        process.kill()
        process.wait()
    shutil.rmtree(place, ignore_errors=True)


def publish_index(folder: Path, output: Output, target: str, program: str) -> None:
    """Put an index's files into the output, and those of the program where all share them.

    `target` and `program` are the places of their folders, with a slash at the end.
    """
    for name, stamp in _walk(folder):
        of_program = name.removeprefix(f"{PROGRAM_FOLDER}/")
        place = f"{target}{name}" if of_program == name else f"{program}{of_program}"
        if not output.keep(place, stamp):
            output.link(place, folder / name)


def _walk(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """Yield the place below a folder, with slashes, and the stamp of each file: there are many."""
    for above, _, names in os.walk(folder):
        inside = Path(above).relative_to(folder).as_posix()
        for name in names:
            place = name if inside == "." else f"{inside}/{name}"
            yield place, stamp_of(os.stat(f"{above}{os.sep}{name}"))  # noqa: PTH116 - no Path for each


def key_of_program(folder: Path) -> str:
    """Return a name of the program that an index came with."""
    files = sorted((folder / PROGRAM_FOLDER).iterdir())
    return digest(*(part for path in files for part in (path.name, path.read_bytes())))[
        :_SHOWN_DIGITS
    ]


def sweep(cache_dir: Path, used: int) -> None:
    """Remove the indexes that were not used for longest, but for twice as many as now are."""
    folders = [path for path in cache_dir.iterdir() if path.is_dir()] if cache_dir.is_dir() else []
    folders.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for folder in folders[max(_LEAST_KEPT, 2 * used) :]:
        shutil.rmtree(folder, ignore_errors=True)
