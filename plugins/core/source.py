"""A source file after its front matter is read: what checks look at before Markdown does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.core.document import Extras

if TYPE_CHECKING:
    from collections.abc import Iterator
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

    def prose_lines(self) -> Iterator[tuple[int, str]]:
        """Yield (line number in the file, text) of each line outside code, spans blanked out."""
        fence = ""
        for number, line in enumerate(self.body.split("\n"), self.body_line):
            mark = _FENCE.match(line)
            if fence:
                if mark and mark[1].startswith(fence):
                    fence = ""
            elif mark:
                fence = mark[1]
            else:
                yield number, _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
