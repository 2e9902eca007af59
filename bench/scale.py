"""Many articles by this project, by Pelican alone, by Hugo and by Eleventy.

.venv/bin/python -m bench.scale --make-only FOLDER [--articles 10000]
"""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from bench.scale_engines import ENGINES
from bench.scale_measure import ENVIRONMENT


def make_only(folder: Path, count: int) -> None:
    """Write every generator's folder, and tell how it is built by hand."""
    for engine in ENGINES:
        site = engine.make(folder.resolve(), count)
        settings = [f"{name}={shlex.quote(value)}" for name, value in ENVIRONMENT.items()]
        command = " ".join([*settings, shlex.join(engine.install())])
        print(f"(cd {shlex.quote(str(site))} && {command})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    parser.add_argument("--make-only", type=Path)
    given = parser.parse_args()
    make_only(given.make_only, given.articles[0])


if __name__ == "__main__":
    main()
