"""Each file looked at by itself, but for those that were sound and have not changed since."""

from __future__ import annotations

import os
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from plugins.audit.facts import Facts, read_facts
from plugins.audit.files import find_problems_of_file
from plugins.audit.pages import find_problems_of_page
from plugins.audit.ties import find_ties
from plugins.core.forking import map_forked
from plugins.core.workers import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.audit.book import Book, Row
    from plugins.audit.site import Site
    from plugins.core.output import Output
    from plugins.core.problems import Problem

PAGE = ".html"
_BATCH = 500


def look_at_files(output: Output, site: Site, book: Book) -> Iterator[Problem]:
    """Yield what is wrong with files by themselves; afterwards the book has them all."""
    known, sums = book.sums(), {place: output.sum_of(place) for place in site.files}
    stale = [p for p in sums if known.get(p) != sums[p] or _is_link(output.folder, p)]
    looked = watch(map_forked(partial(_look, output.folder, site), stale), "Kiểm tra", len(stale))
    pairs = zip(stale, looked, strict=True)
    while batch := list(islice(pairs, _BATCH)):
        rows: list[Row] = []
        for place, (found, ties) in batch:
            yield from found
            rows.append((place, "" if found else sums[place], ties))
        book.put(rows)
    book.keep_only(sums)


def _is_link(folder: Path, place: str) -> bool:
    """Tell of a link, which is wrong even where it leads to the very bytes that were sound."""
    return os.path.islink(f"{folder}{os.sep}{place}")  # noqa: PTH114 - for each file of a site: no Path


def _look(folder: Path, site: Site, place: str) -> tuple[list[Problem], bytes | None]:
    if not place.endswith(PAGE):
        return list(find_problems_of_file(folder / place, folder)), None
    facts = read_page(folder, place)
    return list(find_problems_of_page(facts, site)), find_ties(facts, site).pack()


def read_page(folder: Path, place: str) -> Facts:
    return read_facts(place, (folder / place).read_bytes())
