"""What the cache knows of the editors' photos: read once, and again only when they changed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from plugins.photos.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path


def test_a_photo_is_read_again_only_when_it_changed(tmp_path: Path) -> None:
    photo = tmp_path / "content/a.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"one")
    cache = Cache(tmp_path / ".cache/photos", "recipe")
    first = cache.keys_of(["a.jpg"], photo.parent)["a.jpg"]
    assert first == cache.keys_of(["a.jpg"], photo.parent)["a.jpg"]
    photo.write_bytes(b"two")
    second = cache.keys_of(["a.jpg"], photo.parent)["a.jpg"]
    assert second != first


def test_a_photo_that_is_not_there_has_no_key(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"one")
    cache = Cache(tmp_path / ".cache/photos", "recipe")
    assert list(cache.keys_of(["a.jpg", "b.jpg"], tmp_path)) == ["a.jpg"]


def test_a_known_stamp_stands_for_the_content(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"one")
    cache = Cache(tmp_path / ".cache/photos", "recipe")
    status = photo.stat()
    stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    with sqlite3.connect(cache.folder / "index.sqlite") as index:
        index.execute("INSERT INTO photos VALUES ('a.jpg', ?, ?, ?, 'known')", stamp)
    index.close()
    assert cache.keys_of(["a.jpg"], tmp_path) == {"a.jpg": cache.key_of("known", "JPEG")}


def test_a_photo_written_this_moment_is_not_yet_trusted(tmp_path: Path) -> None:
    """Two contents within the clock's grain would have one stamp."""
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"one")
    cache = Cache(tmp_path / ".cache/photos", "recipe")
    cache.keys_of(["a.jpg"], tmp_path)
    index = sqlite3.connect(cache.folder / "index.sqlite")
    rows = index.execute("SELECT * FROM photos").fetchall()
    index.close()
    assert rows == []
