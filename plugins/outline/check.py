"""Headings as editors write them: none above h2, no level skipped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem
    from plugins.core.source import Source

_HEADING = re.compile(r"(#{1,6})\s*\S")
_FIRST = 2

TOO_HIGH = Entry(
    "Đề mục trong bài không được dùng một dấu “#”: đó là tiêu đề của trang.",
    "bắt đầu đề mục bằng “##”.",
    "A heading in the text must not be of level 1: that is the page's title.",
    "Begin it with “##”.",
)
SKIPPED = Entry(
    "Đề mục nhảy từ cấp {before} xuống cấp {level}.",
    "dùng {marks} cho đề mục này.",
    "A heading level is skipped.",
    "Use one level below the heading before.",
)


def find_heading_problems(source: Source) -> Iterator[Problem]:
    """Yield a problem for each heading that a screen reader's outline would stumble over."""
    before = _FIRST - 1
    for line, text in source.prose_lines():
        match = _HEADING.match(text)
        if not match:
            continue
        level = len(match[1])
        if level < _FIRST:
            yield TOO_HIGH.problem("heading-too-high", source.path, line)
        elif level > before + 1:
            marks = "#" * (before + 1)
            values = {"before": before, "level": level, "marks": marks}
            yield SKIPPED.problem("heading-skipped", source.path, line, **values)
        before = max(level, _FIRST)
