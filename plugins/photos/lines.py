"""The lines of an element's content, as its author wrote them: taken apart and joined again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from lxml.html import HtmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable

Node: TypeAlias = str | HtmlElement

# Elements that begin a line of their own whatever surrounds them.
_BLOCKS = frozenset(
    {"p", "ul", "ol", "dl", "table", "div", "blockquote", "pre", "figure", "section", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)


@dataclass(slots=True)
class Line:
    """The nodes of a line; `end` is the line break after it, if one was."""

    nodes: list[Node] = field(default_factory=list)
    end: Node = ""

    @property
    def is_blank(self) -> bool:
        return all(isinstance(node, str) and not node.strip() for node in self.nodes)


def split_lines(element: HtmlElement) -> list[Line]:
    """Empty an element and return its content by lines: at line ends, at `<br>`, around blocks."""
    lines = [Line()]
    for node in _take_apart(element):
        if isinstance(node, str):
            _add_text(lines, node)
        elif node.tag == "br":
            lines[-1].end = node
            lines.append(Line())
        elif node.tag in _BLOCKS:
            lines += [Line([node]), Line()]
        else:
            lines[-1].nodes.append(node)
    return [line for line in lines if line.nodes or line.end != ""]


def join_lines(element: HtmlElement, pieces: Iterable[list[Line] | HtmlElement]) -> None:
    """Put lines, and whole elements between them, at the end of an element's content."""
    for piece in pieces:
        if isinstance(piece, list):
            for number, line in enumerate(piece, 1):
                for node in line.nodes:
                    append(element, node)
                if number < len(piece):
                    append(element, line.end)
        else:
            append(element, piece)


def _take_apart(element: HtmlElement) -> list[Node]:
    nodes: list[Node] = [element.text or ""]
    for child in list(element):
        nodes += [child, child.tail or ""]
        child.tail = None
        element.remove(child)
    element.text = None
    return nodes


def _add_text(lines: list[Line], text: str) -> None:
    first, *others = text.split("\n")
    if first:
        lines[-1].nodes.append(first)
    for other in others:
        # The break after <br> or a block is white space that Markdown wrote, not a line.
        if lines[-1].nodes:
            lines[-1].end = "\n"
            lines.append(Line())
        if other:
            lines[-1].nodes.append(other)


def append(element: HtmlElement, node: Node) -> None:
    """Put a node behind an element's content."""
    if not isinstance(node, str):
        element.append(node)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + node
    else:
        element.text = (element.text or "") + node
