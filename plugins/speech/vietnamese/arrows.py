"""Arrows: where one leads, what rises or falls, or the key that has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.speech.vietnamese.rule import follows, rule

if TYPE_CHECKING:
    from plugins.speech.vietnamese.rule import Voice

_WAYS = {"←": "trái", "→": "phải", "↑": "lên", "↓": "xuống"}
_TRENDS = {"↑": "tăng", "↓": "giảm", "▲": "tăng", "▼": "giảm"}
_KEYS = ("phím", "nút", "bấm", "nhấn", "mũi tên")
_NUMBER = re.compile(r"\s?\d")


def _say_arrow(match: re.Match[str], _voice: Voice) -> str | None:
    arrow = match[0]
    if arrow in _TRENDS and _NUMBER.match(match.string, match.end()):
        return f" {_TRENDS[arrow]} "
    if arrow in _WAYS and (arrow != "→" or follows(match, _KEYS)):
        lead = "" if follows(match, ("mũi tên",)) else "mũi tên "
        return f" {lead}{_WAYS[arrow]} "
    return None


ARROW = rule(r"[←→↑↓▲▼]", _say_arrow)
