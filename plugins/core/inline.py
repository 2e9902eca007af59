"""Python-Markdown's inline patterns, tried only on texts that have the characters they need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# What a text must hold for a pattern to match it. One that is not named is always tried.
_MARKS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
_DELIMITERS = "em_strong"
_ANY_MARK = re.compile(r"[`\\\[<&*_]|  \n")
# Where the library's own pass stands among the tree processors.
_PRIORITY = 20

# A pattern of the library, and its mark.
Step = tuple[Any, str]


class QuickInline(Extension):
    """Most of an article's texts have none of these characters, and most have few."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(_QuickInlineProcessor(md), "inline", _PRIORITY)


class _QuickInlineProcessor(InlineProcessor):
    """The library's pass over a tree, with one loop of its own put in place of the library's."""

    _steps: tuple[Step, ...] = ()
    _knows_all = False

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        if not self._steps:
            patterns = self.inlinePatterns
            known = [name for name in (*_MARKS, _DELIMITERS) if name in patterns]
            marks = {patterns.get_index_for_name(name): _MARKS.get(name, "") for name in known}
            self._steps = tuple((p, marks.get(n, "")) for n, p in enumerate(patterns))
            self._knows_all = len(known) == len(patterns)
        return super().run(tree, ancestors)

    # The name that the library's private method has to the interpreter.
    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString) or (self._knows_all and not _ANY_MARK.search(data)):
            return data
        start, steps = 0, self._steps
        while first < len(steps):
            pattern, mark = steps[first]
            is_match = False
            if mark in data:
                apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # as above
                data, is_match, start = apply(pattern, data, first, start)
            if not is_match:
                first, start = first + 1, 0
        return data
