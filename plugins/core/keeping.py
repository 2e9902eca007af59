"""What builds keep for one another: one build at a time, and a store that may be lost."""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from plugins.core.disk import is_of_the_disk, telling_of_the_disk
from plugins.core.store import Store

_FOLDER = "store"
_SUFFIX = ".sqlite3"
_PASSING = "cong-tin-"
# Preview and production have one each; an older one is of settings or code that are gone.
_KEPT = 4
_WAITING = (
    "→ Một lần dựng khác đang chạy, chờ nó xong… / another build is running: waiting for it.\n"
)
_BROKEN = (
    "→ Kho lưu của lần dựng trước bị hỏng, dựng lại từ đầu. / "
    "what the last build kept is damaged: building from nothing.\n"
)
_WITHOUT = (
    "→ Không ghi được vào {folder} ({detail}), dựng mà không dùng kho lưu. / "
    "cannot write there: building without what earlier builds kept.\n"
)
_NOT_KEPT = (
    "→ Không ghi được vào {folder} ({detail}), lần dựng sau sẽ dựng lại từ đầu. / "
    "cannot write there: the next build will start from nothing.\n"
)
_TEXT_LOST = (
    "→ Kho lưu của lần dựng trước bị hỏng, đọc lại từ bài gốc. / "
    "what the last build kept is damaged: reading the sources again.\n"
)


def lock(cache_dir: Path, *, waits: bool = True) -> IO[bytes] | None:
    """Return a file that keeps other builds of this cache waiting until it is closed.

    The system closes it for a process that is killed. None where there are no locks, or, for
    whoever does not wait, where a build is running.
    """
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        file = (cache_dir / "build.lock").open("ab")
    except OSError:
        # What cannot be written to is told of when the store is opened.
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if not waits:
            file.close()
            return None
        sys.stderr.write(_WAITING)
        sys.stderr.flush()
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:
        # A file system without locks, as some shared ones are.
        file.close()
        return None
    return file


def place_of_store(cache_dir: Path, recipe: str) -> Path:
    return cache_dir / _FOLDER / f"{recipe}{_SUFFIX}"


def open_store(cache_dir: Path, recipe: str) -> Store:
    """Return the store of a recipe: the one there is, a new one, or one for this build only."""
    path = place_of_store(cache_dir, recipe)
    try:
        return _open(path)
    except (OSError, sqlite3.Error) as error:
        return _pass_without(path, error)


def start_over(store: Store, error: sqlite3.Error) -> Store:
    """Return an empty store in the place of one that broke in the middle of a build.

    Raises DiskError where nothing can be kept anywhere.
    """
    with suppress(sqlite3.Error):
        store.close()
    with suppress(OSError):
        discard(store.path)
    if _is_passing(store.path):
        with telling_of_the_disk():
            raise error
    if is_of_the_disk(error):
        return _pass_without(store.path, error)
    sys.stderr.write(_BROKEN)
    return open_store(store.path.parents[1], store.path.stem)


def keep_records(store: Store, records: list[tuple[str, bytes]], gone: list[str]) -> None:
    """Keep what was rendered; where that fails, the next build renders it again."""
    try:
        store.put_records(records, gone)
    except sqlite3.Error as error:
        store.doubt()
        sys.stderr.write(_NOT_KEPT.format(folder=store.path.parent, detail=error))
    with suppress(sqlite3.Error):
        store.close()


def tell_of_damage(store: Store) -> None:
    """Say once that texts are read again from their sources, and let the next build start anew."""
    if store.doubt():
        sys.stderr.write(_TEXT_LOST)
        sys.stderr.flush()


def _open(path: Path) -> Store:
    try:
        store = Store(path)
    except sqlite3.Error as error:
        if is_of_the_disk(error):
            raise
        sys.stderr.write(_BROKEN)
        discard(path)
        store = Store(path)
    with suppress(OSError):
        os.utime(path)
        _sweep(path.parent)
    return store


def _pass_without(path: Path, error: Exception) -> Store:
    """Return a store that goes with this process."""
    sys.stderr.write(_WITHOUT.format(folder=path.parent, detail=error))
    with telling_of_the_disk():
        folder = Path(tempfile.mkdtemp(prefix=_PASSING))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return Store(folder / path.name)


def _is_passing(path: Path) -> bool:
    return path.parent.name.startswith(_PASSING)


def discard(path: Path) -> None:
    """Delete a store, and what SQLite keeps beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    stores = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in stores[_KEPT:]:
        discard(path)
