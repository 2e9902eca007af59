"""What a build keeps for the next one, in one SQLite file: documents, texts, records of pages."""

from __future__ import annotations

import marshal
import os
import sqlite3
from contextlib import contextmanager, suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.memory import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plugins.core.folders import Files

# Another number for other tables or other bytes in them.
_VERSION = 2
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS documents (place TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (place TEXT PRIMARY KEY, html BLOB);
CREATE TABLE IF NOT EXISTS records (name TEXT PRIMARY KEY, record BLOB) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_SEAL_BYTES = 16
_PATIENCE_S = 5
# Stands beside a store that was found damaged where it could not be replaced at once.
_DOUBTED = "-damaged"
_FORGETFUL = Memo()
# The name of no page.
_EDITION = ""


class Row(NamedTuple):
    """How a source was read, and with what outcome.

    `folder_stamp` and `folder_sum` are of its folder's files, `looks` pairs further paths with
    their sums. It holds while the clock is from `since` up to `until` (seconds since 1970).
    `head` is the pickled outcome without its HTML. `view_stamp` and `html_stamp` are beside it, so
    that nobody has to work them out again.
    """

    folder_stamp: Files
    folder_sum: str
    looks: tuple[tuple[str, str], ...]
    since: float
    until: float
    head: bytes
    view_stamp: str
    html_stamp: str


class Store:
    """The file of one recipe.

    Every method raises sqlite3.Error where it is no such file, cannot be one, or is damaged: rows
    and records are sealed, since SQLite itself does not see a byte that another program changed.
    Whoever reads a text compares it with the stamp in its row.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection, self._owner = self._connect(), os.getpid()
        try:
            self._prepare(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if (version, tables) == (0, 0):
            connection.executescript(_SCHEMA)
        elif version != _VERSION or self._doubt_path.exists():
            raise sqlite3.DatabaseError("of another version, or found damaged before")
        # What is cut off, or may not be written to, shows itself before anything relies on it.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")

    @property
    def _doubt_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}{_DOUBTED}")

    def doubt(self) -> bool:
        """Let the next build start anew; tell whether nobody had said so before."""
        with suppress(OSError):
            self._doubt_path.touch(exist_ok=False)
            return True
        return False

    def _connect(self) -> sqlite3.Connection:
        # Builds wait for one another elsewhere: whoever holds this file is no build.
        connection = sqlite3.connect(self.path, timeout=_PATIENCE_S, isolation_level=None)
        # Two make a usual article's HTML, and fewer of them are fewer calls. A new file has it so.
        connection.execute("PRAGMA page_size = 8192")
        # A killed process loses nothing so; a power cut may, and then the file is made anew.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _mine(self) -> sqlite3.Connection:
        """Return this process's own connection: SQLite's may not be taken through a fork."""
        if self._owner != os.getpid():
            self._connection, self._owner = self._connect(), os.getpid()
        return self._connection

    def edition(self) -> bytes:
        """Return what is another one after each change of rows or records; b"" before any."""
        found = self._mine().execute("SELECT record FROM records WHERE name = ?", (_EDITION,))
        (edition,) = found.fetchone() or (b"",)
        return bytes(edition)

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Let the block change all that it changes, or nothing."""
        connection = self._mine()
        with connection:
            connection.execute("BEGIN")
            edition = _seal(os.urandom(_SEAL_BYTES))
            connection.execute("REPLACE INTO records VALUES (?, ?)", (_EDITION, edition))
            yield connection

    def rows(self, memo: Memo = _FORGETFUL) -> dict[str, Row]:
        """Return what is known of each source, by its place below the content folder."""
        found = self._mine().execute("SELECT place, row FROM documents")
        return {place: memo.recall(place, row, _open_row) for place, row in found}

    def put_documents(self, rows: Iterable[tuple[str, Row, bytes]]) -> None:
        """Keep rows by their places, each with its HTML in UTF-8."""
        with self._changing() as connection:
            for place, row, html in rows:
                self._put_row(place, row)
                connection.execute("REPLACE INTO texts VALUES (?, ?)", (place, html))

    def put_rows(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Keep rows whose HTML is kept already."""
        with self._changing():
            for place, row in rows:
                self._put_row(place, row)

    def _put_row(self, place: str, row: Row) -> None:
        data = _seal(marshal.dumps(tuple(row)))
        self._mine().execute("REPLACE INTO documents VALUES (?, ?)", (place, data))

    def forget(self, places: Iterable[str]) -> None:
        """Forget the documents of sources that are no more."""
        with self._changing() as connection:
            for place in places:
                connection.execute("DELETE FROM documents WHERE place = ?", (place,))
                connection.execute("DELETE FROM texts WHERE place = ?", (place,))

    def html(self, place: str) -> bytes:
        """Return the HTML of a source, in UTF-8."""
        found = self._mine().execute("SELECT html FROM texts WHERE place = ?", (place,))
        (text,) = found.fetchone() or (None,)
        if not isinstance(text, bytes):
            raise sqlite3.DatabaseError("a text is lost")
        return text

    def records(self, memo: Memo = _FORGETFUL) -> dict[str, bytes]:
        """Return the records of what was rendered, by their names."""
        found = self._mine().execute("SELECT name, record FROM records")
        records = {name: memo.recall(name, record, _unseal) for name, record in found}
        records.pop(_EDITION, None)
        return records

    def put_records(self, records: Iterable[tuple[str, bytes]], gone: Iterable[str]) -> None:
        with self._changing() as connection:
            sealed = ((name, _seal(record)) for name, record in records)
            connection.executemany("REPLACE INTO records VALUES (?, ?)", sealed)
            connection.executemany("DELETE FROM records WHERE name = ?", ((n,) for n in gone))

    def close(self) -> None:
        self._mine().close()


def _open_row(sealed: object) -> Row:
    return Row(*marshal.loads(_unseal(sealed)))  # noqa: S302 - our own file, its seal unbroken


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL_BYTES).digest() + data


def _unseal(sealed: object) -> bytes:
    if isinstance(sealed, bytes):
        data = sealed[_SEAL_BYTES:]
        if _seal(data) == sealed:
            return data
    raise sqlite3.DatabaseError("a seal is broken")
