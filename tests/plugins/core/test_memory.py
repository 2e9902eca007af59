"""A process that stays takes from memory what the store still holds, and nothing else."""

from __future__ import annotations

import marshal
import pickle
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from plugins.core.memory import Memo, Memory
from plugins.core.store import Row, Store
from tests.plugins.core.test_store import PLACES, RECORDS, row, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_what_was_made_of_the_same_bytes_is_given_back() -> None:
    memo, made = Memo(lasts=True), []

    def make(data: bytes) -> list[bytes]:
        made.append(data)
        return [data]

    first = memo.recall("bài", b"1", make)
    assert memo.recall("bài", b"1", make) is first
    assert memo.recall("bài", b"2", make) == [b"2"]
    assert memo.recall("bài khác", b"1", make) == [b"1"]
    memo.keep_only({"bài"})
    memo.recall("bài", b"2", make)
    memo.recall("bài khác", b"1", make)
    assert made == [b"1", b"2", b"1", b"1"]


def test_an_ordinary_build_keeps_nothing() -> None:
    memo = Memo()
    assert memo.recall("bài", b"1", bytearray) is not memo.recall("bài", b"1", bytearray)


RECORD = ("nền", (("2026/bài/index.md", "html view"),), "tổng", "kết quả")


def with_head(place: str, head: str = "") -> Row:
    return row(place)._replace(head=pickle.dumps(head or place))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "store.sqlite3")) as store:
        store.put_documents((place, with_head(place), text(place)) for place in PLACES)
        store.put_records(RECORDS.items(), [])
        yield store


def head_of(memory: Memory, kept: Row) -> object:
    """Return the head that a build would use for the row of the first place."""
    return memory.heads.recall(PLACES[0], kept.head, pickle.loads)


def test_all_of_a_store_that_nobody_wrote_to_comes_from_memory(store: Store) -> None:
    memory = Memory(lasts=True)
    store.put_records([("trang", marshal.dumps(RECORD))], [])
    memory.learn(store)
    rows, records = memory.rows_of(store), memory.records_of(store)
    assert (rows, records) == (store.rows(), {**store.records(), "trang": RECORD})
    assert memory.rows_of(store) is rows
    assert memory.records_of(store) is records
    assert head_of(memory, rows[PLACES[0]]) is head_of(memory, store.rows()[PLACES[0]])


def test_what_was_written_since_comes_from_the_store(store: Store) -> None:
    memory = Memory(lasts=True)
    memory.learn(store)
    before = memory.rows_of(store)
    store.put_rows([(PLACES[0], with_head(PLACES[0], "sửa"))])
    store.put_records([("mới", b"1")], list(RECORDS))
    store.forget(PLACES[1:2])
    assert (memory.rows_of(store), memory.records_of(store)) == (store.rows(), {"mới": b"1"})
    assert head_of(memory, memory.rows_of(store)[PLACES[0]]) == "sửa"
    assert memory.rows_of(store)[PLACES[2]] is before[PLACES[2]]
    memory.learn(store)
    assert memory.rows_of(store) == store.rows()


def test_another_store_is_not_taken_for_the_one_in_memory(store: Store, tmp_path: Path) -> None:
    memory = Memory(lasts=True)
    memory.learn(store)
    with closing(Store(tmp_path / "new.sqlite3")) as other:
        assert (memory.rows_of(other), memory.records_of(other)) == ({}, {})
