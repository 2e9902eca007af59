"""The sums of an output's files, as one build keeps them for the next."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from plugins.core.placing import Stamp

# By the file's place: what it was like when it was written, and its SHA-256.
Sums = dict[str, tuple["Stamp", str]]

_VERSION = 2
# As many digits as a digest has.
_TOTAL_BYTES = 32


def pack(sums: Sums) -> bytes:
    data = marshal.dumps((_VERSION, sums))
    return digest(data).encode() + data


def unpack(kept: bytes) -> Sums:
    """Return what was packed; nothing where that is lost, cut off or of another time."""
    total, data = kept[:_TOTAL_BYTES], kept[_TOTAL_BYTES:]
    if total != digest(data).encode():
        return {}
    try:
        version, sums = marshal.loads(data)  # noqa: S302 - our own file, its digest beside it
    except (EOFError, ValueError, TypeError):
        return {}
    return sums if version == _VERSION else {}
