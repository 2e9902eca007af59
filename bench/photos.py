"""Photos against eleventy-img, Hugo and plain Pillow: CPU, memory, bytes and likeness, as a table.

    .venv/bin/python -m bench.photos [--count 6] [--work FOLDER]

Every tool gets the same made-up photos of 12 megapixels and makes three widths of its most modern
format and one JPEG. Start-up is taken off: what counts is all photos less the first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from bench.photos_rebuild import measure_rebuild
from bench.photos_rivals import install_eleventy, install_hugo, our_command

if TYPE_CHECKING:
    from bench.photos_rivals import Tool

WIDTH_PX = 960
UNCHANGED = 2000
_KIB = 1024


@dataclass(slots=True)
class Run:
    """What one tool took for all photos: seconds of CPU a photo, peak memory, bytes a photo."""

    cpu_s: float
    peak_mib: float
    stored_kib: float


def spend(command: list[str]) -> tuple[float, float]:
    """Run a command; return its seconds of CPU and its peak memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / _KIB


def measure(tool: Tool, photos: Path, target: Path) -> Run:
    """Return what a tool takes for a folder of photos; its derivatives are in `target` then."""
    first = photos.with_name("first")
    count = len(list(photos.glob("*.jpg")))
    alone = target.with_name(f"{target.name}-first")
    start_up = spend(tool(first, alone))[0]
    cpu_s, peak_mib = spend(tool(photos, target))
    stored = sum(p.stat().st_size for p in target.rglob("*.*") if p.suffix in _KINDS)
    return Run((cpu_s - start_up) / (count - 1), peak_mib, stored / count / _KIB)


_KINDS = {".avif", ".webp", ".jpg", ".jpeg"}


def draw_photos(folder: Path, count: int, megapixels: int) -> Path:
    """Have the photos drawn by another process: this one must stay small."""
    if not folder.is_dir():
        module = [sys.executable, "-m", "bench.photos_scenes"]
        subprocess.run([*module, str(folder), str(count), str(megapixels)], check=True)
    return folder


def compare(photos: Path, targets: dict[str, Path]) -> dict[str, tuple[float, float]]:
    """Return each tool's mean likeness at 960 px, and our bytes for that likeness by its bytes."""
    # Here only, after all is measured: a parent's memory counts as its children's peak.
    from bench.photos_quality import compare_derivatives  # noqa: PLC0415

    found = {}
    for name, target in targets.items():
        pairs = [compare_derivatives(p, target, WIDTH_PX) for p in sorted(photos.glob("*.jpg"))]
        found[name] = (mean(pair[0] for pair in pairs), mean(pair[1] for pair in pairs))
    return found


def print_tools(runs: dict[str, Run], likenesses: dict[str, tuple[float, float]]) -> None:
    ours = runs["ours"].cpu_s
    print("| 12 MP | CPU s a photo | ours | peak MiB | KiB stored | SSIM | our bytes at its SSIM |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, run in runs.items():
        like, share = likenesses[name]
        cells = f"{run.cpu_s:.2f} | {ours / run.cpu_s:.0%} | {run.peak_mib:.0f}"
        print(f"| {name} | {cells} | {run.stored_kib:.0f} | {like:.4f} | {share:.0%} |")


def print_encoders(photos: Path) -> None:
    from bench.photos_quality import bytes_of_encoders  # noqa: PLC0415 - as above

    sizes = [bytes_of_encoders(p, WIDTH_PX) for p in sorted(photos.glob("*.jpg"))]
    print(f"\n| at {WIDTH_PX} px and the SSIM of our AVIF | KiB | of JPEG |\n|---|---:|---:|")
    jpeg = mean(one["JPEG"] for one in sizes)
    for name in sizes[0]:
        size = mean(one[name] for one in sizes)
        print(f"| {name} | {size / _KIB:.0f} | {size / jpeg:.0%} |")


def run_all(work: Path, count: int) -> None:
    photos = draw_photos(work / "photos", count, 12)
    large = draw_photos(work / "large", 1, 24)
    (work / "first").mkdir(exist_ok=True)
    shutil.copy(photos / "0.jpg", work / "first")
    tools = {"ours": our_command("ours"), "plain Pillow, full decode": our_command("plain")}
    tools |= install_eleventy(work / "eleventy") | install_hugo(work / "hugo")
    targets = {name: work / f"made-{number}" for number, name in enumerate(tools)}
    for made in work.glob("made-*"):
        shutil.rmtree(made)
    runs = {name: measure(tool, photos, targets[name]) for name, tool in tools.items()}
    peak = spend(our_command("ours")(large, work / "made-large"))[1]
    shutil.rmtree(work / "rebuild", ignore_errors=True)
    full, empty = measure_rebuild(work / "rebuild", UNCHANGED)
    print_tools(runs, compare(photos, targets))
    print_encoders(photos)
    print(f"\nPeak memory of one photo of 24 MP: {peak:.0f} MiB")
    print(f"Rebuild with {UNCHANGED} unchanged photos: {full:.2f} s CPU, without: {empty:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--work", type=Path, help="kept; a temporary folder where not given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = (given.work or Path(folder)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        run_all(work, given.count)


if __name__ == "__main__":
    main()
