"""Slashes: "trên" where something is counted by something, else a pause or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.speech.vietnamese.quantities import UNIT, UNITS
from plugins.speech.vietnamese.rule import rule

if TYPE_CHECKING:
    from plugins.speech.vietnamese.rule import Voice

_SIGHT = 48
# Words by which things are counted; a unit's symbol is one wherever it stands.
_COUNTED_BY = (
    "bệnh nhân", "buổi", "chuyến", "đêm", "đợt", "giây", "giường", "giờ", "hộ", "hồ sơ", "khẩu",
    "khóa", "kỳ", "lần", "liều", "lít", "lớp", "lượt", "mẫu", "mét", "mũi", "năm", "ngày", "người",
    "phòng", "phút", "quý", "sào", "suất", "tháng", "tiết", "trang", "trường hợp", "tuần",
    "vạn dân", "vụ", "xe",
)  # fmt: skip
# After money they tell what costs it; after other numbers they may be a second name of a thing.
_PRICED_BY = (
    "bản", "bao", "bộ", "ca", "cái", "căn", "cây", "chai", "chiếc", "con", "công", "cuốn", "dự án",
    "giấy", "học sinh", "phiếu", "quyển", "sinh viên", "thẻ", "thửa", "thùng", "tờ", "trẻ", "vé",
)  # fmt: skip
_COUNTER = "|".join(sorted((*_COUNTED_BY, *_PRICED_BY), key=len, reverse=True))
_WORDS = frozenset(name for name in UNITS if name in _COUNTED_BY or name in {"tấn", "tạ", "đồng"})
_SYMBOLS = "|".join(re.escape(name) for name in UNITS if name.islower() and name.isascii())
# "30.000 đồng", "1,2 triệu đồng/tháng", "đơn vị tính: đồng": what is before the slash.
_COUNT = re.compile(
    r"(?:\d[\d.,]*+(?:[ \u00a0]?(?:[a-zà-ỹđ²³%-]++|USD|EUR|VNĐ|VND)){0,5}+"
    r"(?:/\s?[a-zà-ỹđ²³-]++(?: [a-zà-ỹđ]++)?)*+"
    rf"|(?<!\w)(?:đồng|tấn|tạ|{_SYMBOLS}))$"
)
_MONEY = re.compile(
    r"(?:\d ?đ|đồng|USD|EUR|VNĐ|VND|nghìn|ngàn|triệu|tỷ|tỉ|[$€₫])(?:/[a-zà-ỹđ ]+)?$"
)
_TERM = re.compile(r"(?:quý|kỳ|kì|đợt|vụ) [IVX\d]+(?: ?[-–,] ?[IVX\d]+)*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
_ENUMERATOR = re.compile(r"^\W*(?:\d{1,2}|[a-zđ]|[IVX]{1,5})$")


def _say_slash(match: re.Match[str], _voice: Voice) -> str:
    text, end = match.string, match.end()
    before = " ".join(text[max(0, match.start() - _SIGHT) : match.start()].split())
    if match["unit"] and match["unit"] not in _WORDS:
        return f" trên {UNITS[match['unit']]}"
    if _TERM.search(before) and _YEAR.match(text, end):
        return " năm "
    if _is_counted(match["counter"], before, text[end : end + 1]):
        return f" trên {match['counter'] or ''}"
    if match[0] != "/" and _ENUMERATOR.match(before):
        return ", "
    return f" {match['counter'] or ''}"


def _is_counted(counter: str | None, before: str, after: str) -> bool:
    if not (counter or after.isdecimal()) or not _COUNT.search(before):
        return False
    return counter not in _PRICED_BY or _MONEY.search(before) is not None


SLASH = rule(rf"/\s?(?:(?P<counter>(?:{_COUNTER})(?!\w))|(?P<unit>{UNIT})(?![\w²³]))?", _say_slash)
