"""The measurements as tables: what each build took, beside Hugo's and Pelican's full builds."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bench.scale_edits import COLD
from bench.scale_engines import EVERYTHING, HUGO, PELICAN
from bench.scale_outputs import find_differences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.scale_measure import Cost
    from bench.scale_trials import Results, Row

_SHOWN_PARTS = 6
_SMALLEST_PART = 0.01


def print_results(results: Results) -> None:
    """Print the table of one number of articles, then the sites, then what failed."""
    costs = results.medians()
    shares = "wall, CPU of Hugo | wall, CPU of Pelican"
    print(f"\n| {results.count:,} articles | wall s | CPU s | peak MB | {shares} |")
    print("|---|---:|---:|---:|---:|---:|")
    for row, cost in costs.items():
        figures = f"{cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mb:.0f}"
        beside = (_share(cost, costs.get((rival.name, COLD))) for rival in (HUGO, PELICAN))
        print(f"| {', '.join(row)} | {figures} | {' | '.join(beside)} |")
    _print_parts(results, costs)
    _print_sites(results)
    for name, message in results.failed.items():
        print(f"\n{name} failed, {message}")


def _share(cost: Cost, other: Cost | None) -> str:
    """Return a build's wall time and CPU as shares of another's."""
    return f"{cost.wall_s / other.wall_s:.2f}, {cost.cpu_s / other.cpu_s:.2f}" if other else "–"


def _print_parts(results: Results, costs: dict[Row, Cost]) -> None:
    for row, seconds in results.parts.items():
        if row not in costs:
            continue
        # The clock is of the last round, and so is what it is a share of.
        whole = results.costs[row][-1].wall_s
        largest = sorted(seconds.items(), key=lambda part: -part[1])[:_SHOWN_PARTS]
        shares = [
            f"{feature} {taken:.2f} s ({taken / whole:.0%})"
            for feature, taken in largest
            if taken / whole >= _SMALLEST_PART
        ]
        print(f"\n{', '.join(row)}: of {whole:.2f} s {', '.join(shares)}")


def _print_sites(results: Results) -> None:
    print()
    for name, built in results.built.items():
        print(f"{name}: {built.pages:,} HTML pages, {built.size_mb:.1f} MB in all")
    alike = [name for name in results.built if name != EVERYTHING.name]
    for one, other in combinations(alike, 2):
        places = find_differences(results.built[one], results.built[other])
        compared = len({*results.built[one].words, *results.built[other].words})
        print(f"{one} and {other}: {len(places)} of {compared} pages differ {places[:3] or ''}")


def print_growth(all_results: Sequence[Results]) -> None:
    """Print what an article costs as their number grows."""
    print("\n| wall ms an article | " + " | ".join(f"{r.count:,}" for r in all_results) + " |")
    print("|---|" + "---:|" * len(all_results))
    tables = [results.medians() for results in all_results]
    for row in dict.fromkeys(row for costs in tables for row in costs):
        cells = [
            f"{1000 * costs[row].wall_s / results.count:.3f}" if row in costs else "–"
            for results, costs in zip(all_results, tables, strict=True)
        ]
        print(f"| {', '.join(row)} | {' | '.join(cells)} |")
