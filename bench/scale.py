"""Many articles by this project, by Pelican alone, by Hugo and by Eleventy: time and memory.

    .venv/bin/python -m bench.scale [--articles 1000 10000 100000] [--rounds 3] [--only hugo …]
    .venv/bin/python -m bench.scale --everything [--articles 1000]
    .venv/bin/python -m bench.scale --make-only FOLDER [--articles 10000]

All get the same words in their own front matter, and templates that show the same. Hugo and
Eleventy are installed into .cache/bench. `--everything` measures this project alone, with photos,
PDFs, search and checks. Exits 1 where a build fails or takes more than the project promises.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from bench.scale_engines import ENGINES, EVERYTHING
from bench.scale_floors import find_missed
from bench.scale_measure import ENVIRONMENT
from bench.scale_table import print_growth, print_results
from bench.scale_trials import prepare, run_rounds

_PROJECT = Path(__file__).resolve().parents[1]
_ALL = {engine.folder: engine for engine in (*ENGINES, EVERYTHING)}


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", help="10000; 1000 with --everything")
    parser.add_argument("--rounds", type=int, default=3, help="the figures are medians")
    parser.add_argument("--only", choices=_ALL, nargs="+", help="these generators")
    parser.add_argument("--everything", action="store_true", help="photos, PDFs, search, checks")
    parser.add_argument("--limit", type=float, default=3600, help="seconds for one build")
    parser.add_argument("--work", type=Path, default=_PROJECT / ".cache" / "bench" / "scale")
    parser.add_argument("--make-only", type=Path, metavar="FOLDER", help="write the sites, no more")
    given = parser.parse_args()
    names = given.only or [e.folder for e in ([EVERYTHING] if given.everything else ENGINES)]
    given.engines = [_ALL[name] for name in names]
    given.articles = given.articles or [1000 if EVERYTHING in given.engines else 10_000]
    return given


def make_only(given: argparse.Namespace) -> None:
    """Write the generators' folders, and tell how each is built by hand."""
    for trial in prepare(given.engines, given.make_only.resolve(), given.articles[0], given.limit):
        env = {**ENVIRONMENT, **trial.engine.env}
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in env.items())
        folder = shlex.quote(str(trial.site.folder))
        print(f"(cd {folder} && {settings} {shlex.join(trial.command)})")


def compare(given: argparse.Namespace) -> None:
    all_results = []
    for count in given.articles:
        sys.stderr.write(f"{count} articles: writing the sources\n")
        place = given.work.resolve() / str(count)
        trials = prepare(given.engines, place, count, given.limit)
        results = run_rounds(trials, count, given.rounds)
        print_results(results)
        all_results.append(results)
    if len(all_results) > 1:
        print_growth(all_results)
    for floor in (missed := find_missed(all_results)):
        print(f"below the floor: {floor.name}: {floor.value:.2f}, at most {floor.most}")
    sys.exit(1 if missed or any(results.failed for results in all_results) else 0)


def main() -> None:
    given = read_options()
    if given.make_only:
        make_only(given)
    else:
        compare(given)


if __name__ == "__main__":
    main()
