"""The cache's index in SQLite: which derivatives are whole, and which photos are unchanged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

# Another build may hold the lock while it sweeps; it never does for long.
_LOCK_TIMEOUT_S = 60
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT, last_used INTEGER);
    CREATE TABLE IF NOT EXISTS photos (
        path TEXT PRIMARY KEY, size_bytes INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, digest TEXT
    );
    CREATE TABLE IF NOT EXISTS sweeps (day INTEGER PRIMARY KEY);
"""
_TAKE = """
    SELECT key, value, last_used FROM entries WHERE key IN (SELECT value FROM json_each(?))
"""

# Size in bytes, times of change of content and of status in ns: another content of the same stamp
# is as good as none.
Stamp: TypeAlias = tuple[int, int, int]
# An entry's average colour, the name, extension, width, height and size of each of its files, and
# their stamps: none in what an older version has noted.
Value: TypeAlias = Sequence[Any]


class Index:
    """One SQLite file. Each call is a transaction of its own, so builds may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            # A torn index is as good as none: what it told can be made again.
            path.unlink()
            self._prepare()

    def _prepare(self) -> None:
        with self._transaction() as connection:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock from the first statement to the last."""
        # isolation_level None: transactions begin where we say, not where the module guesses.
        connection = sqlite3.connect(self._path, timeout=_LOCK_TIMEOUT_S, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def take(self, keys: Iterable[str], today: int) -> dict[str, Value]:
        """Return the values of the entries that are there, marked as used on the day `today`.

        What is so marked no sweep will take before the days it is kept have passed.
        """
        wanted = json.dumps(list(keys))
        with self._transaction() as connection:
            rows = connection.execute(_TAKE, (wanted,)).fetchall()
            unmarked = [(today, key) for key, _, last_used in rows if last_used < today]
            connection.executemany("UPDATE entries SET last_used = ? WHERE key = ?", unmarked)
        return {key: json.loads(value) for key, value, _ in rows}

    def put(self, values: Mapping[str, Value], today: int) -> None:
        """Note entries, whose files are all written."""
        if not values:
            return
        rows = [(key, json.dumps(value), today) for key, value in values.items()]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)

    def digests(self) -> dict[str, tuple[Stamp, str]]:
        """Return the stamp and digest of each photo read before, by its path."""
        with self._transaction() as connection:
            rows = connection.execute("SELECT * FROM photos").fetchall()
        return {path: ((size, mtime, ctime), digest) for path, size, mtime, ctime, digest in rows}

    def put_digests(self, digests: dict[str, tuple[Stamp, str]]) -> None:
        if not digests:
            return
        rows = [(path, *stamp, digest) for path, (stamp, digest) in digests.items()]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO photos VALUES (?, ?, ?, ?, ?)", rows)

    @contextmanager
    def sweep(self, oldest: int, today: int) -> Iterator[tuple[bool, list[str]]]:
        """Forget entries last used before the day `oldest`, at most once a day.

        Yields whether this is the day's first sweep, and the keys that stay. No other build
        can take or put an entry meanwhile, so files may be deleted inside.
        """
        with self._transaction() as connection:
            swept = connection.execute("SELECT 1 FROM sweeps WHERE day = ?", (today,)).fetchone()
            if swept:
                yield False, []
                return
            connection.execute("DELETE FROM entries WHERE last_used < ?", (oldest,))
            yield True, [row[0] for row in connection.execute("SELECT key FROM entries")]
            connection.execute("DELETE FROM sweeps")
            connection.execute("INSERT INTO sweeps VALUES (?)", (today,))
