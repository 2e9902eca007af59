"""Symbols between words and numbers, and what has no sound at all."""

from __future__ import annotations

import re
import unicodedata

from plugins.speech.vietnamese.contacts import BRACKETED, INTERNATIONAL
from plugins.speech.vietnamese.quantities import MONEY, UNIT, UNITS
from plugins.speech.vietnamese.roman import roman_value
from plugins.speech.vietnamese.rule import Rule, Voice, rule

_NAMES = {
    "&": "và", "=": "bằng", "×": "nhân", "÷": "chia", "±": "cộng trừ", "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng", ">": "lớn hơn", "<": "nhỏ hơn", "≈": "xấp xỉ", "~": "khoảng",
    "≠": "khác", "→": "đến", "⇒": "suy ra", "↔": "qua lại", "§": "mục", "№": "số", "°": "độ",
    "º": "độ", "℃": "độ xê", "%": "phần trăm", "‰": "phần nghìn", "@": "a còng", "$": "đô la",
    "€": "ơ-rô", "£": "bảng Anh", "¥": "yên", "₫": "đồng", "½": "một phần hai", "∞": "vô cùng",
    "¼": "một phần tư", "¾": "ba phần tư", "⅓": "một phần ba", "⅔": "hai phần ba", "√": "căn",
    "−": "trừ", "∑": "tổng", "µ": "mi-crô", "^": "mũ", "′": "phút", "″": "giây",
}  # fmt: skip
_BRACKETS = {"[": "(", "]": ")", "{": "(", "}": ")"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_HAS_POWERS = re.compile(r"\d$|(?<![^\W\d_])[a-zA-Z]$")
_PAUSES = frozenset("|•·–—―•▪◦‣")
_SCORE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa) \d+$", re.IGNORECASE)
_SIGHT = 20
# A number, with its unit, a date or a time before a dash makes a range.
_BOUND = re.compile(rf"(?:\d|\d[ \u00a0]?(?:{UNIT})|\d[hg]|\b[IVX]+|(?:thứ|tháng|ngày) \w+)$")


def _say_dash(match: re.Match[str], _voice: Voice) -> str:
    """Say a dash: "đến" in a range, a sign before a number, a pause, or nothing between words."""
    text, end = match.string, match.end()
    ahead = text[max(0, match.start() - _SIGHT) : match.start()]
    before, after = ahead.rstrip(), text[end : end + 1]
    is_spaced = ahead != before or match[0][-1].isspace()
    if after and (after.isdecimal() or after in "IVX") and _BOUND.search(before):
        return " " if _SCORE.search(before) else " đến "
    if after.isdecimal() and not match[0][-1].isspace() and _leads(ahead):
        return " âm "
    if before[-1:].isalpha() and after.isalpha() and match[0] == "-":
        return "-"
    return ", " if is_spaced or match[0] != "-" else " "


def _leads(ahead: str) -> bool:
    return not ahead or ahead[-1].isspace() or ahead[-1] in "(,;:"


def _say_raised(match: re.Match[str], voice: Voice) -> str:
    """Say an exponent; a raised number after a word is that of a note, and nothing is said."""
    digits = match[0].translate(_RAISED)
    number = digits.strip("-")
    before = match.string[max(0, match.start() - 2) : match.start()]
    if not (_HAS_POWERS.search(before) and number.isdecimal()):
        return " "
    return f" mũ {'âm ' if digits[0] == '-' else ''}{voice.integer(number)}"


def _say_slash(match: re.Match[str], _voice: Voice) -> str:
    """Say "đồng/kg" as "đồng trên ki-lô-gam", "và/hoặc" as two words."""
    if match["unit"]:
        return f" trên {UNITS[match['unit']]}"
    return " "


def _say_bracketed_unit(match: re.Match[str], _voice: Voice) -> str:
    return f"({UNITS[match['unit']]})"


def _say_bracketed_roman(match: re.Match[str], voice: Voice) -> str | None:
    value = roman_value(match["roman"].upper())
    return None if value is None else f"({voice.numerals.integer(value)})"


def _say_plus(match: re.Match[str], _voice: Voice) -> str:
    before = match.string[: match.start()].rstrip()
    after = match.string[match.end() :].lstrip()
    if not before or not after:
        return " "
    return " cộng "


def _say_hash(match: re.Match[str], _voice: Voice) -> str:
    after = match.string[match.end() : match.end() + 1]
    return "số " if after.isdecimal() else " "


def _say_star(match: re.Match[str], _voice: Voice) -> str:
    between = (
        match.string[match.start() - 1 : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return " nhân " if all(map(str.isdecimal, between)) else " "


def _say_character(match: re.Match[str], _voice: Voice) -> str:
    """Say a character by its name; keep letters and punctuation; all else has no sound."""
    character = match[0]
    if character in _NAMES:
        return f" {_NAMES[character]} "
    if character in _BRACKETS:
        return _BRACKETS[character]
    if character in _PAUSES:
        return ", "
    keeps = character.isalpha() or unicodedata.category(character).startswith("M")
    return character if keeps else " "


RULES: tuple[Rule, ...] = (
    INTERNATIONAL,
    BRACKETED,
    MONEY,
    rule(r"[-–—−]+\s*", _say_dash),
    rule(rf"\((?P<unit>{UNIT})\)", _say_bracketed_unit),
    rule(r"\((?P<roman>[ivx]{1,5})\)", _say_bracketed_roman),
    rule(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", _say_raised),
    rule(rf"/\s?(?:(?P<unit>{UNIT})(?![\w²³]))?", _say_slash),
    rule(r"\+", _say_plus),
    rule(r"#", _say_hash),
    rule(r"\*+", _say_star),
    rule(r"\(", lambda _match, _voice: "("),
    rule(r".", _say_character),
)
