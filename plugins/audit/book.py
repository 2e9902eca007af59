"""The book of the files that were sound, by their sums: they need not be looked at again."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from plugins.audit.ties import Ties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS recipes (recipe TEXT);
CREATE TABLE IF NOT EXISTS files (place TEXT PRIMARY KEY, sum TEXT, ties BLOB);
"""

# The place of a file; its sum, "" where it has to be looked at again; a page's ties.
Row = tuple[str, str, bytes | None]


class Book:
    """An SQLite file, or none with `path` None. Raises sqlite3.Error where it can be none.

    `recipe` stands for all that findings depend on besides the files: with another one the book
    begins anew.
    """

    def __init__(self, path: Path | None, recipe: str) -> None:
        self._connection = sqlite3.connect(path or ":memory:", timeout=60, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(_SCHEMA)
        if self._connection.execute("SELECT recipe FROM recipes").fetchall() != [(recipe,)]:
            self._begin_anew(recipe)

    def _begin_anew(self, recipe: str) -> None:
        with self._connection as connection:
            connection.execute("BEGIN")
            connection.execute("DELETE FROM recipes")
            connection.execute("DELETE FROM files")
            connection.execute("INSERT INTO recipes VALUES (?)", (recipe,))

    def sums(self) -> dict[str, str]:
        """Return the sum of each file that was sound, by its place."""
        return dict(self._connection.execute("SELECT place, sum FROM files WHERE sum != ''"))

    def put(self, rows: Iterable[Row]) -> None:
        with self._connection as connection:
            connection.execute("BEGIN")
            connection.executemany("REPLACE INTO files VALUES (?, ?, ?)", rows)

    def keep_only(self, places: Iterable[str]) -> None:
        """Forget all files but these."""
        known = self._connection.execute("SELECT place FROM files").fetchall()
        gone = {place for (place,) in known}.difference(places)
        with self._connection as connection:
            connection.execute("BEGIN")
            connection.executemany("DELETE FROM files WHERE place = ?", ((one,) for one in gone))

    def pages(self) -> Iterator[Ties]:
        """Yield the ties of each page; never all at once in memory."""
        for (data,) in self._connection.execute("SELECT ties FROM files WHERE ties IS NOT NULL"):
            yield Ties.unpack(data)

    def ids_of(self, place: str) -> frozenset[str] | None:
        """Return the ids of a page; None for a file that is no page."""
        found = self._connection.execute("SELECT ties FROM files WHERE place = ?", (place,))
        row = found.fetchone()
        return None if row is None or row[0] is None else frozenset(Ties.unpack(row[0]).ids)

    def close(self) -> None:
        self._connection.close()


def with_book(path: Path, recipe: str, audit: Callable[[Book], None]) -> None:
    """Audit with the book at `path`; with none where it is damaged, or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(Book(path, recipe)) as book:
            audit(book)
    except (OSError, sqlite3.Error):
        _discard(path)
        with closing(Book(None, recipe)) as book:
            audit(book)


def _discard(path: Path) -> None:
    """Delete a book, and what SQLite keeps beside it."""
    with suppress(OSError):
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink(missing_ok=True)
