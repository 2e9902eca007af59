"""PDFs of the same articles by this project, by plain WeasyPrint calls and by headless Chromium.

    .venv/bin/python -m bench.pdf [--articles 100] [--only ours]

Tells CPU and size a document, memory, and how many hold to PDF/UA-1 by veraPDF. Exits 1 where
CPU is above 0.7 of Chromium's or a worker's settled memory above 120 MB (as in --articles 400).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.pdf_rivals import RIVALS
from bench.pdf_site import build, write_articles

_SHARE_OF_CHROMIUM = 0.7
_MEMORY_MB = 120
_VALIDATOR = Path(__file__).parents[1] / "tests" / "plugins" / "paper" / "verapdf.py"
_VALIDATED = 20


def measure(name: str, folder: Path) -> dict[str, float]:
    """Return what one of the rivals needs for the sheets in a folder."""
    command = [sys.executable, "-m", "bench.pdf_rivals", name, str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    paths = sorted((folder / name).glob("*.pdf"))
    figures["size_kb"] = sum(path.stat().st_size for path in paths) / len(paths) / 1024
    return figures | {"pdf_ua_%": validate(paths[:_VALIDATED])}


def validate(paths: list[Path]) -> float:
    """Return how many per cent of the files hold to PDF/UA-1."""
    command = [sys.executable, str(_VALIDATOR), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    broken = [rules for rules in json.loads(done.stdout).values() if rules]
    return 100 * (len(paths) - len(broken)) / len(paths)


def find_missed(rows: dict[str, dict[str, float]]) -> list[str]:
    """Return the floors that this project does not reach."""
    missed = []
    ours, chromium = rows["ours"], rows.get("chromium")
    if chromium and ours["cpu_s"] > _SHARE_OF_CHROMIUM * chromium["cpu_s"]:
        missed.append("CPU")
    if ours["settled_mb"] > _MEMORY_MB:
        missed.append("memory")
    return missed + (["PDF/UA"] if ours["pdf_ua_%"] < 100 else [])  # noqa: PLR2004 - all


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--only", choices=RIVALS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "content", given.articles)
        build(folder)
        rows = {rival: measure(rival, folder) for rival in ([given.only] if given.only else RIVALS)}
    print(f"{'':<10}" + "".join(f"{key:>12}" for key in next(iter(rows.values()))))
    for rival, figures in rows.items():
        print(f"{rival:<10}" + "".join(f"{value:>12.3f}" for value in figures.values()))
    missed = find_missed(rows) if "ours" in rows else []
    sys.exit(f"below the floor: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
