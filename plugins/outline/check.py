"""Headings as editors write them: none above h2, no level skipped, none empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem
    from plugins.core.source import Source

_HEADING = re.compile(r"(#{1,6})(?!#)(.*?)#*\s*$")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*$")
_FIRST = 2

CATALOGUE = {
    "heading-too-high": Entry(
        "Đề mục trong bài không được dùng một dấu “#”: đó là tiêu đề của trang.",
        "bắt đầu đề mục bằng “##”.",
        "A heading in the text must not be of level 1: that is the page's title.",
        "Begin it with “##”.",
    ),
    "heading-skipped": Entry(
        "Đề mục nhảy từ cấp {before} xuống cấp {level}.",
        "dùng {marks} cho đề mục này.",
        "A heading level is skipped.",
        "Use one level below the heading before.",
    ),
    "heading-empty": Entry(
        "Đề mục không có chữ.",
        "viết chữ sau dấu “#”, hoặc xóa dòng này.",
        "The heading has no text.",
        "Write its text, or delete the line.",
    ),
}


def find_heading_problems(source: Source) -> Iterator[Problem]:
    """Yield a problem for each heading that a screen reader's outline would stumble over."""
    before = _FIRST - 1
    for line, level, text in _headings(source):
        code = _code_of(level, text, before)
        if code:
            values = {"before": before, "level": level, "marks": "#" * (before + 1)}
            yield CATALOGUE[code].problem(code, source.path, line, **values)
        before = max(level, _FIRST)


def _code_of(level: int, text: str, before: int) -> str:
    if level < _FIRST:
        return "heading-too-high"
    if level > before + 1:
        return "heading-skipped"
    return "" if text.strip() else "heading-empty"


def _headings(source: Source) -> Iterator[tuple[int, int, str]]:
    """Yield line, level and text of each heading, "## Text" or a line underlined by === or ---."""
    before, earlier = "", ""
    for line, text in source.prose_lines():
        match = _HEADING.match(text)
        underline = _UNDERLINE.match(text)
        if match:
            yield line, len(match[1]), match[2]
        elif underline and before.strip() and not earlier.strip():
            yield line - 1, 1 if underline[1].startswith("=") else 2, before
        before, earlier = text, before
