"""Numbers with what they count: units, money, percentages, fractions, ranges and sizes."""

from __future__ import annotations

import re

from plugins.speech.vietnamese.letters import spell
from plugins.speech.vietnamese.rule import INTEGER, Rule, Voice, follows, rule

UNITS = {
    "km": "ki-lô-mét", "m": "mét", "dm": "đề-xi-mét", "cm": "xen-ti-mét", "mm": "mi-li-mét",
    "ha": "héc-ta", "kg": "ki-lô-gam", "g": "gam", "mg": "mi-li-gam", "l": "lít",
    "L": "lít", "ml": "mi-li-lít", "µg": "mi-crô-gam", "μg": "mi-crô-gam", "µm": "mi-crô-mét",
    "μm": "mi-crô-mét", "h": "giờ", "s": "giây", "W": "oát", "kW": "ki-lô-oát",
    "kWh": "ki-lô-oát giờ", "kWp": "ki-lô-oát đỉnh", "MW": "mê-ga-oát", "MWp": "mê-ga-oát đỉnh",
    "V": "vôn", "kV": "ki-lô-vôn", "kVA": "ki-lô-vôn am-pe", "Hz": "héc", "MHz": "mê-ga-héc",
    "GHz": "gi-ga-héc", "KB": "ki-lô-bai", "MB": "mê-ga-bai", "GB": "gi-ga-bai",
    "TB": "tê-ra-bai", "Mbps": "mê-ga-bít trên giây", "dB": "đề-xi-ben",
    "dBA": "đề-xi-ben A", "dB(A)": "đề-xi-ben A",
    "%": "phần trăm", "‰": "phần nghìn", "°C": "độ xê", "ºC": "độ xê", "°F": "độ ép", "°": "độ",
    "º": "độ", "′": "phút", "″": "giây",
    "đ": "đồng", "₫": "đồng", "đồng": "đồng", "VNĐ": "đồng", "VND": "đồng", "vnđ": "đồng",
    "USD": "đô la Mỹ", "$": "đô la", "EUR": "ơ-rô", "€": "ơ-rô", "£": "bảng Anh", "¥": "yên",
    "tr": "triệu", "trđ": "triệu đồng", "tr.đ": "triệu đồng", "tr.đồng": "triệu đồng",
    "tỷ": "tỷ", "triệu": "triệu", "tấn": "tấn", "tạ": "tạ", "người": "người", "năm": "năm",
    "ngày": "ngày", "tháng": "tháng", "giờ": "giờ", "hộ": "hộ",
}  # fmt: skip
_POWERS = {"2": " vuông", "²": " vuông", "3": " khối", "³": " khối"}
for _length in ("km", "m", "dm", "cm", "mm"):
    UNITS |= {_length + mark: UNITS[_length] + power for mark, power in _POWERS.items()}
for _name in ("km", "kg", "ha", "cm", "mm", "km2", "km²"):
    UNITS |= {_name.upper(): UNITS[_name], _name.capitalize(): UNITS[_name]}

UNIT = "|".join(re.escape(name) for name in sorted(UNITS, key=lambda name: (-len(name), name)))
"""A pattern of every unit, the longest first."""
SCALES = "nghìn|ngàn|vạn|triệu|tỷ|tỉ"
_SQUARED = re.compile(r"(?P<per>/[ \u00a0]?)?(?<![^\W\d_])(?P<unit>(?:km|dm|cm|mm|m)[²³])(?!\w)")
# Symbols that are no words, after "triệu" or by themselves: "(mm)", "hàng triệu kWh", "km 25".
_SYMBOL = "|".join(
    sorted((name for name in UNITS if name.isascii() and name[0].isalpha()), key=len, reverse=True)
)
_SCALED = re.compile(rf"(?<!\w)(?P<scale>{SCALES})[ \u00a0](?P<unit>{_SYMBOL})(?![\w²³])")
_BARE = re.compile(
    r"(?<![\w/.@-])(?<!\d[ \u00a0])"
    r"(?P<unit>[Kk]m(?=[\d \u00a0,;:)/]|$)|kg|cm|mm|mg|ml|kW|kWh|kWp|kV|kVA|dB)"
    r"(?:/(?P<per>h|kg|ha|l|L|m2|m3|km2))?(?![^\W\d_²³]|[²³/])"
)
_ORDERED = ("thứ",)
_SCORES = ("tỷ số", "tỉ số")
_RATIOS = (*_SCORES, "tỷ lệ", "tỉ lệ", "tỷ xích")
_LARGEST_FRACTION = 10
_GROUP = 3


def say_bare_units(text: str) -> str:
    """Return the text with units said that no number goes before: "triệu kWh", "m²", "Km25"."""
    if "²" in text or "³" in text:
        text = _SQUARED.sub(_say_squared, text)
    text = _SCALED.sub(lambda m: f"{m['scale']} {UNITS[m['unit']]}", text)
    return _BARE.sub(_say_bare, text)


def _say_squared(match: re.Match[str]) -> str:
    return f"{' trên' if match['per'] else ''} {UNITS[match['unit']]} "


def _say_bare(match: re.Match[str]) -> str:
    said = UNITS[match["unit"]]
    said = said.capitalize() if match["unit"][0].isupper() else said
    said += f" trên {UNITS[match['per']]}" if match["per"] else ""
    return f"{said} " if match.string[match.end() : match.end() + 1].isdecimal() else said


def _say_quantity(match: re.Match[str], voice: Voice) -> str:
    number = voice.integer(match["whole"])
    if match["whole"] in {"1", "4"} and follows(match, _ORDERED):
        number = voice.numerals.ordinal(int(match["whole"]))
    if match["decimals"]:
        number += f" phẩy {voice.numerals.fraction(match['decimals'])}"
    words = [number, UNITS.get(match["unit"] or "", "")]
    if match["per"]:
        words += ["trên", UNITS[match["per"]]]
    if match["times"]:
        words.append("nhân")
    return " ".join(filter(None, words))


def _say_dotted(match: re.Match[str], voice: Voice) -> str:
    """Say "4.0" and "1.2.3": dots that group no thousands are said."""
    return " chấm ".join(voice.numerals.of_digits(part) for part in match[0].split("."))


def _say_after_commas(match: re.Match[str], voice: Voice) -> str:
    """Say "1,234,567" as one number, "1,2,3" as three."""
    first, *others = match[0].split(",")
    if len(first) <= _GROUP and all(len(other) == _GROUP for other in others):
        return voice.integer(match[0])
    return ", ".join(voice.integer(part) for part in (first, *others))


def _say_money(match: re.Match[str], voice: Voice) -> str:
    """Say "$100" and "$2,5 triệu": the currency after the amount."""
    amount = voice.integer(match["whole"])
    if match["decimals"]:
        amount += f" phẩy {voice.numerals.fraction(match['decimals'])}"
    return f"{amount}{match['scale'] or ''} {UNITS[match['sign']]}"


def _say_ratio(match: re.Match[str], voice: Voice) -> str | None:
    if not follows(match, _RATIOS):
        return None
    joint = ", " if follows(match, _SCORES) else " trên "
    return joint.join(voice.integer(part) for part in (match["one"], match["other"]))


def _say_slashed(match: re.Match[str], voice: Voice) -> str:
    """Say 2/3 as a fraction, 15/20 as a count out of others."""
    one, other = match["one"], match["other"]
    digits = one + other
    is_small = digits.isdecimal() and len(digits) <= 4 and 0 < int(one) < int(other)  # noqa: PLR2004 - two digits each
    joint = " phần " if is_small and int(other) <= _LARGEST_FRACTION else " trên "
    said = "tư" if joint == " phần " and other == "4" else voice.integer(other)
    unit = f" {UNITS[match['unit']]}" if match["unit"] else ""
    return f"{voice.integer(one)}{joint}{said}{unit}"


def _say_minutes(match: re.Match[str], voice: Voice) -> str | None:
    """Say 15' as minutes, where no quotation is closed."""
    if any(mark in match.string[: match.start()] for mark in "'‘"):
        return None
    number = voice.integer(match[0])
    return number if follows(match, ("phút",)) else f"{number} phút"


def _say_with_letter(match: re.Match[str], voice: Voice) -> str:
    return f"{voice.integer(match['number'])} {spell(match['letter'])}"


RULES: tuple[Rule, ...] = (
    rule(r"\d+(?:,\d+){2,}(?!\.?\d)", _say_after_commas),
    rule(rf"(?P<one>{INTEGER})\s?[:-]\s?(?P<other>{INTEGER})", _say_ratio),
    rule(
        rf"(?P<one>{INTEGER})/(?P<other>{INTEGER})(?![\d/])"
        rf"(?:[ \u00a0]?(?P<unit>{_SYMBOL})(?![\w²³/]))?",
        _say_slashed,
    ),
    rule(r"\d{1,3}['’](?!\w)", _say_minutes),
    rule(rf"(?!{INTEGER}(?!\d|\.\d))\d+(?:\.\d+)+", _say_dotted),
    rule(
        rf"(?P<whole>{INTEGER})(?:,(?P<decimals>\d+)(?!\d|[.,]\d))?"
        rf"(?:[ \u00a0]?(?P<unit>{UNIT})(?![\w²³])(?:/(?P<per>{UNIT})(?![\w²³]))?)?"
        r"(?P<times>\s?[x×*]\s?(?=\d))?",
        _say_quantity,
    ),
)
MONEY = rule(
    rf"(?P<sign>[$€£¥₫])\s?(?P<whole>{INTEGER})(?:[.,](?P<decimals>\d+))?(?!\d)"
    r"(?P<scale> (?:nghìn|ngàn|triệu|tỷ)(?: tỷ)?)?",
    _say_money,
)
LETTERED = rule(r"(?P<number>\d+)(?P<letter>[bcdđ])(?!\w)", _say_with_letter)
