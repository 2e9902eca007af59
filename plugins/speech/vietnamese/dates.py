"""Dates and times of day."""

from __future__ import annotations

import re
from calendar import monthrange

from plugins.speech.vietnamese.rule import Rule, Voice, follows, rule

_DAY_WORDS = (
    "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng", "mồng", "thứ hai", "thứ ba",
    "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật",
)  # fmt: skip
_OTHER_DATE_WORDS = (
    "từ", "đến", "tới", "trước", "sau", "dịp", "lễ", "hết", "vào", "kể từ", "tính đến", "khánh",
)  # fmt: skip
_NUMBER_WORDS = (
    "số", "nghị định", "luật", "thông tư", "quyết định", "nghị quyết", "chỉ thị", "tỷ lệ", "tỉ lệ",
)  # fmt: skip
_COUNT_WORDS = ("đạt", "có", "được", "với", "gồm", "đã", "trong")
_COUNTED = re.compile(
    r"\s+(?:xã|phường|huyện|thôn|buôn|hộ|người|đại biểu|đảng viên|phiếu|chỉ tiêu|tiêu chí|nhiệm vụ"
    r"|đơn vị|địa phương|trường|số|điểm|nội dung|thủ tục|hồ sơ|công trình)\b"
)
_DATES_BEFORE = re.compile(
    rf"\b(?:{'|'.join(_DAY_WORDS + _OTHER_DATE_WORDS)}) (?:\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?"
    r"(?:(?:,| và|, và| hoặc| đến|;) | ?[-–] ?)){1,4}$",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2}) ?[-–] ?$")
_SIGHT = 64
_YEARS = range(1000, 2200)


def _say_date(match: re.Match[str], voice: Voice) -> str | None:
    return _date(match, voice, int(match["day"]), int(match["month"]), match["year"])


def _date(match: re.Match[str], voice: Voice, day: int, month: int, year: str | None) -> str | None:
    if not _is_date(day, month, int(year or 2000)):
        return None
    # No "ngày ngày", and nobody says "sáng ngày mùng năm" for "sáng 05/01".
    lead = "" if follows(match, _DAY_WORDS) else "ngày "
    said_day = voice.numerals.day(day)
    if follows(match, ("mùng", "mồng")):
        said_day = said_day.removeprefix("mùng ")
    said = f"{lead}{said_day} tháng {voice.numerals.month(month)}"
    return f"{said} năm {voice.integer(year)}" if year else said


def _is_date(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and year in _YEARS and 1 <= day <= monthrange(year, month)[1]  # noqa: PLR2004 - a year's months


def _say_day_and_month(match: re.Match[str], voice: Voice) -> str | None:
    """Say 20/1 as a date where the words before it or its digits tell that it is none else."""
    day, month = match["day"], match["month"]
    is_always = (day, match["mark"], month) == ("24", "/", "7") and not follows(match, _DAY_WORDS)
    if is_always:
        return f"{voice.integer(day)} trên {voice.integer(month)}"
    has_zero = day[0] == "0" or month[0] == "0"
    is_counted = _COUNTED.match(match.string, match.end()) is not None
    is_likely = has_zero or follows(match, _OTHER_DATE_WORDS) or int(day) > int(month)
    is_other = match["mark"] != "/" or is_counted or follows(match, _NUMBER_WORDS + _COUNT_WORDS)
    is_told = follows(match, _DAY_WORDS) or _continues_dates(match)
    if is_told or (is_likely and not is_other):
        return _date(match, voice, int(day), int(month), None)
    return None


def _continues_dates(match: re.Match[str]) -> bool:
    """Tell whether dates stand before, as in "ngày 30/4, 1/5 và 2/9"."""
    ahead = match.string[max(0, match.start() - _SIGHT) : match.start()]
    if _DATES_BEFORE.search(ahead):
        return True
    # "30/4–1/5": what a dash leads on from is no fraction.
    first = _RANGE_BEFORE.search(ahead)
    return first is not None and (first[1][0] == "0" or int(first[1]) > int(first[2]))


def _say_month_and_year(match: re.Match[str], voice: Voice) -> str | None:
    month, year = int(match["month"]), int(match["year"])
    if not (_is_date(1, month, year) and not follows(match, _NUMBER_WORDS)):
        return None
    lead = "" if follows(match, ("tháng",)) else "tháng "
    return f"{lead}{voice.numerals.month(month)} năm {voice.integer(match['year'])}"


def _say_day(match: re.Match[str], voice: Voice) -> str | None:
    """Say the day of "ngày 05 tháng 01", "ngày 07-08/7": the rest is said by its own rules."""
    day = int(match["day"])
    is_told = follows(match, ("ngày", "sáng", "chiều", "tối", "trưa", "đêm"))
    return voice.numerals.day(day) if is_told and 1 <= day <= 31 else None  # noqa: PLR2004 - a month's days


def _say_month(match: re.Match[str], voice: Voice) -> str | None:
    if not follows(match, ("tháng",)) or not 1 <= int(match[0]) <= 12:  # noqa: PLR2004 - a year's months
        return None
    return voice.numerals.month(int(match[0]))


def _say_time(match: re.Match[str], voice: Voice) -> str | None:
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    is_ratio = match["mark"] == ":" and follows(match, ("tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số"))
    if hour > 24 or is_ratio:  # noqa: PLR2004 - a day's hours
        return None
    said = f"{voice.numerals.integer(hour)} giờ"
    for part, name in ((minute, "phút"), (second, "giây")):
        if part and int(part):
            said += f" {voice.numerals.integer(int(part))} {name}"
    return said


def _say_hours(match: re.Match[str], voice: Voice) -> str:
    """Say "08 giờ 00 phút": nobody says the minutes of a full hour."""
    return f"{voice.integer(match['hour'])} giờ"


def _say_short_month(match: re.Match[str], voice: Voice) -> str | None:
    """Say "T7/2021"."""
    month = int(match["month"])
    if not 1 <= month <= 12:  # noqa: PLR2004 - a year's months
        return None
    return f"tháng {voice.numerals.month(month)} năm {voice.integer(match['year'])}"


def _say_short_weekdays(match: re.Match[str], voice: Voice) -> str | None:
    """Say "T2 - T6", "sáng T7, CN": days where a part of the day or another day is beside."""
    days = _SHORT_DAY.findall(match[0])
    is_told = len(days) > 1 or follows(match, (*_DAY_WORDS, "các ngày"))
    if not is_told:
        return None
    return _SHORT_DAY.sub(
        lambda m: f"thứ {voice.numerals.ordinal(int(m[1]))}" if m[1] else "chủ nhật",
        _SHORT_RANGE.sub(" đến ", match[0]),
    )


_SHORT_DAY = re.compile(r"\bT\.?([2-7])\b|\bCN\b")
_SHORT_RANGE = re.compile(r"\s?[-–]\s?")
_ONE_DAY = r"(?:T\.?[2-7]|CN)"
_DM = r"(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})"
SHORT_RULES: tuple[Rule, ...] = (
    rule(r"T(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)", _say_short_month),
    rule(
        rf"{_ONE_DAY}(?!\w)(?:(?:\s?[-–]\s?|, ?| và | hoặc ){_ONE_DAY}(?!\w))*",
        _say_short_weekdays,
    ),
)
RULES: tuple[Rule, ...] = (
    rule(r"(?P<hour>\d{1,2}) giờ 00(?: phút)?(?!\w)", _say_hours),
    rule(_DM + r"\s?(?P=mark)\s?(?P<year>\d{4})(?!\d)", _say_date),
    rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _say_date),
    rule(r"(?P<month>\d{1,2})(?:\s?/\s?|-)(?P<year>\d{4})(?!\d|[/-]\w)", _say_month_and_year),
    rule(
        r"(?P<day>\d{1,2})(?P<mark>[/-])(?P<month>\d{1,2})(?![\d%]|[/.,-]\d|\s*tháng)",
        _say_day_and_month,
    ),
    rule(r"(?P<day>\d{1,2})(?=,?\s+tháng\s+\d|\s?[-–]\s?\d{1,2}/\d)", _say_day),
    rule(r"\d{1,2}(?![\d.,/]{0,16}\d)(?!\s{0,4}%)", _say_month),
    rule(
        r"(?P<hour>\d{1,2})\s?(?P<mark>[hHg])\s?(?P<minute>[0-5]\d)(?P<second>)"
        r"(?:\s?phút|['’′p](?!\w))?(?!\w)",
        _say_time,
    ),
    rule(r"(?P<hour>\d{1,2})(?P<mark>[hH])(?P<minute>)(?P<second>)(?!\w)", _say_time),
    rule(
        r"(?P<hour>\d{1,2})(?P<mark>:)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![:\d])",
        _say_time,
    ),
)
