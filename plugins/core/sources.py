"""Every source as a document: read where something changed, else taken from the store."""

from __future__ import annotations

import pickle
import sqlite3
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest
from plugins.core.document import Document
from plugins.core.folders import sum_of
from plugins.core.forking import map_forked
from plugins.core.keeping import tell_of_damage
from plugins.core.lazy_text import LazyText
from plugins.core.looks import noting_looks
from plugins.core.problems import Problems
from plugins.core.reads import noting_reads
from plugins.core.store import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from plugins.core.folders import Tree
    from plugins.core.looks import Looks
    from plugins.core.running import Run
    from plugins.core.store import Store

# Where computing time ran out, the machine had its share in it: the next one may do better.
_NOT_FOR_KEEPS = frozenset({"source-slow"})
_BATCH = 500


class Read(NamedTuple):
    """One source's row, and the HTML that it does not hold."""

    place: str
    row: Row
    html: bytes


def read_documents(run: Run, tree: Tree, store: Store) -> list[Document]:
    """Return the document of each source of the tree. Problems of all sources are in the build."""
    places, known = tree.sources(), run.memory.rows_of(store)
    check = _Check(run, tree)
    current = {p: known[p] for p in places if p in known and check.is_current(p, known[p])}
    store.put_rows((place, check.refreshed[place]) for place in check.refreshed)
    store.forget(known.keys() - set(places))
    stale = [place for place in places if place not in current]
    current.update(_read_stale(run, tree, store, stale))
    texts = _Texts(run, tree, store)
    return [d for place in places if (d := _document_of(run, texts, place, current[place]))]


def _read_stale(run: Run, tree: Tree, store: Store, stale: list[str]) -> Iterator[tuple[str, Row]]:
    read = map_forked(partial(_read, run, tree), stale)
    for batch in _batches(read):
        store.put_documents(batch)
        yield from ((r.place, r.row) for r in batch)


def _batches(items: Iterable[Read]) -> Iterator[list[Read]]:
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


def _document_of(run: Run, texts: _Texts, place: str, row: Row) -> Document | None:
    outcome, problems = run.memory.heads.recall(place, row.head, pickle.loads)
    run.build.problems.extend(problems)
    if outcome is None:
        return None
    view, extras, links = outcome
    html = LazyText(partial(texts.html, place, row.html_stamp), row.html_stamp)
    document = Document(view, html, extras, links=links)
    document.view_stamp = row.view_stamp
    return document


class _Texts:
    """The texts that are kept. One that the store has lost is made from its source again."""

    def __init__(self, run: Run, tree: Tree, store: Store) -> None:
        self._run, self._tree, self._store = run, tree, store

    def html(self, place: str, stamp: str) -> str:
        kept = self._sound(place, stamp)
        return (self._again(place).html if kept is None else kept).decode()

    def _sound(self, place: str, stamp: str) -> bytes | None:
        """Return the HTML if it is what it was when it was kept."""
        try:
            text = self._store.html(place)
        except sqlite3.ProgrammingError:
            # A mistake of ours, as from a thread that is not the connection's.
            raise
        except sqlite3.Error:
            return None
        return text if digest(text) == stamp else None

    def _again(self, place: str) -> Read:
        tell_of_damage(self._store)
        # What is read of this other document is no page's matter.
        with noting_reads():
            return _read(self._run, self._tree, place)


def _read(run: Run, tree: Tree, place: str) -> Read:
    build = run.build
    before, build.problems = build.problems, Problems()
    started_ns, folder = time.time_ns(), place.rpartition("/")[0]
    # Before the file is read: what changes meanwhile is read again next time.
    total = tree.sum(folder)
    try:
        with noting_looks() as looks:
            document = run.read(Path(tree.base, place))
        problems = list(build.problems)
    finally:
        build.problems = before
    outcome = None if document is None else (document.view, document.extras, document.links)
    is_for_keeps = not any(one.code in _NOT_FOR_KEEPS for one in problems)
    since, until = _span(looks, run.reader.now)
    row = Row(
        folder_stamp=tree.stamp(folder, started_ns) if is_for_keeps else (),
        folder_sum=total if is_for_keeps else "",
        looks=tuple((path, sum_of(path)) for path in _outside(looks, f"{tree.base}/{folder}/")),
        since=since,
        until=until,
        head=pickle.dumps((outcome, problems), protocol=5),
        view_stamp="" if document is None else document.view_stamp,
        html_stamp="" if document is None else document.html_stamp,
    )
    return Read(place, row, b"" if document is None else document.html.encode())


def _outside(looks: Looks, folder: str) -> list[str]:
    """Return the paths that the folder's own files do not tell of."""
    beside = len(folder)
    return sorted(
        path
        for path in looks.paths
        if f"{path}/" != folder and (not path.startswith(folder) or "/" in path[beside:])
    )


def _span(looks: Looks, now: datetime) -> tuple[float, float]:
    """Return the moments between which the clock changes nothing."""
    moments, moment = [one.timestamp() for one in looks.moments], now.timestamp()
    since = max((m for m in moments if m <= moment), default=float("-inf"))
    return since, min((m for m in moments if m > moment), default=float("inf"))


class _Check:
    """Tells whether a row still holds; `refreshed` has rows whose files are new and the same."""

    def __init__(self, run: Run, tree: Tree) -> None:
        self._tree, self._now = tree, run.reader.now.timestamp()
        self._now_ns = time.time_ns()
        self._sums: dict[str, str] = {}
        self.refreshed: dict[str, Row] = {}

    def is_current(self, place: str, row: Row) -> bool:
        if not row.since <= self._now < row.until:
            return False
        return all(self._sum(p) == s for p, s in row.looks) and self._is_same_folder(place, row)

    def _sum(self, path: str) -> str:
        if path not in self._sums:
            self._sums[path] = sum_of(path)
        return self._sums[path]

    def _is_same_folder(self, place: str, row: Row) -> bool:
        folder = place.rpartition("/")[0]
        stamp = self._tree.stamp(folder, self._now_ns)
        if stamp and stamp == row.folder_stamp:
            return True
        if self._tree.sum(folder) != row.folder_sum:
            return False
        self.refreshed[place] = row._replace(folder_stamp=stamp)
        return True
