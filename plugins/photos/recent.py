"""What the day's last build knew of photos and their derivatives, in one piece that opens at once.

The index tells the same, row by row, and is what builds rely on: this may be lost at any time.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.photos.entries import Packed, Shape
    from plugins.photos.index import Stamp

# Another number for other things in it, or where keys are made otherwise.
_VERSION = 1
# As many digits as a digest has.
_TOTAL_BYTES = 32


class Recent(NamedTuple):
    """The stamp and key of each photo, by its path below the content folder; entries by keys."""

    keys: dict[str, tuple[Stamp, str]]
    entries: dict[str, Packed]


def load_recent(path: Path, base: tuple[str, int]) -> Recent:
    """Return what was saved with an equal base; nothing where it is lost, or of another.

    The base is the recipe and the day: whatever is used is marked in the index once a day.
    """
    with suppress(OSError, EOFError, ValueError, TypeError):
        kept = path.read_bytes()
        total, data = kept[:_TOTAL_BYTES], kept[_TOTAL_BYTES:]
        if total == digest(data).encode():
            version, known, keys, entries = marshal.loads(data)  # noqa: S302 - our own file, its digest beside it
            if (version, known) == (_VERSION, base):
                return Recent(keys, entries)
    return Recent({}, {})


def save_recent(path: Path, base: tuple[str, int], recent: Recent) -> None:
    """Keep it for the next build; a disk that is full costs it time only."""
    # Most have the shapes of others, which are written, and opened, once.
    common: dict[tuple[Shape, ...], tuple[Shape, ...]] = {}
    entries = {
        key: (tone, common.setdefault(shapes, shapes), stamps)
        for key, (tone, shapes, stamps) in recent.entries.items()
    }
    data = marshal.dumps((_VERSION, base, recent.keys, entries))
    with suppress(OSError):
        write_atomically(path, digest(data).encode() + data)
