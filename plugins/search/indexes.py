"""Indexes: made where their input changed, kept below the cache, published by hard links."""

from __future__ import annotations

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.placing import Stamp, stamp_of
from plugins.search.engine import PROGRAM_FOLDER, run_engine
from plugins.search.staging import render_words, stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def make_index(
    entries: Sequence[Entry], lang: str, engine: Path, cache_dir: Path, name: str
) -> Path:
    """Return the folder of the entries' index, made where it is not there yet."""
    folder = cache_dir / key_of(entries, lang, engine)
    if folder.is_dir():
        os.utime(folder)
        return folder
    sys.stderr.write(f"→ Lập chỉ mục tìm kiếm / indexing ({lang}, {name}): {len(entries)}\n")
    cache_dir.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=cache_dir, prefix=".tmp-") as place:
        staged, made = Path(place) / "staged", Path(place) / "index"
        stage(entries, staged)
        # The engine is a program of its own, on one core: the words are counted on another.
        with ThreadPoolExecutor(1) as engines:
            running = engines.submit(run_engine, engine, staged, lang, made)
            words = render_words(entries)
            running.result()
        write_atomically(made / WORDS, words.encode())
        made.rename(folder)
    return folder


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
