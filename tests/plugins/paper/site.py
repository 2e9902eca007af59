"""Real builds of small sites, by Pelican in a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).parents[3]
AWKWARD = Path(__file__).with_name("awkward")
_LONG_WORD = "Nghiêng" * 43
_ROWS = 200
# Paper shows JPEGs only: the others are made small and fast.
_PHOTOS = {
    "avif_widths_px": [32],
    "avif_speed": 10,
    "jpeg_width_px": 400,
    "social_pictures": False,
}


@dataclass(frozen=True)
class Site:
    """A folder with content, and what builds of it leave."""

    folder: Path
    project: Path = PROJECT
    elsewhere: Path | None = None

    @property
    def content(self) -> Path:
        return self.elsewhere or self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cached(self) -> list[Path]:
        return sorted((self.folder / "cache" / "pdf").glob("*.pdf"))

    @property
    def pdfs(self) -> list[Path]:
        """Return the documents' PDFs: those named as their folder."""
        return sorted(p for p in self.output.rglob("*.pdf") if p.stem == p.parent.name)

    def build(self, **settings: object) -> subprocess.CompletedProcess[str]:
        """Build the site; return how it went."""
        given = {
            "OUTPUT_PATH": str(self.output),
            "CACHE_DIR": str(self.folder / "cache"),
            "SITEURL": "https://vinhson.example/cong",
            "PHOTOS": _PHOTOS,
            **settings,
        }
        command = [sys.executable, "-m", "pelican", str(self.content), "--settings"]
        extra = [f"{name}={json.dumps(value)}" for name, value in given.items()]
        return subprocess.run(
            [*command, "pelicanconf.py", "--fatal=errors", "--extra-settings", *extra],
            cwd=self.project,
            env=os.environ | {"PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1798761600"},
            capture_output=True,
            text=True,
            check=False,
        )

    def build_well(self, **settings: object) -> None:
        done = self.build(**settings)
        assert done.returncode == 0, done.stdout + done.stderr


def copy_project(folder: Path) -> Path:
    """Copy what builds read: who edits the theme meanwhile changes no build of these tests."""
    for name in ("plugins", "theme"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pelicanconf.py", folder)
    return folder


def write_awkward_content(folder: Path) -> None:
    """Write the awkward cases to a content folder, with what is too dull to keep in files."""
    shutil.copytree(AWKWARD, folder, dirs_exist_ok=True)
    for path in folder.rglob("*.md"):
        text = path.read_text("utf-8").replace("LONGWORD", _LONG_WORD)
        path.write_text(re.sub("^ROWS$", _rows(), text, flags=re.MULTILINE), "utf-8")
    photos = folder / "2026" / "anh"
    for name, size in (("ngang.jpg", (600, 400)), ("doc.jpg", (400, 700)), ("nho.png", (48, 48))):
        Image.new("RGB", size, (40, 120, 160)).save(photos / name)


def _rows() -> str:
    rows = [f"| {n} | Nguyễn Thị Số {n} | {n * 7 % 100} điểm |" for n in range(1, _ROWS + 1)]
    return "\n".join(["| STT | Họ và tên | Điểm |", "|--:|---|--:|", *rows])
