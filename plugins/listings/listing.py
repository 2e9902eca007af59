"""A listing cut into pages: what each shows, and how it leads to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.core.document import Document


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month of the archive, with how many articles it has."""

    title: str
    url: str
    count: int
    months: tuple[Period, ...] = ()
    is_current: bool = False


class PageLink(NamedTuple):
    """A numbered link of the pagination."""

    number: int
    url: str
    is_current: bool


class Listing(NamedTuple):
    """One page of a listing. `pages` has None where numbers are left out."""

    heading: str
    intro: str
    documents: tuple[Document, ...]
    number: int
    last_number: int
    total: int
    previous_url: str | None
    next_url: str | None
    pages: tuple[PageLink | None, ...]
    atom_url: str | None = None
    rss_url: str | None = None
    json_url: str | None = None
    periods: tuple[Period, ...] = ()


def count_pages(total: int, per_page: int) -> int:
    """Return how many pages a listing has: one even where there is nothing to list."""
    return max(1, -(-total // per_page))


def link_pages(number: int, last: int, url_of: Callable[[int], str]) -> tuple[PageLink | None, ...]:
    """Return links to the first, the last and the pages around `number`; None for each gap."""
    if last == 1:
        return ()
    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    return tuple(_with_gaps(shown, number, url_of))


def _with_gaps(
    shown: list[int], current: int, url_of: Callable[[int], str]
) -> Iterator[PageLink | None]:
    before = 0
    for number in shown:
        if number == before + 2:
            # A gap of one number is that number: a "…" would be no shorter.
            yield PageLink(number - 1, url_of(number - 1), is_current=False)
        elif number > before + 2:
            yield None
        yield PageLink(number, url_of(number), number == current)
        before = number
