"""A source file after its front matter is read: what checks look at before Markdown does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.core.document import Extras

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plugins.core.article import ArticleView

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Source:
    """An editor's file. `body` is the Markdown below the front matter, NFC, with Unix line ends.

    `path` is below the project's folder ("content/2021/hop-bao/index.md"), as problems name it;
    `body_line` is the number (from 1) of the body's first line in the file.
    `extras` are those of the document that the source becomes: tree steps add to them.
    """

    path: str
    folder: Path
    view: ArticleView
    body: str
    body_line: int
    extras: Extras = field(default_factory=Extras)

    def lines_with(self, target: str) -> list[int]:
        """Return the lines that name a link's target; the body's first where none does so."""
        named = re.compile(rf"(?<![\w./%-]){re.escape(target)}(?![\w/%-]|\.\w)")
        return [n for n, line in self.prose_lines() if named.search(line)] or [self.body_line]

    @property
    def has_code(self) -> bool:
        """Tell whether the body may have code: most have none, and need no looking for it."""
        return "`" in self.body or "~~~" in self.body

    def prose_lines(self) -> Iterable[tuple[int, str]]:
        """Return (line number in the file, text) of each line outside code, spans blanked out."""
        lines = enumerate(self.body.split("\n"), self.body_line)
        return _without_code(lines) if self.has_code else lines


def _without_code(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
