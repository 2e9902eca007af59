"""Files of entries are made once, and never used by halves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plugins.search.entry import Entry
from plugins.search.pool import Pool, name_entry
from plugins.search.staging import render_entry
from plugins.search.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENTRY = Entry("/hop-bao/", "Họp báo", "Sáng 20/01.", Text.of("<p>Đắk Lắk</p>"), "2021-01-20T08:00")


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    return Pool(tmp_path / "pool")


def staged(pool: Pool, entries: Sequence[Entry], target: Path) -> dict[str, bytes]:
    pool.stage({name_entry(entry): entry for entry in entries}, target)
    return {path.name: path.read_bytes() for path in target.iterdir()}


def test_entries_are_staged_in_one_file_each(pool: Pool, tmp_path: Path) -> None:
    entries = [ENTRY, replace(ENTRY, title="Khác")]
    found = staged(pool, entries, tmp_path / "staged")
    assert found == {name_entry(one): render_entry(one).encode() for one in entries}


def test_an_entry_that_was_staged_before_is_not_read_again(pool: Pool, tmp_path: Path) -> None:
    first = staged(pool, [ENTRY], tmp_path / "1")

    def fail() -> str:
        raise AssertionError

    unread = replace(ENTRY, body=replace(ENTRY.body, fetch=fail))
    assert staged(pool, [unread], tmp_path / "2") == first
    for changed in (replace(unread, title="Khác"), replace(unread, body=Text("x", fail))):
        with pytest.raises(AssertionError):
            staged(pool, [changed], tmp_path / changed.title / changed.body.sum)


@pytest.mark.parametrize("length", [0, 5, 100])
def test_a_file_that_was_cut_off_is_made_again(pool: Pool, tmp_path: Path, length: int) -> None:
    whole = staged(pool, [ENTRY], tmp_path / "1")
    kept = pool.folder / name_entry(ENTRY)
    kept.unlink()
    kept.write_bytes(whole[kept.name][:length])
    assert staged(pool, [ENTRY], tmp_path / "2") == whole


def test_files_of_entries_that_are_gone_go_when_they_are_many(pool: Pool, tmp_path: Path) -> None:
    kept = name_entry(ENTRY)
    staged(pool, [ENTRY], tmp_path / "1")
    for number in range(999):
        (pool.folder / f"{number}.html").touch()
    pool.sweep([kept])
    assert len(list(pool.folder.iterdir())) == 1000
    (pool.folder / "999.html").touch()
    pool.sweep([kept])
    assert [path.name for path in pool.folder.iterdir()] == [kept]
    Pool(tmp_path / "nowhere").sweep([])
