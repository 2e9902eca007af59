"""The tiny site: its photos and files are made here, and Pelican builds it as anybody would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
# Noon of 1 March 2026 in Viet Nam: "bai-hen-gio" is of the day after.
NOW = "1772341200"
PHOTOS = (
    "hop-bao-thang-1/toan-canh.jpg",
    "hop-bao-thang-1/ban-chu-toa.jpg",
    "hop-bao-thang-1/phong-vien.jpg",
    "ban-nhap/anh-mat.jpg",
)
FILES = {
    # As file systems of other makes keep the name: decomposed.
    f"hop-bao-thang-1/{unicodedata.normalize('NFD', 'Dự thảo.pdf')}": b"%PDF-1.4\n%%EOF\n",
    "hop-bao-thang-1/bang-ke.csv": b"quy,so thu\n1,1250\n",
    "ban-nhap/tep-mat.csv": b"mat\n",
    "bai-hen-gio/tep-mat.csv": b"mat\n",
}
CAMERA_OWNER = "May anh cua Thu Ha"


def make_photo(path: Path, seed: int) -> None:
    """Write a photo of 800 × 600 with a camera's name and the place where it was taken."""
    image = Image.new("RGB", (800, 600), (200, 60 * seed % 256, 90))
    pen = ImageDraw.Draw(image)
    for step in range(0, 600, 20):
        pen.ellipse(
            (step, step // 2, step + 120, step // 2 + 90), (step % 256, 40 * seed % 256, 120)
        )
    exif = Image.Exif()
    exif[0x010F] = CAMERA_OWNER
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (12.0, 40.0, 30.0), 3: "E", 4: (108.0, 2.0, 15.0)})
    image.save(path, exif=exif, quality=85)


def copy_content(target: Path) -> None:
    """Copy the tiny site's sources and make what lies beside them."""
    shutil.copytree(HERE / "content", target)
    for seed, photo in enumerate(PHOTOS, 1):
        make_photo(target / "2026" / photo, seed)
    for name, data in FILES.items():
        (target / "2026" / name).write_bytes(data)


@dataclass(frozen=True)
class Pelican:
    """How Pelican is run: where, by which settings, at which time, with which cache, and by whom.

    `prefix` is a program, with its arguments, that runs it.
    """

    project: Path = PROJECT
    settings: Path = HERE / "siteconf.py"
    now: str = NOW
    cache: Path | None = None
    prefix: tuple[str, ...] = ()

    def run(self, content: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
        """Build `content` into `output`; the cache lies beside the output unless another is set."""
        command = [sys.executable, "-m", "pelican", str(content), "--output", str(output)]
        cache = f'CACHE_DIR="{self.cache or output.parent / "cache"}"'
        settings = ["--settings", str(self.settings), "--extra-settings", cache]
        return subprocess.run(
            [*self.prefix, *command, *settings, *(options or ["--fatal=warnings"])],
            cwd=self.project,
            env=os.environ | {"SOURCE_DATE_EPOCH": self.now, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


run_pelican = Pelican().run
