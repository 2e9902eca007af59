"""Rounds of measurements: each generator in turn, each of its builds in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.scale_edits import (
    COLD,
    EDITS,
    EDITS_OF_EVERYTHING,
    EDITS_OF_RESIDENT,
    RESIDENT_EDITS_OF_EVERYTHING,
    Site,
    edit_nothing,
)
from bench.scale_engines import EVERYTHING, OUTPUT, SITES, US
from bench.scale_measure import FailedError, measure, take_medians
from bench.scale_outputs import look_at
from bench.scale_resident import staying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from bench.scale_edits import Edit
    from bench.scale_engines import Engine
    from bench.scale_measure import Cost
    from bench.scale_outputs import Built

_CLOCK = "seconds.json"
_RESIDENT_EDITS = {US.name: EDITS_OF_RESIDENT, EVERYTHING.name: RESIDENT_EDITS_OF_EVERYTHING}
# A generator's name and what was changed before its build.
Row = tuple[str, str]


@dataclass(slots=True)
class Results:
    """What was measured of one number of articles.

    `parts` has, where everything is on, the wall seconds of each feature in the last round.
    """

    count: int
    costs: dict[Row, list[Cost]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[Row, dict[str, float]] = field(default_factory=dict)
    built: dict[str, Built] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def medians(self) -> dict[Row, Cost]:
        return {row: take_medians(costs) for row, costs in self.costs.items()}


@dataclass(frozen=True, slots=True)
class Trial:
    """A generator with a site of its own."""

    engine: Engine
    site: Site
    command: Sequence[str]
    limit_s: float

    def edits_of(self, number: int) -> Mapping[str, Edit]:
        if self.engine is not EVERYTHING:
            return EDITS if self.engine is US else {COLD: edit_nothing}
        # From nothing once: it takes half an hour for 10,000 articles.
        return {n: e for n, e in EDITS_OF_EVERYTHING.items() if number == 1 or n != COLD}

    def run(self, number: int, results: Results) -> None:
        """Build once for each edit; a failure ends this generator's part."""
        try:
            for name, edit in self.edits_of(number).items():
                if name == COLD:
                    self.engine.forget(self.site.folder)
                self._measure(name, edit, number, results, self._build)
            edits = _RESIDENT_EDITS.get(self.engine.name)
            if edits is not None:
                self._run_resident(edits, number, results)
        except FailedError as error:
            results.failed[self.engine.name] = str(error)

    def _run_resident(self, edits: Mapping[str, Edit], number: int, results: Results) -> None:
        with staying(self.command, self.site.folder, self.limit_s) as resident:
            for name, edit in edits.items():
                self._measure(name, edit, number, results, resident.build)

    def _build(self) -> Cost:
        return measure(self.command, self.site.folder, self.engine.env, self.limit_s)

    def _measure(
        self, name: str, edit: Edit, number: int, results: Results, build: Callable[[], Cost]
    ) -> None:
        edit(self.site, number)
        # What the build before has left to write is not this one's.
        os.sync()
        try:
            cost = build()
        except FailedError as error:
            raise FailedError(f"{name}: {error}") from error
        row = (self.engine.name, name)
        results.costs[row].append(cost)
        _tell(number, row, cost)
        self._look(row, results)

    def _look(self, row: Row, results: Results) -> None:
        clock = self.site.folder / _CLOCK
        # A preview's wall time ends before the last of them.
        if clock.is_file() and row[1] in EDITS_OF_EVERYTHING:
            results.parts[row] = json.loads(clock.read_text("utf-8"))
        if row[1] == COLD and self.engine.name not in results.built:
            results.built[self.engine.name] = look_at(self.site.folder / OUTPUT)


def _tell(number: int, row: Row, cost: Cost) -> None:
    figures = f"{cost.wall_s:.2f} s, {cost.cpu_s:.2f} s CPU, {cost.peak_mb:.0f} MB"
    sys.stderr.write(f"  round {number}: {', '.join(row)}: {figures}\n")


def prepare(engines: Sequence[Engine], place: Path, count: int, limit_s: float) -> list[Trial]:
    """Write each generator's site of so many articles below `place`."""
    trials = []
    for engine in engines:
        command = engine.install()
        folder = engine.make(place, count)
        site = Site(folder, count, SITES / engine.folder, engine.has_everything)
        trials.append(Trial(engine, site, command, limit_s))
    return trials


def run_rounds(trials: Sequence[Trial], count: int, rounds: int) -> Results:
    """Measure all in turn, in another order each round: nobody is always the first."""
    results = Results(count)
    for number in range(1, rounds + 1):
        first = (number - 1) % len(trials)
        for trial in (*trials[first:], *trials[:first]):
            if trial.engine.name not in results.failed:
                trial.run(number, results)
    return results
