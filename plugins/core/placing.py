"""Files of the output: what tells a touched one, and how a whole one comes to be there."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.core.names import Names

# (size in bytes, time of the last change in ns, inode): equal ones are of an untouched file.
Stamp = tuple[int, int, int]
# The stamp of each file, and all folders.
Look = tuple[dict[str, Stamp], set[str]]

# Not through a link that somebody has put there meanwhile.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# A web server must read it, whatever this machine's umask.
_MODE = 0o644
_FOLDER_MODE = 0o755


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file's status."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def look_at(folder: str, names: Names | None = None) -> Look:
    """Return each file's stamp, and all folders, "" the first. What is neither is deleted.

    `names` are those below the folder, as far as somebody knows them.
    """
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    waiting = [(folder, "")]
    while waiting:
        path, prefix = waiting.pop()
        known = names.of(prefix[:-1]) if names is not None else None
        if known is not None:
            folders.add(prefix[:-1])
            files.update((prefix + n, stamp_of(os.stat(f"{path}{os.sep}{n}"))) for n in known.files)  # noqa: PTH116 - for each file of a site: no Path
            waiting.extend((f"{path}{os.sep}{n}", f"{prefix}{n}/") for n in known.folders)
            continue
        try:
            entries = os.scandir(path)
        except FileNotFoundError:
            continue
        folders.add(prefix[:-1])
        for entry in entries:
            place = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{place}/"))
            elif entry.is_file(follow_symlinks=False):
                files[place] = stamp_of(entry.stat(follow_symlinks=False))
            else:
                os.unlink(entry.path)  # noqa: PTH108 - for each file of a site: no Path
    return files, folders


def make_folder(path: str) -> None:
    """Make a folder that a web server may enter, unless it is there."""
    with suppress(FileExistsError):
        os.mkdir(path, _FOLDER_MODE)  # noqa: PTH102 - for each page of a site: no Path
        if _umask() & _FOLDER_MODE:
            os.chmod(path, _FOLDER_MODE)  # noqa: PTH101 - as above


@cache
def _umask() -> int:
    """Return what this process takes away from the modes of new files."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


def put(path: str, data: bytes, *, is_new: bool) -> Stamp:
    """Write a file, and return its stamp. Never into an old one: it may be a link to the cache's.

    Whoever reads the old one gets it whole, or the new one. Half of a new one, where a build is
    killed, has a stamp that no build knows: the next one looks at its bytes.
    """
    target = path if is_new else f"{path}.tmp-{os.getpid()}"
    try:
        handle = os.open(target, _NEW, _MODE)
    except FileNotFoundError:
        # Somebody took the folder away since the output was looked at.
        os.makedirs(os.path.dirname(path))  # noqa: PTH103, PTH120 - as below
        return put(path, data, is_new=is_new)
    except FileExistsError:
        if not is_new:
            raise
        # Nobody told of it: it came since the output was looked at.
        return put(path, data, is_new=False)
    try:
        stamp = _fill(handle, data)
        if not is_new:
            os.replace(target, path)  # noqa: PTH105 - for each file of a site: no Path
    except BaseException:
        os.unlink(target)  # noqa: PTH108 - as above
        raise
    return stamp


def _fill(handle: int, data: bytes) -> Stamp:
    """Write all of a file that was opened, and close it."""
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, data[written:])
        status = os.fstat(handle)
        if status.st_mode & _MODE != _MODE:
            os.fchmod(handle, _MODE)
        return stamp_of(status)
    finally:
        os.close(handle)
