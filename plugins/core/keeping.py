"""What builds keep for one another: one build at a time, and a store that may be lost."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from plugins.core.store import Store

_FOLDER = "store"
_SUFFIX = ".sqlite3"
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


def lock(cache_dir: Path) -> IO[bytes] | None:
    """Return a file that keeps other builds of this cache waiting until it is closed.

    The system closes it for a process that is killed.
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
        sys.stderr.write(_WAITING)
        sys.stderr.flush()
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:
        # A file system without locks, as some shared ones are.
        file.close()
        return None
    return file


def open_store(cache_dir: Path, recipe: str) -> Store:
    """Return the store of a recipe: the one there is, a new one, or one for this build only."""
    path = cache_dir / _FOLDER / f"{recipe}{_SUFFIX}"
    try:
        return _open(path)
    except (OSError, sqlite3.Error) as error:
        sys.stderr.write(_WITHOUT.format(folder=path.parent, detail=error))
        return Store(Path(tempfile.mkdtemp(prefix="cong-tin-")) / path.name, is_passing=True)


def _open(path: Path) -> Store:
    try:
        store = Store(path)
    except sqlite3.OperationalError:
        # Read-only, a full disk: another file beside it would fare no better.
        raise
    except sqlite3.DatabaseError:
        sys.stderr.write(_BROKEN)
        discard(path)
        store = Store(path)
    with suppress(OSError):
        os.utime(path)
        _sweep(path.parent)
    return store


def discard(path: Path) -> None:
    """Delete a store, and what SQLite keeps beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    stores = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in stores[_KEPT:]:
        discard(path)
