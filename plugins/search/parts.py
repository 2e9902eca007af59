"""Which documents are searched together: all, or the newest years and older ones apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plugins.core.document import Document
    from plugins.search.settings import SearchSettings


_LEAST_PER_ARCHIVE = 1250
_MOST_ARCHIVES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of one index; `years` are the first and last year of an archive's."""

    documents: tuple[Document, ...]
    years: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """Return what a progress line calls it."""
        return "mới / recent" if self.years is None else "–".join(map(str, self.years))


def cut_into_parts(documents: Sequence[Document], settings: SearchSettings) -> list[Part]:
    """Return the recent part, then the archives from the oldest on.

    Archives begin with the oldest year: a new article, or a new year, changes no full one.
    """
    by_year: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        if document.view.date:
            by_year[document.view.date.year].append(document)
    count = sum(map(len, by_year.values()))
    if count <= settings.archive_from_articles:
        return [Part(tuple(documents))]
    first_recent = max(by_year) - settings.recent_years + 1
    recent = tuple(d for d in documents if not d.view.date or d.view.date.year >= first_recent)
    older = {year: found for year, found in sorted(by_year.items()) if year < first_recent}
    return [Part(recent), *_bundle_years(older, choose_size(count, settings.articles_per_index))]


def choose_size(count: int, most: int) -> int:
    """Return how many articles an archive takes: the fewer, the sooner an edited one is made again.

    Readers ask each archive: there are to be few. Sizes are halves, quarters…, so that a growing
    site does not come to another one with each article.
    """
    size = most
    while size > _LEAST_PER_ARCHIVE and count <= _MOST_ARCHIVES * (size // 2):
        size //= 2
    return size


def _bundle_years(by_year: Mapping[int, list[Document]], most: int) -> Iterable[Part]:
    held: list[Document] = []
    years: list[int] = []
    for year, found in by_year.items():
        if held and len(held) + len(found) > most:
            yield Part(tuple(held), (years[0], years[-1]))
            held, years = [], []
        held += found
        years.append(year)
    if held:
        yield Part(tuple(held), (years[0], years[-1]))
