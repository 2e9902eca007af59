"""A tiny site, really built by Pelican: core, photos, and a theme of a few lines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

PROJECT = Path(__file__).parents[3]
SECRET = "VINH-SON-SECRET"  # noqa: S105 - a mark to search for

_SETTINGS = """
import sys

sys.path.insert(0, {project!r})
from pelicanconf import *

PLUGINS = ["plugins.core", "plugins.photos"]
THEME = "theme"
PHOTOS = {photos!r}
"""
_TEMPLATE = """
{% import "macros/photo.html" as photo %}
<!DOCTYPE html>
<html lang="{{ page.lang }}">
<title>{{ page.title }}</title>
<meta property="og:image" content="{{ document.extras.social }}">
{% with cover = document.extras.cover %}
{% if cover %}{{ photo.picture(cover, cover.alt, "20rem") }}{% endif %}
{% endwith %}
<main>{{ document.html | safe }}</main>
"""
_ARTICLE = """\
---
title: {title}
date: 20/11/2026 08:00
category: Tin tức
summary: Tóm tắt.
---
{body}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A project's folder with content/, theme/ and settings; `build` makes output/."""

    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def add_article(self, name: str, body: str, title: str = "Họp báo") -> Path:
        """Write an article; return its folder, for its photos."""
        folder = self.content / "2026" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text(_ARTICLE.format(title=title, body=dedent(body)), "utf-8")
        return folder

    def page(self, name: str) -> str:
        return (self.output / f"2026/11/20/{name}/index.html").read_text("utf-8")

    def published(self) -> dict[str, bytes]:
        """Return every file of photos/ in the output, by its place there."""
        photos = self.output / "photos"
        found = sorted(p for p in photos.rglob("*") if p.is_file())
        return {p.relative_to(photos).as_posix(): p.read_bytes() for p in found}

    def build(self, output: str = "output") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(output),
            cwd=self.folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )

    def command(self, output: str = "output") -> list[str]:
        """Return the command that builds the site."""
        program = [sys.executable, "-m", "pelican", str(self.content)]
        places = ["--output", str(self.folder / output), "--settings", str(self.folder / "conf.py")]
        return [*program, *places, "--fatal=errors"]


# Problems name path and line: Pelican must not fold them.
ENVIRONMENT = os.environ | {"PYTHONUTF8": "1", "COLUMNS": "400", "SOURCE_DATE_EPOCH": "1800000000"}


def make_site(folder: Path, photos: dict[str, object] | None = None) -> Site:
    """Return an empty site whose photos are small, so that building it is quick."""
    small = {"avif_widths_px": (60, 120), "jpeg_width_px": 100, "avif_speed": 10}
    theme = folder / "theme"
    (theme / "static/css").mkdir(parents=True)
    shutil.copy(PROJECT / "theme/static/css/tokens.css", theme / "static/css")
    shutil.copytree(PROJECT / "theme/templates/macros", theme / "templates/macros")
    shutil.copytree(PROJECT / "theme/fonts", theme / "fonts")
    for name in ("article", "page"):
        (theme / f"templates/{name}.html").write_text(_TEMPLATE, "utf-8")
    (theme / "translations").mkdir()
    for lang in ("vi", "en"):
        (theme / f"translations/{lang}.json").write_text('{"home": "Trang chủ"}', "utf-8")
    settings = _SETTINGS.format(project=str(PROJECT), photos=small | (photos or {}))
    (folder / "conf.py").write_text(settings, "utf-8")
    (folder / "content").mkdir()
    return Site(folder)


def take_photo(path: Path, size: tuple[int, int] = (200, 150), seed: int = 0) -> None:
    """Write a photo as a camera does: lying, with GPS, a serial number, XMP and a comment."""
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(picture).rectangle((seed, seed, seed + 40, seed + 30), "red")
    exif = Image.Exif()
    exif[Base.Model] = SECRET
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    picture.save(path, exif=exif, xmp=SECRET.encode(), comment=SECRET.encode())
