"""One audit from end to end: each file by itself, the pages with one another, their weights."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.audit.between import explain, find_suspects
from plugins.audit.concern import Concern, find_concerned
from plugins.audit.outcome import Outcome
from plugins.audit.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.audit.book import Book
    from plugins.audit.looking import Looking
    from plugins.audit.site import Site
    from plugins.audit.ties import Ties
    from plugins.audit.weights import Scales
    from plugins.core.placing import Stamp
    from plugins.core.problems import Problem

# Pages that many others lead to, when it has to be told what is wrong with their links.
_REMEMBERED = 512


def find_problems(
    looking: Looking, stamps: dict[str, Stamp], scales: Scales, book: Book
) -> Iterator[Problem]:
    """Yield all that is wrong with files of these stamps; then the book knows how it ended."""
    site, before = scales.site, book.outcome()
    changes, stale = looking.compare(stamps, before)
    yield from looking.look(changes, stale)
    budgets = repr(scales.settings)
    concern = before and find_concerned(before, changes, scales.templates, budgets, site)
    if concern is None:
        concern = Concern(None, None, _count(book.pages()))
    suspects = find_suspects(_pick(book, concern.ties, site), book, site)
    yield from explain(suspects, site, lru_cache(_REMEMBERED)(looking.read))
    heavy = list(scales.find_heavy(_pick(book, concern.weights, site)))
    yield from heavy
    outcome = Outcome(
        files=changes.files,
        templates=dict(scales.templates),
        budgets=budgets,
        unsound=frozenset(changes.unsound),
        suspects=frozenset(suspects),
        heavy=frozenset(problem.path for problem in heavy),
        wanted=dict(concern.wanted.counts),
    )
    if stale or outcome != before:
        book.conclude(outcome)


def _count(pages: Iterable[Ties]) -> Wanted:
    wanted = Wanted()
    for page in pages:
        wanted.add(page)
    return wanted


def _pick(book: Book, places: frozenset[str] | None, site: Site) -> Iterator[Ties]:
    """Yield the ties of those places that are pages; of all pages for None."""
    if places is None:
        yield from book.pages()
        return
    for place in places:
        ties = book.ties_of(place, site.files)
        if ties is not None:
            yield ties
