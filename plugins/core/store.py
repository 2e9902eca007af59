"""What a build keeps for the next one, in one SQLite file: documents, texts, records of pages."""

from __future__ import annotations

import marshal
import os
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (place TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (place TEXT PRIMARY KEY, html TEXT, body TEXT);
CREATE TABLE IF NOT EXISTS records (name TEXT PRIMARY KEY, record BLOB) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """How a source was read, and with what outcome.

    `folder_stamp` and `folder_sum` are of its folder's files, `looks` pairs further paths with
    their sums. It holds while the clock is from `since` up to `until` (seconds since 1970).
    `head` is the pickled outcome without its texts. `view_stamp` and the texts' stamps are beside
    it, so that nobody has to work them out again.
    """

    folder_stamp: str
    folder_sum: str
    looks: tuple[tuple[str, str], ...]
    since: float
    until: float
    head: bytes
    view_stamp: str
    html_stamp: str
    body_stamp: str


class Store:
    """The file of one recipe. Raises sqlite3.Error where it is no such file, or cannot be one.

    `is_passing` says that it goes when it is closed, its folder with it.
    """

    def __init__(self, path: Path, *, is_passing: bool = False) -> None:
        self.path, self._is_passing = path, is_passing
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection, self._owner = self._connect(), os.getpid()
        self._connection.executescript(_SCHEMA)
        # What is cut off shows itself here, before anything relies on it.
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("COMMIT")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=60, isolation_level=None)
        # A killed process loses nothing so; a power cut may, and then the file is made anew.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _mine(self) -> sqlite3.Connection:
        """Return this process's own connection: SQLite's may not be taken through a fork."""
        if self._owner != os.getpid():
            self._connection, self._owner = self._connect(), os.getpid()
        return self._connection

    def rows(self) -> dict[str, Row]:
        """Return what is known of each source, by its place below the content folder."""
        found = self._mine().execute("SELECT place, row FROM documents")
        return {place: Row(*marshal.loads(row)) for place, row in found}  # noqa: S302 - our own file

    def put_documents(self, rows: Iterable[tuple[str, Row, str, str]]) -> None:
        """Keep rows by their places, each with its HTML and Markdown."""
        connection = self._mine()
        with connection:
            connection.execute("BEGIN")
            for place, row, html, body in rows:
                self._put_row(place, row)
                connection.execute("REPLACE INTO texts VALUES (?, ?, ?)", (place, html, body))

    def put_rows(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Keep rows whose texts are kept already."""
        connection = self._mine()
        with connection:
            connection.execute("BEGIN")
            for place, row in rows:
                self._put_row(place, row)

    def _put_row(self, place: str, row: Row) -> None:
        values = tuple(getattr(row, name) for name in Row.__slots__)
        data = marshal.dumps(values)
        self._mine().execute("REPLACE INTO documents VALUES (?, ?)", (place, data))

    def forget(self, places: Iterable[str]) -> None:
        """Forget the documents of sources that are no more."""
        connection = self._mine()
        with connection:
            connection.execute("BEGIN")
            for place in places:
                connection.execute("DELETE FROM documents WHERE place = ?", (place,))
                connection.execute("DELETE FROM texts WHERE place = ?", (place,))

    def html(self, place: str) -> str:
        return self._text("html", place)

    def body(self, place: str) -> str:
        return self._text("body", place)

    def _text(self, column: str, place: str) -> str:
        found = self._mine().execute(f"SELECT {column} FROM texts WHERE place = ?", (place,))  # noqa: S608 - one of two names
        text: str = found.fetchone()[0]
        return text

    def records(self) -> dict[str, bytes]:
        """Return the records of what was rendered, by their names."""
        return dict(self._mine().execute("SELECT name, record FROM records"))

    def put_records(self, records: Iterable[tuple[str, bytes]], gone: Iterable[str]) -> None:
        connection = self._mine()
        with connection:
            connection.execute("BEGIN")
            connection.executemany("REPLACE INTO records VALUES (?, ?)", records)
            connection.executemany("DELETE FROM records WHERE name = ?", ((n,) for n in gone))

    def close(self) -> None:
        self._mine().close()
        if self._is_passing:
            shutil.rmtree(self.path.parent, ignore_errors=True)
