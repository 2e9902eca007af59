"""What unchanged photos cost a rebuild: the CPU of a site with them, less that of one without."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from random import Random

from PIL import Image

PROJECT = Path(__file__).resolve().parents[1]
_ARTICLES, _RUNS = 100, 5
_SETTINGS = f"""
import sys

sys.path.insert(0, {str(PROJECT)!r})
from pelicanconf import *

PLUGINS = ["plugins.core", "plugins.photos"]
THEME = {str(PROJECT / "theme")!r}
PHOTOS = {{"avif_widths_px": (24, 32), "jpeg_width_px": 32, "avif_speed": 10}}
"""
_HEAD = "---\ntitle: Bài {n}\ndate: 20/01/2026 08:00\ncategory: Tin tức\nsummary: Tóm tắt.\n---\n"


def make_site(folder: Path, photos: int) -> None:
    """Write a site of some articles that show so many small photos together."""
    dice = Random(1)  # noqa: S311 - pictures, no secrets
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(_SETTINGS, "utf-8")
    for number in range(_ARTICLES):
        article = folder / f"content/2026/bai-{number}"
        article.mkdir(parents=True)
        shown = range(photos // _ARTICLES)
        body = "".join(f"![Ảnh thứ {n} của bài]({n}.jpg)\n\n" for n in shown)
        (article / "index.md").write_text(_HEAD.format(n=number) + body, "utf-8")
        for name in shown:
            Image.frombytes("RGB", (40, 30), dice.randbytes(3600)).save(article / f"{name}.jpg")


def build(folder: Path) -> float:
    """Build the site; return the seconds of CPU that it took."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [*command, "--settings", "conf.py", "--fatal=errors"],
        cwd=folder,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_rebuild(folder: Path, photos: int) -> tuple[float, float]:
    """Return the CPU of a rebuild with unchanged photos, and with none: the least of five."""
    sites = (folder / "with", folder / "without")
    for site, count in zip(sites, (photos, 0), strict=True):
        make_site(site, count)
        build(site)
    rounds = [[build(site) for site in sites] for _ in range(_RUNS)]
    full, empty = (min(times) for times in zip(*rounds, strict=True))
    return full, empty
