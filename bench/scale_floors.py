"""What this project promises of its builds, and which of the promises a measurement breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.scale_edits import BODY, COLD, RESIDENT_BODY, RESIDENT_TITLE, SAME
from bench.scale_engines import EVERYTHING, HUGO, PELICAN, US

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.scale_measure import Cost
    from bench.scale_trials import Results, Row

_MANY, _MORE = 10_000, 100_000
_MEMORY_OF_MORE_MB = 4096


class Floor(NamedTuple):
    """A figure, and the most that it may be."""

    name: str
    value: float
    most: float


def find_missed(all_results: Sequence[Results]) -> list[Floor]:
    """Return the promises that do not hold, of those that were measured."""
    tables = {results.count: results.medians() for results in all_results}
    many, more = tables.get(_MANY, {}), tables.get(_MORE, {})
    floors = [*_beside_rivals(many), *_by_itself(many), *_grown(many, more)]
    return [floor for floor in floors if floor.value > floor.most]


def _beside_rivals(costs: Mapping[Row, Cost]) -> Iterator[Floor]:
    hugo, pelican = costs.get((HUGO.name, COLD)), costs.get((PELICAN.name, COLD))
    cold = costs.get((US.name, COLD))
    # An edit's fresh process is in the table beside it: Python's start alone is half of a floor.
    for name, most in ((COLD, 1.1), (RESIDENT_BODY, 0.1), (RESIDENT_TITLE, 0.2)):
        ours = costs.get((US.name, name))
        if ours and hugo:
            yield Floor(f"{name}, wall of Hugo's", ours.wall_s / hugo.wall_s, most)
    if cold and hugo:
        yield Floor("memory of Hugo's", cold.peak_mb / hugo.peak_mb, 1)
    if cold and pelican:
        yield Floor(f"{COLD}, wall of Pelican's", cold.wall_s / pelican.wall_s, 0.4)


def _by_itself(costs: Mapping[Row, Cost]) -> Iterator[Floor]:
    if same := costs.get((US.name, SAME)):
        yield Floor(f"{SAME}, CPU s", same.cpu_s, 1.5)
    if body := costs.get((EVERYTHING.name, BODY)):
        yield Floor(f"everything on, {BODY}, wall s", body.wall_s, 10)


def _grown(many: Mapping[Row, Cost], more: Mapping[Row, Cost]) -> Iterator[Floor]:
    one, other = many.get((US.name, COLD)), more.get((US.name, COLD))
    if other:
        yield Floor("memory of 100,000 articles, MB", other.peak_mb, _MEMORY_OF_MORE_MB)
    if one and other:
        grown = other.wall_s / _MORE / (one.wall_s / _MANY)
        yield Floor("an article's wall among 100,000 beside 10,000", grown, 1.3)
