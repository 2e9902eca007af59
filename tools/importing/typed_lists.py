"""Lists that somebody typed, dash by dash or number by number, become lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.importing.blocks import Paragraph, Span

if TYPE_CHECKING:
    from tools.importing.blocks import Block, Draft

_BULLET = re.compile(r"\s*(?P<mark>[-–—•*·▪+]|\uf0b7)\s+")
_TYPED_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+")


def recognise_lists(draft: Draft) -> None:
    """Make items of paragraphs that begin with a typed dash, or count up from 1."""
    expected = 1
    run: list[Paragraph] = []
    for block in [*draft.blocks, None]:
        is_candidate = isinstance(block, Paragraph) and block.is_plain
        number = (
            _TYPED_NUMBER.match(block.text)
            if is_candidate and isinstance(block, Paragraph)
            else None
        )
        if isinstance(block, Paragraph) and number and int(number["number"]) == expected:
            run.append(block)
            expected += 1
            continue
        _make_numbered(run)
        run, expected = [], 1
        if isinstance(block, Paragraph) and is_candidate:
            _make_bullet(block)
    _nest_plus_signs(draft)


def _make_numbered(run: list[Paragraph]) -> None:
    if len(run) > 1:
        for paragraph in run:
            paragraph.list_kind = "1."
            _cut(paragraph, _TYPED_NUMBER)


def _make_bullet(paragraph: Paragraph) -> None:
    bullet = _BULLET.match("".join(span.text for span in paragraph.spans))
    if bullet:
        paragraph.list_kind = "-"
        # A plus sign stands below a dash in official letters.
        paragraph.depth = 1 if bullet["mark"] == "+" else 0
        paragraph.role = ""
        _cut(paragraph, _BULLET)


def _cut(paragraph: Paragraph, pattern: re.Pattern[str]) -> None:
    """Drop what a pattern matches at a paragraph's start, which runs may divide."""
    match = pattern.match("".join(span.text for span in paragraph.spans))
    left = match.end() if match else 0
    for span in paragraph.spans:
        cut = min(left, len(span.text))
        span.text = span.text[cut:]
        left -= cut
    paragraph.pieces = [p for p in paragraph.pieces if not isinstance(p, Span) or p.text or p.note]


def _nest_plus_signs(draft: Draft) -> None:
    before: Block | None = None
    for block in draft.blocks:
        if isinstance(block, Paragraph) and block.list_kind and block.depth:
            is_below = isinstance(before, Paragraph) and before.list_kind
            most = before.depth + 1 if isinstance(before, Paragraph) and is_below else 0
            block.depth = min(block.depth, most)
        before = block
