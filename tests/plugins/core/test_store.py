"""A store gives back what it was given, or says that it cannot: whatever became of its file."""

from __future__ import annotations

import os
import resource
import sqlite3
from contextlib import closing, contextmanager
from random import Random
from typing import TYPE_CHECKING

import pytest

from plugins.core.store import Row, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACES = [f"2026/bai-{number}/index.md" for number in range(40)]
RECORDS = {f"trang-{number}/index.html": os.urandom(300) for number in range(60)}


def row(place: str) -> Row:
    looks = ((f"/dự án/{place}", "tổng"),)
    return Row(
        (("index.md", (1, 2, 3)),), "tổng", looks, float("-inf"), 5.5, place.encode() * 20, "v", "h"
    )


def text(place: str) -> bytes:
    return f"<p>Nội dung của {place}</p>".encode() * 30


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


def fill(path: Path) -> None:
    with opened(path) as store:
        store.put_documents((place, row(place), text(place)) for place in PLACES)
        store.put_records(RECORDS.items(), [])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho lưu" / "store.sqlite3"


def test_what_was_kept_is_given_back_by_the_next_process(path: Path) -> None:
    fill(path)
    with opened(path) as store:
        assert store.rows() == {place: row(place) for place in PLACES}
        assert store.records() == RECORDS
        assert store.html(PLACES[3]) == text(PLACES[3])


def test_a_row_is_replaced_without_its_texts_and_forgotten_with_them(path: Path) -> None:
    fill(path)
    with opened(path) as store:
        store.put_rows([(PLACES[0], row("khác"))])
        store.forget(PLACES[1:])
        store.put_records([("mới", b"1")], RECORDS)
        assert store.rows() == {PLACES[0]: row("khác")}
        assert store.html(PLACES[0]) == text(PLACES[0])
        assert store.records() == {"mới": b"1"}
        with pytest.raises(sqlite3.DatabaseError, match="lost"):
            store.html(PLACES[1])


def test_the_edition_is_another_one_after_each_change(path: Path) -> None:
    editions = []
    with opened(path) as store:
        editions.append(store.edition())
        changes: list[Callable[[], None]] = [
            lambda: store.put_documents([(PLACES[0], row(PLACES[0]), text(PLACES[0]))]),
            lambda: store.put_rows([(PLACES[0], row(PLACES[0]))]),
            lambda: store.put_records(RECORDS.items(), []),
            lambda: store.put_records([], RECORDS),
            lambda: store.forget(PLACES[:1]),
        ]
        for change in changes:
            change()
            editions.append(store.edition())
    assert len(set(editions)) == 6
    with opened(path) as store:
        assert (store.rows(), store.records()) == ({}, {})
        assert store.edition() == editions[-1]


def _outcome_of(path: Path) -> str:
    """Read everything; tell how that ended. What is read without an error must be right."""
    try:
        with opened(path) as store:
            rows, records = store.rows(), store.records()
            if any(store.html(place) != text(place) for place in rows):
                # Whoever reads a text compares it with its stamp.
                return "refused"
            store.put_rows(rows.items())
    except sqlite3.Error:
        return "refused"
    assert rows.items() <= {place: row(place) for place in PLACES}.items()
    assert records.items() <= RECORDS.items()
    return "read"


def put(path: Path, data: bytes) -> None:
    """Put the file there by itself: what was beside it was another store's."""
    for file in path.parent.iterdir():
        file.unlink()
    path.write_bytes(data)


def test_a_store_cut_off_anywhere_is_refused_or_right(path: Path) -> None:
    fill(path)
    whole, outcomes = path.read_bytes(), set()
    for length in [*range(len(whole) - 1, 0, -2999), 100, 1, 0]:
        put(path, whole[:length])
        outcomes.add((length < 2, _outcome_of(path)))
    # SQLite takes a byte or none for a new file, and sees any page that is missing.
    assert outcomes == {(True, "read"), (False, "refused")}


def test_a_store_with_garbage_anywhere_is_refused_or_right(path: Path) -> None:
    fill(path)
    whole, random, outcomes = path.read_bytes(), Random(7), []  # noqa: S311 - no secret
    for start in range(0, len(whole), 997):
        count = random.choice([1, 16, 200])
        garbage = random.randbytes(count)
        put(path, (whole[:start] + garbage + whole[start + count :])[: len(whole)])
        outcomes.append(_outcome_of(path))
    # Texts are compared with their stamps when they are read, and free space means nothing.
    assert set(outcomes) == {"refused", "read"}


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_garbage_beside_a_store_does_not_spoil_it(path: Path, suffix: str) -> None:
    fill(path)
    path.with_name(f"{path.name}{suffix}").write_bytes(Random(3).randbytes(70_000))  # noqa: S311
    assert _outcome_of(path) == "read"


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE documents (place TEXT PRIMARY KEY, row BLOB, more TEXT)",
        "CREATE TABLE anything (a, b)",
        "PRAGMA user_version = 99",
        "CREATE TABLE records (name, record); PRAGMA user_version = 99",
    ],
)
def test_a_store_of_another_version_is_refused(path: Path, script: str) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    with pytest.raises(sqlite3.DatabaseError, match="another version"):
        Store(path)


def test_a_doubted_store_is_refused_and_only_the_first_doubt_is_news(path: Path) -> None:
    fill(path)
    with opened(path) as store:
        assert [store.doubt(), store.doubt()] == [True, False]
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        Store(path)


@contextmanager
def _files_up_to(size_bytes: int) -> Iterator[None]:
    """Let no file of this process grow larger: as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_a_full_disk_does_not_take_leaves_what_was_kept_before(path: Path) -> None:
    fill(path)
    before = path.stat().st_size
    with opened(path) as store:
        with _files_up_to(before + 50_000), pytest.raises(sqlite3.OperationalError):
            store.put_documents((f"{n}", row("x"), b"x" * 9000) for n in range(100))
        assert store.rows().keys() == set(PLACES)
    assert _outcome_of(path) == "read"
