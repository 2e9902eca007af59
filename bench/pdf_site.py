"""A site of as many articles as wanted, made of copies of the project's own, and its sheets."""

from __future__ import annotations

import pickle
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from pelican import Pelican
from pelican.settings import read_settings

from plugins.core import running
from plugins.core.executor import LocalExecutor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.executor import Task
    from plugins.paper.press import Press
    from plugins.paper.sheet import Sheet

ADDRESS = "https://vinhson.example"
_PROJECT = Path(__file__).parents[1]
_KEPT = "sheets"
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


class _Keeper:
    """Prints as ever, and keeps the press and the sheets in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def map_in_order(
        self, task: Task[Any, Any, Any], items: Iterable[tuple[Any, Any]], total: int
    ) -> Iterator[tuple[Any, Any]]:
        if task.label == "PDF":
            self._folder.mkdir()
            (self._folder / "press").write_bytes(pickle.dumps(task.shared))
            items = self._keep(items)
        return LocalExecutor().map_in_order(task, items, total)

    def _keep(self, items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        for number, (name, sheet) in enumerate(items):
            (self._folder / f"{number:05}.sheet").write_bytes(pickle.dumps(sheet))
            yield name, sheet


def build(folder: Path) -> None:
    """Build the site of `folder/content` into `folder/output`; keep what it prints with."""
    keeper = _Keeper(folder / _KEPT)
    with patch.object(running, "make_executor", lambda _settings: keeper):
        Pelican(read_settings(str(_PROJECT / "pelicanconf.py"), override=_settings(folder))).run()


def load_press(folder: Path) -> Press:
    """Return what `build` printed with, in another process of this benchmark."""
    press: Press = pickle.loads((folder / _KEPT / "press").read_bytes())  # noqa: S301
    return press


def load_sheets(folder: Path) -> Iterator[Sheet]:
    """Yield what `build` printed, one by one: all of them are no part of what is measured."""
    for path in sorted((folder / _KEPT).glob("*.sheet")):
        yield pickle.loads(path.read_bytes())  # noqa: S301


def _settings(folder: Path) -> dict[str, object]:
    return {
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / "output"),
        "CACHE_DIR": str(folder / "cache"),
        "THEME": str(folder / "theme"),
        "SITEURL": ADDRESS,
        "PHOTOS": _PHOTOS,
    }
