"""What a disk refuses: told to an administrator, not traced."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = (
    "→ Không ghi được{place}: {detail}. Hãy xem ổ đĩa còn chỗ và thư mục có quyền ghi không.\n"
    "  Cannot write there: see whether the disk has room, and the folder may be written to."
)
_CODES = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
_NUMBERS = {
    errno.EACCES,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EIO,
    errno.ENOSPC,
    errno.ENOTDIR,
    errno.EPERM,
    errno.EROFS,
}


class DiskError(RuntimeError):
    """What a build needs cannot be written; the message tells where, and what to look at."""


def is_of_the_disk(error: Exception) -> bool:
    """Tell whether another file beside it would fare no better."""
    if isinstance(error, OSError):
        return error.errno in _NUMBERS
    # The low byte is the kind; Python's own errors, as of a text that is no UTF-8, have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _CODES


@contextmanager
def telling_of_the_disk() -> Iterator[None]:
    """Raise DiskError where the system will not let files be written."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if not is_of_the_disk(error):
            raise
        name = getattr(error, "filename", None)
        place = f" vào {name}" if name else ""
        detail = getattr(error, "strerror", None) or error
        raise DiskError(_TEXT.format(place=place, detail=detail)) from error
