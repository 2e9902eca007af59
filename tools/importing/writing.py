"""Articles written into content/: whole or not at all, and never over what is there."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from plugins.core.article import ORIGINAL_NAME
from tools.articles import folder_name
from tools.check.site import list_sources

if TYPE_CHECKING:
    from pathlib import Path

    from tools.importing.converting import Article

_MARK = re.compile(r"<!-- Nhập từ: .* \[([0-9a-f]+)\] -->")
# Hidden from the build while it is being filled.
_UNFINISHED = ".importing"


class Shelf:
    """The content folder, and which files it already holds articles of."""

    def __init__(self, content_dir: Path) -> None:
        self._content_dir = content_dir
        shutil.rmtree(content_dir / _UNFINISHED, ignore_errors=True)
        self._known = {
            digest
            for path in list_sources(content_dir)
            for digest in _MARK.findall(path.read_text("utf-8", "replace"))
        }

    def has(self, digest: str) -> bool:
        """Tell whether the article that came from a file is here."""
        return digest in self._known

    def put(self, article: Article, digest: str) -> Path:
        """Write an article into a new folder and return it."""
        unfinished = self._content_dir / _UNFINISHED
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        for name, data in article.files.items():
            (unfinished / name).write_bytes(data)
        (unfinished / ORIGINAL_NAME).write_text(article.text, encoding="utf-8")
        folder = self._free_folder(article)
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished.rename(folder)
        self._known.add(digest)
        return folder

    def _free_folder(self, article: Article) -> Path:
        name = folder_name(article.title) or "bai"
        folder, number = self._content_dir / article.year / name, 1
        while folder.exists():
            number += 1
            folder = self._content_dir / article.year / f"{name}-{number}"
        return folder
