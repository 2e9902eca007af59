"""Lighthouse on the built site, phone profile: the median of some runs, printed as a table.

    .venv/bin/python -m bench.lighthouse [OUTPUT] [--runs 5]

OUTPUT is what `make publish` builds: search engines want full addresses. Performance is noisy, so
the median counts; the other categories must be 100 in every run. Exits 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.host import serve

FLOORS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)


def find_pages(output: Path) -> dict[str, str]:
    """Return the paths to measure: home, the longest article with photos, a listing, a page."""
    articles = sorted(output.glob("2*/*/*/*/index.html"), key=lambda p: p.stat().st_size)
    chosen = {"home": output / "index.html", "article": articles[-1]}
    chosen["listing"] = next(iter(sorted(output.glob("chuyen-muc/*/index.html"))))
    chosen["page"] = output / "gioi-thieu" / "index.html"
    return {n: f"/{p.parent.relative_to(output)}/".replace("/./", "/") for n, p in chosen.items()}


def run_lighthouse(url: str, profile: Path) -> dict[str, float]:
    """Return the scores (0–100) of one run and its LCP (ms), CLS and transferred bytes."""
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or "chromium"}
    command = ["node_modules/.bin/lighthouse", url, "--quiet", "--output=json"]
    flags = f"--chrome-flags={_FLAGS} --user-data-dir={profile}"
    done = subprocess.run([*command, flags], env=environment, capture_output=True, check=True)
    report = json.loads(done.stdout)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in FLOORS}
    audits = report["audits"]
    return scores | {
        "LCP ms": audits["largest-contentful-paint"]["numericValue"],
        "CLS": audits["cumulative-layout-shift"]["numericValue"],
        "KB": audits["total-byte-weight"]["numericValue"] / 1024,
    }


def measure(output: Path, runs: int) -> list[tuple[str, dict[str, float]]]:
    """Return each page's medians."""
    rows = []
    with serve(output) as host, tempfile.TemporaryDirectory() as folder:
        for name, path in find_pages(output).items():
            found = [run_lighthouse(host.address + path, Path(folder)) for _ in range(runs)]
            rows.append((name, {key: median(run[key] for run in found) for key in found[0]}))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", nargs="?", type=Path, default=Path("output"))
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    rows = measure(given.output, given.runs)
    print("page      " + "".join(f"{key:>16}" for key in rows[0][1]))
    for name, values in rows:
        print(f"{name:<10}" + "".join(f"{value:>16.2f}" for value in values.values()))
    missed = [n for n, v in rows if any(v[key] < floor for key, floor in FLOORS.items())]
    sys.exit(f"below the floor: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
