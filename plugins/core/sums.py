"""The sums of an output's files, as one build keeps them for the next."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.placing import Stamp

# By the file's place: what it was like when it was written, and its SHA-256.
Sums = dict[str, tuple["Stamp", str]]

_VERSION = 3
_COUNT_BYTES = 8
# As many digits as a digest has.
_TOTAL_BYTES = 32


def pack(sums: Sums, count: int) -> bytes:
    """Return sums as bytes; `count` is the number of all files, of which some need no sum."""
    data = marshal.dumps((_VERSION, sums))
    return count.to_bytes(_COUNT_BYTES) + digest(data).encode() + data


def count_in(path: Path) -> int:
    """Return how many files an output has, by what it packed; 0 where that is lost."""
    try:
        with path.open("rb") as file:
            return int.from_bytes(file.read(_COUNT_BYTES))
    except OSError:
        return 0


def unpack(kept: bytes) -> Sums:
    """Return the sums that were packed; none where they are lost, cut off or of another time."""
    kept = kept[_COUNT_BYTES:]
    total, data = kept[:_TOTAL_BYTES], kept[_TOTAL_BYTES:]
    if total != digest(data).encode():
        return {}
    try:
        version, sums = marshal.loads(data)  # noqa: S302 - our own file, its digest beside it
    except (EOFError, ValueError, TypeError):
        return {}
    return sums if version == _VERSION else {}
