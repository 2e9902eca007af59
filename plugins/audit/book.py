"""The book of the files that were sound, and of how the last audit ended: nothing is done twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from plugins.audit.outcome import Outcome
from plugins.audit.ties import PAGE, Ties
from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path

_TABLES = ("recipes", "files", "outcomes")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS recipes (recipe TEXT);
CREATE TABLE IF NOT EXISTS files (place TEXT PRIMARY KEY, sum TEXT, ties BLOB);
CREATE TABLE IF NOT EXISTS outcomes (outcome BLOB);
"""
# As many digits as a digest has.
_SEAL_BYTES = 32

# The place of a file; its sum, "" where it has to be looked at again; a page's ties.
Row = tuple[str, str, bytes | None]


class Book:
    """An SQLite file, or none with `path` None. Raises sqlite3.Error where it can be none.

    `recipe` stands for all that findings depend on besides the files: with another one the book
    begins anew. How the last audit ended is known until a row changes. Ties and outcomes are
    sealed: SQLite does not see a byte that another program changed.
    """

    def __init__(self, path: Path | None, recipe: str) -> None:
        self._connection = sqlite3.connect(path or ":memory:", timeout=60, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(_SCHEMA)
        if self._connection.execute("SELECT recipe FROM recipes").fetchall() != [(recipe,)]:
            self._begin_anew(recipe)

    def _begin_anew(self, recipe: str) -> None:
        # One of another version may have tables of other columns.
        drops = "".join(f"DROP TABLE {table};\n" for table in _TABLES)
        self._connection.executescript(f"BEGIN;\n{drops}{_SCHEMA}COMMIT;")
        self._connection.execute("INSERT INTO recipes VALUES (?)", (recipe,))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Let the block change all that it changes, or nothing; the outcome is no longer true."""
        with self._connection as connection:
            connection.execute("BEGIN")
            connection.execute("DELETE FROM outcomes")
            yield connection

    def outcome(self) -> Outcome | None:
        """Return how the last audit ended, if it did."""
        found = self._connection.execute("SELECT outcome FROM outcomes").fetchone()
        return None if found is None else Outcome.unpack(_unseal(found[0]))

    def conclude(self, outcome: Outcome) -> None:
        """Note how this audit ended: the rows are those of all that the site has."""
        with self._changing() as connection:
            connection.execute("INSERT INTO outcomes VALUES (?)", (_seal(outcome.pack()),))

    def sum_of(self, place: str) -> str:
        """Return the sum of a file that was sound; "" where none is known."""
        found = self._row("sum", place)
        return "" if found is None else str(found)

    def put(self, rows: Iterable[Row]) -> None:
        sealed = ((place, total, ties and _seal(ties)) for place, total, ties in rows)
        with self._changing() as connection:
            connection.executemany("REPLACE INTO files VALUES (?, ?, ?)", sealed)

    def places(self) -> set[str]:
        return {place for (place,) in self._connection.execute("SELECT place FROM files")}

    def forget(self, places: Iterable[str]) -> None:
        with self._changing() as connection:
            connection.executemany("DELETE FROM files WHERE place = ?", ((p,) for p in places))

    def pages(self) -> Iterator[Ties]:
        """Yield the ties of each page; never all at once in memory."""
        found = self._connection.execute("SELECT place, ties FROM files WHERE ties IS NOT NULL")
        for place, ties in found:
            yield _open_ties(place, ties)

    def ties_of(self, place: str, known: Container[str]) -> Ties | None:
        """Return the ties of a page; None for a file that is no page, or is not there.

        `known` are the files that the book has to know.
        """
        ties = self._row("ties", place)
        if ties is not None:
            return _open_ties(place, ties)
        if place.endswith(PAGE) and place in known:
            raise sqlite3.DatabaseError("a page is lost")
        return None

    def _row(self, column: str, place: str) -> object:
        query = f"SELECT {column} FROM files WHERE place = ?"  # noqa: S608 - a name of our own
        return (self._connection.execute(query, (place,)).fetchone() or (None,))[0]

    def close(self) -> None:
        self._connection.close()


def _open_ties(place: str, sealed: object) -> Ties:
    ties = Ties.unpack(_unseal(sealed))
    if ties.file != place:
        raise sqlite3.DatabaseError("a page has another's ties")
    return ties


def _seal(data: bytes) -> bytes:
    return digest(data).encode() + data


def _unseal(sealed: object) -> bytes:
    if isinstance(sealed, bytes):
        data = sealed[_SEAL_BYTES:]
        if digest(data).encode() == sealed[:_SEAL_BYTES]:
            return data
    raise sqlite3.DatabaseError("a seal is broken")


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
