"""What the cache tells of one photo's derivatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.placing import Stamp

# Of one file: extension, width and height in pixels.
Shape: TypeAlias = tuple[str, int, int]
# An entry without its key, of plain tuples.
Packed: TypeAlias = tuple[int, tuple[Shape, ...], tuple["Stamp", ...]]


class CachedFile(NamedTuple):
    """A derivative in the cache; `name` is below the cache, and below photos/ of the output."""

    name: str
    extension: str
    width_px: int
    height_px: int
    size_bytes: int


class Entry(NamedTuple):
    """All derivatives of one photo, largest first; `stamps` tell the files as the output does.

    Its `repr` is its key, which stands for the photo and all that its derivatives are made by.
    What else there is of its files is worked out when it is asked for: few builds do for many.
    """

    key: str
    tone: int
    shapes: tuple[Shape, ...]
    stamps: tuple[Stamp, ...]

    @property
    def stem(self) -> str:
        """Return what the names of all files begin with; width and extension follow."""
        return f"{self.key[:2]}/{self.key}-"

    @property
    def names(self) -> list[str]:
        stem = self.stem
        return [f"{stem}{width}.{extension}" for extension, width, _ in self.shapes]

    @property
    def files(self) -> tuple[CachedFile, ...]:
        rows = zip(self.names, self.shapes, self.stamps, strict=True)
        return tuple([CachedFile(name, *shape, stamp[0]) for name, shape, stamp in rows])

    def __repr__(self) -> str:
        return self.key

    def without_key(self) -> Packed:
        return self.tone, self.shapes, self.stamps


def value_of(entry: Entry) -> tuple[Any, ...]:
    """Return an entry as the index keeps it: its tone, files and stamps."""
    return entry.tone, entry.files, entry.stamps


def entry_of(key: str, value: Sequence[Any]) -> Entry:
    """Return the entry of what the index kept.

    What an older version noted has no stamps: it gets those of files that nobody has.
    """
    tone, files, *noted = value
    stamps = noted[0] if noted else [(size, 0, 0) for *_, size in files]
    shapes = tuple([(extension, width, height) for _, extension, width, height, _ in files])
    return Entry(key, tone, shapes, tuple(map(tuple, stamps)))
