"""How many pages rely on a place, on an anchor there, or on the weight of a file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.audit.ties import Ties

# What every system's marshal writes in five bytes.
_BITS = 0x7FFFFFFF


class Wanted:
    """Counts pages by the checksum of what they rely on.

    Two names may have one checksum: what it tells nobody to want is wanted by nobody, and what it
    tells to be wanted very likely is.
    """

    def __init__(self, counts: Mapping[int, int] | None = None) -> None:
        self.counts = Counter(counts)

    def add(self, page: Ties) -> None:
        self.counts.update(_codes_of(page))

    def remove(self, page: Ties) -> None:
        """Take away a page that was added."""
        for code in _codes_of(page):
            self.counts[code] -= 1
            if not self.counts[code]:
                del self.counts[code]

    def has_place(self, place: str) -> bool:
        return _code(place) in self.counts

    def has_anchor(self, place: str, anchor: str) -> bool:
        return _code(_anchor(place, anchor)) in self.counts

    def has_weight(self, place: str) -> bool:
        """Tell whether a page's first load may be heavier with the file at a place."""
        return _code(_weight(place)) in self.counts


def _codes_of(page: Ties) -> Iterator[int]:
    yield from map(_code, page.places)
    yield from (_code(_anchor(place, anchor)) for place, anchor in page.anchors)
    yield from map(_code, {_weight(place) for choice in page.first_load for place in choice})


def _anchor(place: str, anchor: str) -> str:
    return f"{place}#{anchor}"


def _weight(place: str) -> str:
    return f"={place}"


def _code(name: str) -> int:
    # A page may hold what is no text in UTF-8, such as half of a pair.
    return crc32(name.encode("utf-8", "surrogatepass")) & _BITS
