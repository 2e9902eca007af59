"""A site of as many articles as wanted, made of copies of the project's own, and its sheets."""

from __future__ import annotations

import pickle
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from pelican import Pelican
from pelican.settings import read_settings

from plugins.paper import publishing
from plugins.paper.printing import print_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.paper.sheet import Press, Printed, Sheet

_PROJECT = Path(__file__).parents[1]
# Fast to make, as large as ever: Chromium puts the AVIF into its PDFs.
_PHOTOS = {"avif_speed": 10, "social_pictures": False}
_LINK_TO_ARTICLE = re.compile(r"\]\((?![a-z]+:|#)[^)\s]*\.md[^)\s]*\)")


def write_articles(content: Path, count: int) -> None:
    """Copy the project's articles in turn, until there are so many, each under its own name."""
    found = sorted((_PROJECT / "content").glob("2*/*/index.md"))
    for number in range(count):
        original = found[number % len(found)].parent
        folder = content / original.parent.name / f"{original.name}-{number}"
        shutil.copytree(original, folder, ignore=shutil.ignore_patterns("index.*.md"))
        path = folder / "index.md"
        path.write_text(_LINK_TO_ARTICLE.sub("](https://vinhson.example/)", path.read_text()))
    shutil.copy(_PROJECT / "content" / "glossary.yml", content)
    # A copy: who edits the theme meanwhile would have the rivals print different pages.
    shutil.copytree(_PROJECT / "theme", content.parent / "theme")


def build(folder: Path) -> tuple[Press, list[Sheet]]:
    """Build the site of `folder/content` into `folder/output`; return what it would print with."""
    kept: list[tuple[Press, list[Sheet]]] = []

    def keep(press: Press, sheets: Sequence[Sheet], workers: int | None) -> list[Printed]:
        kept.append((press, list(sheets)))
        return print_sheets(press, sheets, workers)

    with patch.object(publishing, "print_sheets", keep):
        Pelican(read_settings(str(_PROJECT / "pelicanconf.py"), override=_settings(folder))).run()
    (pair,) = kept
    return pair


def _settings(folder: Path) -> dict[str, object]:
    return {
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / "output"),
        "CACHE_DIR": str(folder / "cache"),
        "THEME": str(folder / "theme"),
        "SITEURL": "https://vinhson.example",
        "PHOTOS": _PHOTOS,
    }


def keep_sheets(folder: Path, pair: tuple[Press, list[Sheet]]) -> None:
    (folder / "sheets").write_bytes(pickle.dumps(pair))


def load_sheets(folder: Path) -> tuple[Press, list[Sheet]]:
    """Return what `keep_sheets` wrote in another process of this benchmark."""
    pair: tuple[Press, list[Sheet]] = pickle.loads((folder / "sheets").read_bytes())  # noqa: S301
    return pair
