"""Each file looked at by itself, but for those that were sound and have not changed since."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from plugins.audit.facts import Facts, read_facts
from plugins.audit.files import find_problems_of_file, is_photo, is_xml
from plugins.audit.pages import find_problems_of_page
from plugins.audit.ties import PAGE, Ties, find_ties
from plugins.core.forking import map_forked
from plugins.core.workers import watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plugins.audit.book import Book, Row
    from plugins.audit.outcome import Outcome
    from plugins.audit.site import Site
    from plugins.core.output import Output
    from plugins.core.placing import Stamp
    from plugins.core.problems import Problem

_BATCH = 500
# With more pages that changed, to ask for all is less work than to ask what each may do.
_MOST_PAGES = 500
# To make a copy of a process that knows a large site takes about as long as to read so many files.
_FEW = 100


@dataclass(slots=True)
class Changes:
    """What is another than at the last audit.

    `files` are all stamps as they are now, `gone` the places that were, `grown` those of larger
    files. `unsound` are the files that are wrong by themselves. `pages` pairs the ties of each page
    that changed, came or went: before and now. It is None where it would hold too many.
    """

    files: dict[str, Stamp]
    gone: set[str]
    grown: set[str]
    unsound: set[str] = field(default_factory=set)
    pages: dict[str, tuple[Ties | None, Ties | None]] | None = None


def find_stale(files: dict[str, Stamp], before: Outcome | None) -> list[str]:
    """Return the files that were not sound, or have been touched since."""
    if before is None:
        return sorted(files)
    known, unsound = before.files, before.unsound
    return sorted([p for p, s in files.items() if known.get(p) != s or p in unsound])


class Looking:
    """Looks at the files of an output; afterwards the book has all of them.

    `is_summed` says that the sum of each photo is asked for anyhow.
    """

    def __init__(self, output: Output, site: Site, book: Book, *, is_summed: bool) -> None:
        self._output, self._site, self._book = output, site, book
        self._is_summed = is_summed

    def read(self, place: str) -> Facts:
        return read_page(self._output.folder, place)

    def compare(self, files: dict[str, Stamp], before: Outcome | None) -> tuple[Changes, list[str]]:
        """Return what changed, but for what is in the files; and those to look at."""
        known = self._book.places() if before is None else before.files.keys()
        touched = find_stale(files, before)
        stale = [place for place in touched if not self._is_sound(place)]
        changes = Changes(files, known - files.keys(), set())
        if before is not None:
            changes.grown = {p for p in stale if files[p][0] > before.files.get(p, files[p])[0]}
            pages = [p for p in (*stale, *changes.gone) if p.endswith(PAGE)]
            if len(pages) <= _MOST_PAGES:
                changes.pages = {
                    place: (self._book.ties_of(place, before.files), None) for place in pages
                }
        return changes, stale

    def _is_sound(self, place: str) -> bool:
        """Tell of a file that was touched, and is what was sound; a link to it is not."""
        if os.path.islink(f"{self._output.folder}{os.sep}{place}"):  # noqa: PTH114 - may be each file of a site: no Path
            return False
        total = self._sum_of(place)
        return total != "" and total == self._book.sum_of(place)

    def _sum_of(self, place: str) -> str:
        """Return what stands for a file's bytes; "" where its name says all, or it is not worth it.

        To open a photo is less work than to sum it.
        """
        if place.endswith(PAGE) or is_xml(place) or (self._is_summed and is_photo(place)):
            return self._output.sum_of(place)
        return ""

    def look(self, changes: Changes, stale: Sequence[str]) -> Iterator[Problem]:
        """Yield what is wrong with files by themselves, and note what they are like now."""
        if changes.gone:
            self._book.forget(changes.gone)
        looked = zip(stale, look_at(self._output.folder, self._site, stale), strict=True)
        while batch := list(islice(looked, _BATCH)):
            for place, (found, ties) in batch:
                yield from found
                changes.unsound.update([place] if found else [])
                if changes.pages is not None and ties is not None:
                    old, _ = changes.pages[place]
                    changes.pages[place] = old, Ties.unpack(ties)
            self._book.put(self._rows(batch))

    def _rows(self, batch: list[tuple[str, tuple[list[Problem], bytes | None]]]) -> Iterator[Row]:
        for place, (found, ties) in batch:
            total = "" if found else self._sum_of(place)
            if total or ties is not None:
                yield place, total, ties


def look_at(
    folder: Path, site: Site, places: Sequence[str]
) -> Iterator[tuple[list[Problem], bytes | None]]:
    """Yield what is wrong with each file by itself, and the ties of each page."""
    look = partial(_look, folder, site)
    is_little = sum(map(is_read, places)) <= _FEW
    done = map(look, places) if is_little else map_forked(look, places)
    yield from watch(done, "Kiểm tra", len(places))


def is_read(place: str) -> bool:
    """Tell whether what may be wrong with a file is in its bytes, not only in its name."""
    return place.endswith(PAGE) or is_xml(place) or is_photo(place)


def _look(folder: Path, site: Site, place: str) -> tuple[list[Problem], bytes | None]:
    if not place.endswith(PAGE):
        return list(find_problems_of_file(folder / place, folder)), None
    facts = read_page(folder, place)
    return list(find_problems_of_page(facts, site)), find_ties(facts, site).pack()


def read_page(folder: Path, place: str) -> Facts:
    return read_facts(place, (folder / place).read_bytes())
