"""A source's body as checks read it: code and comments blanked, every character in its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.core.source import Source

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)
# What stands in a text but is not read: link targets, definitions, footnotes' signs, addresses,
# tags, attributes. Each begins with a sign of its own, so that the engine leaps to it.
_UNREAD = re.compile(
    r"\((?<=\]\()(?:<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)|\[(?<![^\n]\[)[^\]\n]+\]:[^\n]*"
    r"|\[\^[^\]\n]+\]|https?://[^\s<>]+|</?[a-zA-Z][^<>]*>|\{[:#.][^}\n]*\}"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NOT_NEWLINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Prose:
    """`text` has the body's length. `unread` has also those parts blanked that are not read."""

    text: str
    comments: tuple[tuple[int, str], ...]
    first_line: int

    def line_at(self, position: int) -> int:
        """Return the line in the file of a position in the text."""
        return bisect_right(self._starts, position) - 1 + self.first_line

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    @cached_property
    def words(self) -> str:
        text = _EMAIL.sub(_blank, self.text) if "@" in self.text else self.text
        return _UNREAD.sub(_blank, text)

    @cached_property
    def blocks(self) -> list[re.Match[str]]:
        """Return what stands between blank lines: paragraphs, lists, tables, photos, headings."""
        return list(_BLOCK.finditer(self.text))


def read_prose(source: Source) -> Prose:
    """Return the prose of a source's body."""
    text = _without_code(source) if source.has_code else source.body
    if "<!--" not in text:
        return Prose(text, (), source.body_line)
    comments = tuple((m.start(), m[0][4:-3].strip()) for m in _COMMENT.finditer(text))
    return Prose(_COMMENT.sub(_blank, text), comments, source.body_line)


def _without_code(source: Source) -> str:
    lines = [" " * len(line) for line in source.body.split("\n")]
    for number, line in source.prose_lines():
        lines[number - source.body_line] = line
    return "\n".join(lines)


def _blank(match: re.Match[str]) -> str:
    written = match[0]
    if "\n" not in written:
        return " " * len(written)
    return _NOT_NEWLINE.sub(lambda part: " " * len(part[0]), written)
