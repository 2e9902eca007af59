"""What an older version of the index noted: understood, taken over once, and left as it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.plugins.photos.test_cache import MADE, TODAY, cache_in

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.photos.cache import Entry

OLDER = """
    CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT, last_used INTEGER);
    CREATE TABLE photos (
        path TEXT PRIMARY KEY, size_bytes INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, digest TEXT
    );
"""


def note_as_before(index: Path, entry: Entry, *noted: object) -> None:
    """Put in an index's place one of an older version, whose values are JSON."""
    index.unlink()
    row = (entry.key, json.dumps((entry.tone, entry.files, *noted)), TODAY.toordinal())
    with closing(sqlite3.connect(index)) as connection, connection:
        connection.executescript(OLDER)
        connection.execute("INSERT INTO entries VALUES (?, ?, ?)", row)


@pytest.mark.parametrize("has_stamps", [True, False])
def test_what_an_older_version_noted_is_understood(tmp_path: Path, *, has_stamps: bool) -> None:
    cache = cache_in(tmp_path)
    entry = cache.put("ab12", MADE)
    index = cache.folder / "index.sqlite"
    note_as_before(index, entry, *[entry.stamps] * has_stamps)
    assert cache_in(tmp_path).find(["ab12"]) == {"ab12": entry}
    for file in entry.files:
        (cache.folder / file.name).unlink()
    assert cache_in(tmp_path).find(["ab12"], lambda _: True) == {"ab12": entry}
    with closing(sqlite3.connect(index)) as connection:
        kept = connection.execute("SELECT key, json_valid(value) FROM entries").fetchall()
    assert kept == [("ab12", 1)], "the older version finds it as it was"


def test_what_an_older_version_noted_is_taken_over_once(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    note_as_before(cache.folder / "index.sqlite", cache.put("ab12", MADE))
    cache_in(tmp_path)
    later = cache_in(tmp_path, TODAY + timedelta(days=40))
    later.sweep(30)
    assert cache_in(tmp_path).find(["ab12"]) == {}
