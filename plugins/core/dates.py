"""Dates as editors write them, and as Vietnamese and English readers expect to see them."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from plugins.core.settings import SettingsError

_TIME = r"(?:[ T,]+(\d{1,2})[:hg](\d{2})(?::(\d{2}))?)?"
# Year, month and day, or day, month and year.
_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{4}))" + _TIME, re.ASCII)

_EARLIEST_YEAR = 1900

LONG = {"vi": "EEEE, dd/MM/yyyy", "en": "EEEE, d MMMM yyyy"}
SHORT = {"vi": "dd/MM/yyyy", "en": "d MMMM yyyy"}


def parse_date(text: str, timezone: str) -> datetime:
    """Return the moment an editor means, aware, in `timezone` (an IANA name).

    "2021-01-20" and "20/01/2021" are the same day; a time may follow ("08:00", "8h00"), else it
    is midnight. Raises ValueError for another form, for days that do not exist, and for years
    that can only be a slip ("0201").
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    y1, m1, d1, d2, m2, y2, *clock = match.groups()
    year, month, day = int(y1 or y2), int(m1 or m2), int(d1 or d2)
    if year < _EARLIEST_YEAR:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in clock)
    return datetime(year, month, day, hour, minute, second, tzinfo=ZoneInfo(timezone))


def has_time(moment: datetime) -> bool:
    """Tell whether the editor gave a time: midnight stands for "none was given"."""
    return moment.time() != time(0)


def end_of(moment: datetime) -> datetime:
    """Return when something that lasts until a moment is over: a day without a time is included."""
    return moment if has_time(moment) else moment + timedelta(days=1)


def format_full_date(moment: datetime, lang: str) -> str:
    """Return "Thứ Tư, 20/01/2021, 08:00"; without the time where none was given.

    Written with Babel's tables: the system's locale is rarely Vietnamese on a build machine.
    """
    day = _spell_day(moment.toordinal(), LONG[lang], lang)
    return f"{day}, {moment:%H:%M}" if has_time(moment) else day


def format_short_date(day: date, lang: str) -> str:
    """Return "20/01/2021", in English "20 January 2021"."""
    return _spell_day(day.toordinal(), SHORT[lang], lang)


# Not by the moment: equal ones may be on two days, in two time zones.
@lru_cache(maxsize=4096)
def _spell_day(ordinal: int, pattern: str, lang: str) -> str:
    return format_date(date.fromordinal(ordinal), pattern, locale=_locale(lang))


# Babel reads a name of a language anew for each date.
_locale = lru_cache(Locale.parse)


def format_iso(moment: date) -> str:
    """Return the value of a `datetime` attribute: a day where no time was given."""
    if isinstance(moment, datetime):
        return moment.isoformat() if has_time(moment) else moment.date().isoformat()
    return moment.isoformat()


def read_clock(timezone: str) -> datetime:
    """Return now, or the moment in SOURCE_DATE_EPOCH (reproducible-builds.org), in `timezone`.

    Raises SettingsError where the variable is no number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not (epoch.isdecimal() and epoch.isascii()):
        raise SettingsError(
            f"SOURCE_DATE_EPOCH: “{epoch}” phải là một số giây / must be a number of seconds."
        )
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo(timezone))
