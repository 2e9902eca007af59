"""What the day's last build knew: taken up at once, and missed by nobody where it is lost."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from plugins.photos.recent import Recent, load_recent, save_recent
from tests.plugins.photos.test_cache import MADE, TODAY, cache_in, files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plugins.photos.cache import Cache

SHAPES = (("avif", 1600, 1200), ("jpg", 1200, 900))
STAMPS = ((5, 1, 2), (6, 1, 3))
RECENT = Recent(
    {"a.jpg": ((9, 1, 1), "ab12"), "b.jpg": ((9, 1, 2), "cd34")},
    {"ab12": (7, SHAPES, STAMPS), "cd34": (8, SHAPES, STAMPS)},
)
NOTHING = Recent({}, {})
BASE = ("recipe", 1)


@pytest.fixture
def photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a photo that was written a minute ago."""
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"one")
    later_ns = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later_ns)
    return photo


def take_up(tmp_path: Path, days: int = 0, recipe: str = "recipe") -> Cache:
    """Build, photo, derivatives and all; return the cache as the next build has it."""
    cache = cache_in(tmp_path)
    key = ask(cache, tmp_path)
    cache.put(key, MADE)
    cache.remember()
    return cache_in(tmp_path, TODAY + timedelta(days=days), recipe)


def ask(cache: Cache, folder: Path) -> str:
    return cache.keys_of(["a.jpg"], folder)["a.jpg"]


def empty_index(tmp_path: Path) -> None:
    """Forget all that the index tells: who still knows it has it from elsewhere."""
    with closing(sqlite3.connect(tmp_path / ".cache/photos/index.sqlite")) as index, index:
        index.execute("DELETE FROM entries")
        index.execute("UPDATE photos SET digest = 'other'")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_recent(tmp_path / "recent", BASE, RECENT)
    assert load_recent(tmp_path / "recent", BASE) == RECENT


@pytest.mark.parametrize("base", [("other", 1), ("recipe", 2)])
def test_what_another_recipe_or_day_knew_is_not_loaded(
    tmp_path: Path, base: tuple[str, int]
) -> None:
    save_recent(tmp_path / "recent", BASE, RECENT)
    assert load_recent(tmp_path / "recent", base) == NOTHING


HARMS: list[Callable[[bytes], bytes]] = [
    lambda data: data[:0],
    lambda data: data[:20],
    lambda data: data[:-1],
    lambda data: data[:50] + b"?" + data[51:],
    lambda data: b"?" + data[1:],
]


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_harmed_is_not_loaded(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "recent"
    save_recent(path, BASE, RECENT)
    path.write_bytes(harm(path.read_bytes()))
    assert load_recent(path, BASE) == NOTHING


def test_what_cannot_be_saved_ends_no_build(tmp_path: Path) -> None:
    path = tmp_path / "recent"
    path.mkdir()
    save_recent(path, BASE, RECENT)
    assert load_recent(path, BASE) == NOTHING


@pytest.mark.usefixtures("photo")
def test_the_days_next_build_asks_the_index_for_nothing(tmp_path: Path) -> None:
    cache = take_up(tmp_path)
    empty_index(tmp_path)
    key = ask(cache, tmp_path)
    assert key != cache.key_of("other", "JPEG")
    assert files_of(cache, cache.find([key])[key]) == [b"largest", b"jpeg", b"small"]


@pytest.mark.usefixtures("photo")
@pytest.mark.parametrize(("days", "recipe"), [(1, "recipe"), (0, "other")])
def test_another_days_or_recipes_build_asks_the_index(
    tmp_path: Path, days: int, recipe: str
) -> None:
    cache = take_up(tmp_path, days, recipe)
    empty_index(tmp_path)
    key = ask(cache, tmp_path)
    assert key == cache.key_of("other", "JPEG")
    assert cache.find([key]) == {}


def test_a_photo_that_changed_has_another_key(tmp_path: Path, photo: Path) -> None:
    cache = take_up(tmp_path)
    known = ask(cache_in(tmp_path), tmp_path)
    photo.write_bytes(b"two")
    assert ask(cache, tmp_path) != known


def test_a_photo_that_is_gone_has_no_key(tmp_path: Path, photo: Path) -> None:
    cache = take_up(tmp_path)
    photo.unlink()
    assert cache.keys_of(["a.jpg"], tmp_path) == {}


@pytest.mark.usefixtures("photo")
def test_derivatives_that_are_gone_are_not_found(tmp_path: Path) -> None:
    cache = take_up(tmp_path)
    key = ask(cache, tmp_path)
    (cache.folder / cache.find([key])[key].names[1]).unlink()
    assert cache.find([key]) == {}


@pytest.mark.usefixtures("photo")
def test_what_nobody_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / ".cache/photos/recent"
    cache = take_up(tmp_path)
    assert load_recent(path, ("recipe", TODAY.toordinal())) != NOTHING
    cache.remember()
    assert load_recent(path, ("recipe", TODAY.toordinal())) == NOTHING


@pytest.mark.usefixtures("photo")
def test_what_is_known_already_is_not_saved_again(tmp_path: Path) -> None:
    cache = take_up(tmp_path)
    path = tmp_path / ".cache/photos/recent"
    before = path.stat()
    cache.find([ask(cache, tmp_path)])
    cache.remember()
    assert os.path.samestat(path.stat(), before)


def test_a_photo_written_this_moment_is_not_yet_trusted(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"one")
    take_up(tmp_path)
    known = load_recent(tmp_path / ".cache/photos/recent", ("recipe", TODAY.toordinal()))
    assert known.keys == {}
