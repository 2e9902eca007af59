"""Dashes: "đến" in a range, a sign before a number or a letter, a pause, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.speech.vietnamese.quantities import SCALES, UNIT
from plugins.speech.vietnamese.rule import rule

if TYPE_CHECKING:
    from plugins.speech.vietnamese.rule import Voice

_SIGHT = 40
_SCORE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa) \d+$", re.IGNORECASE)
_PART_OF_DAY = r"(?:sáng|trưa|chiều|tối|đêm)"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
# A number, with its unit, a date or a time before a dash makes a range.
_BOUND = re.compile(
    rf"(?:\d|\d[ \u00a0]?(?:(?:{SCALES})[ \u00a0])?(?:{UNIT}|phút)|\d[hg]|\b[IVX]+"
    rf"|\d(?:[hg]|[ \u00a0]giờ)[ \u00a0]{_PART_OF_DAY}|\b(?:thứ|tháng|ngày|quý|năm) \w+)$",
    re.IGNORECASE,
)
# Names of days and months make one as well, between two of a kind.
_NAMED_BOUNDS = (
    (rf"{_WEEKDAY}$", rf"(?:{_PART_OF_DAY} )?{_WEEKDAY}\b"),
    (r"\btháng \w+(?: năm \d+)?$", r"tháng \w+"),
    (r"\bquý \w+$", r"quý [IVX\d]"),
    (r"\bngày \d+$", r"ngày \d"),
    (r"\bnăm \d+$", r"năm \d"),
)
_NAMED = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE))
    for before, after in _NAMED_BOUNDS
)
# "A-" as a mark or a button: only where nothing goes on that it could introduce.
_LONE_CAPITAL_BEFORE = re.compile(r"(?<!\w)[A-ZĐ]$")
_LONE_CAPITAL_AFTER = re.compile(r"[A-ZĐ](?!\w)")
_ENDS = re.compile(r"\s*(?:$|[,.;:)\]”’\"]|(?:và|hoặc|hay)\s)")


def _say_dash(match: re.Match[str], _voice: Voice) -> str:
    text, end = match.string, match.end()
    ahead = text[max(0, match.start() - _SIGHT) : match.start()]
    if _is_range(ahead.rstrip(), text, end):
        return " " if _SCORE.search(ahead.rstrip()) else " đến "
    sign = _say_sign(match, ahead)
    if sign:
        return sign
    before, after = ahead.rstrip(), text[end : end + 1]
    if before[-1:].isalpha() and after.isalpha() and match[0] == "-":
        return "-"
    return ", " if ahead != before or match[0][-1].isspace() or match[0] != "-" else " "


def _is_range(before: str, text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after and (after.isdecimal() or after in "IVX") and _BOUND.search(before):
        return True
    return any(one.search(before) and other.match(text, end) for one, other in _NAMED)


def _say_sign(match: re.Match[str], ahead: str) -> str:
    """Return "âm" before a number, "trừ" beside a letter that stands alone, "" for neither."""
    text, end = match.string, match.end()
    if len(match[0]) == 1 and leads(ahead):
        if text[end : end + 1].isdecimal():
            return " âm "
        if _LONE_CAPITAL_AFTER.match(text, end):
            return " trừ "
    sticks = match[0].rstrip() in {"-", "−", "–"} and _LONE_CAPITAL_BEFORE.search(ahead)
    return " trừ " if sticks and _ENDS.match(text, match.start() + 1) else ""


def leads(ahead: str) -> bool:
    """Tell whether a sign after this text belongs to what follows it."""
    return not ahead or ahead[-1].isspace() or ahead[-1] in "(,;:“‘\"'"


DASH = rule(r"[-–—−]+\s*", _say_dash)
