"""Dates as old portals, feeds and letters write them, in the form that editors write."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

TIMEZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)(?:\D{1,12}?(\d{1,2})[:hg](\d{2}))?"
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?")
_IN_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_EARLIEST_YEAR = 1990


def find_date(text: str) -> str:
    """Return the first date of a text as "20/01/2021 08:00", in Vietnamese time; "" for none."""
    text = text.strip()
    return _from_iso(text) or _from_parts(text) or _from_mail(text)


def _from_iso(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return _write(moment)


def _from_parts(text: str) -> str:
    for pattern, order in (
        (_IN_WORDS, (3, 2, 1)),
        (_DAY_FIRST, (3, 2, 1)),
        (_YEAR_FIRST, (1, 2, 3)),
    ):
        match = pattern.search(text)
        if match:
            numbers = [int(match[place]) for place in order]
            clock = [int(part or 0) for part in match.groups()[3:5]]
            try:
                return _write(datetime(*numbers, *clock))  # type: ignore[arg-type]  # noqa: DTZ001 - the office's own time
            except ValueError:
                continue
    return ""


def _from_mail(text: str) -> str:
    try:
        return _write(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _write(moment: datetime) -> str:
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(TIMEZONE)
        except OverflowError:
            return ""
    if not _EARLIEST_YEAR <= moment.year <= datetime.now(UTC).year + 1:
        return ""
    return f"{moment:%d/%m/%Y %H:%M}".removesuffix(" 00:00")
