"""Numbers that are names: accounts, cards and codes digit by digit, houses with their slashes."""

from __future__ import annotations

import re

from plugins.speech.vietnamese.letters import spell
from plugins.speech.vietnamese.rule import Rule, Voice, follows, rule

_CODED = (
    "mã số thuế", "mã số", "mst", "tài khoản", "stk", "cmnd", "cccd", "căn cước",
    "căn cước công dân", "định danh", "định danh cá nhân", "mã hồ sơ", "mã vạch", "mã đơn vị", "mã",
    "hộ chiếu", "số seri", "seri", "mã tra cứu", "mã khách hàng", "mã bưu chính",
)  # fmt: skip
_CODE_WORDS = (*_CODED, *(f"{word} số" for word in _CODED))
_HOUSE_WORDS = ("nhà", "nhà số", "số nhà", "hẻm", "ngõ", "ngách", "kiệt", "địa chỉ", "tại số")
_FEWEST_DIGITS = 4
_GROUP = re.compile(r"\d+")
_HOUSE_PART = re.compile(r"(\d+)([A-Za-zĐđ]?)")


def _say_code(match: re.Match[str], voice: Voice) -> str | None:
    is_code = follows(match, _CODE_WORDS) and sum(map(str.isdecimal, match[0])) >= _FEWEST_DIGITS
    if not is_code:
        return None
    return ", ".join(voice.numerals.digits(group) for group in _GROUP.findall(match[0]))


def _say_house(match: re.Match[str], voice: Voice) -> str | None:
    if not follows(match, _HOUSE_WORDS):
        return None
    parts = (_HOUSE_PART.fullmatch(part) for part in match[0].split("/"))
    return " trên ".join(
        f"{voice.integer(part[1])} {spell(part[2])}".strip() for part in parts if part
    )


def _say_plate(match: re.Match[str], voice: Voice) -> str:
    """Say a vehicle's plate: 47A-123.45."""
    series = f"{voice.integer(match['place'])} {spell(match['letter'])}"
    series += f" {voice.integer(match['series'])}" if match["series"] else ""
    groups = _GROUP.findall(match["number"])
    return ", ".join([series, *(voice.numerals.digits(group) for group in groups)])


RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<place>[1-9]\d)(?P<letter>[A-ZĐ]{1,2})(?P<series>\d?)[- ]"
        r"(?P<number>\d{3}\.\d\d|\d{4,5})(?!\d)",
        _say_plate,
    ),
    rule(r"\d{3,}(?:[ .-]?\d{2,}){0,6}(?![\d/])", _say_code),
    rule(r"\d{1,4}[A-Za-zĐđ]?(?:/\d{1,4}[A-Za-zĐđ]?){1,4}(?![\w/])", _say_house),
)
