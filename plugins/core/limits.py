"""How much one source may ask of the build: its size, its lines, its nesting, its time."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_NESTING = 40

_KIB = 1024
# What HTML never closes, and what it closes by itself where the next one begins.
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_NEED_NO_END = _VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements that HTML opens again in every paragraph until they are closed (HTML, 13.2.4.3); those
# without attributes at most three times.
_REOPENED = re.compile(
    r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]", re.IGNORECASE
)
_MOST_REOPENED = 500_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What no article needs, and what would keep the build busy for minutes or end it.

    `source_kib`: the size of a file; `line_characters`: of one line; `nesting`: how deep lists,
    quotations and HTML may lie in one another; `cpu_s`: the computing time of one file.
    """

    source_kib: int = 512
    line_characters: int = 20_000
    nesting: int = DEFAULT_NESTING
    cpu_s: int = 15

    def __post_init__(self) -> None:
        for one in fields(self):
            if getattr(self, one.name) < 1:
                message = f"“{one.name}” phải từ 1 trở lên / must be at least 1."
                raise ValueError(message)


class TangledError(ValueError):
    """The HTML is nested too deep."""


def is_too_large(path: Path, limits: Limits) -> bool:
    """Tell whether a file is larger than a source may be, without reading it."""
    return path.stat().st_size > limits.source_kib * _KIB


def find_long_line(text: str, limits: Limits) -> int | None:
    """Return the number (from 1) of the first line that is too long, or None."""
    if len(text) <= limits.line_characters:
        return None
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if len(line) > limits.line_characters), None)


def refuse_tangles(html: str, nesting: int, *, is_balanced: bool) -> None:
    """Raise TangledError where HTML lies too deep, or would grow when it is put in order.

    What is not balanced yet is judged by the elements that must be closed, each name by itself: a
    parser's time grows with the square of their depth.
    """
    if (_depth(html) if is_balanced else _most_open(html)) > nesting:
        raise TangledError
    if not is_balanced and len(_REOPENED.findall(html)) * html.count("<") > _MOST_REOPENED:
        raise TangledError


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def _most_open(html: str) -> int:
    """Return how many elements of one name are open at most."""
    opened: dict[str, int] = defaultdict(int)
    most = 0
    for closing, written in _TAG.findall(html):
        name = written.lower()
        if name not in _NEED_NO_END:
            opened[name] = max(0, opened[name] - 1) if closing else opened[name] + 1
            most = max(most, opened[name])
    return most
