"""The images that pages on paper show: those that this build has published, and no other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.paper.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.core.output import Output
    from plugins.paper.site import Site


class Images:
    """The output's files by their full addresses."""

    def __init__(self, site: Site, output: Output) -> None:
        self._site, self._output = site, output
        self._given = frozenset(output.places())

    def sum_of(self, url: str) -> str:
        """Return what stands for an image's bytes; "" where there is none."""
        place = self._site.place_of(url)
        return self._output.sum_of(place) if place in self._given else ""

    def read(self, urls: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those that there are, by plain addresses."""
        places = {plain(url): self._site.place_of(url) for url in urls}
        return {
            url: (self._output.folder / place).read_bytes()
            for url, place in places.items()
            if place in self._given
        }
