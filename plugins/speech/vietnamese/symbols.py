"""Symbols between words and numbers, and what has no sound at all."""

from __future__ import annotations

import re
import unicodedata

from plugins.speech.vietnamese.arrows import ARROW
from plugins.speech.vietnamese.contacts import BRACKETED, INTERNATIONAL
from plugins.speech.vietnamese.dashes import DASH, leads
from plugins.speech.vietnamese.quantities import MONEY, UNIT, UNITS
from plugins.speech.vietnamese.roman import roman_value
from plugins.speech.vietnamese.rule import Rule, Voice, rule
from plugins.speech.vietnamese.slashes import SLASH

_NAMES = {
    "&": "và", "=": "bằng", "×": "nhân", "÷": "chia", "±": "cộng trừ", "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng", ">": "lớn hơn", "<": "nhỏ hơn", "≈": "xấp xỉ", "~": "khoảng",
    "≠": "khác", "≡": "đồng nhất với", "→": "đến", "⇒": "suy ra", "⇔": "tương đương",
    "↔": "qua lại", "§": "mục", "№": "số", "°": "độ", "º": "độ", "℃": "độ xê", "℉": "độ ép",
    "%": "phần trăm", "‰": "phần nghìn", "‱": "phần vạn", "@": "a còng", "$": "đô la", "€": "ơ-rô",
    "£": "bảng Anh", "¥": "yên", "₫": "đồng", "¢": "xen", "₩": "uôn", "₽": "rúp",
    "∞": "vô cùng", "√": "căn", "−": "trừ", "∑": "tổng", "∏": "tích", "∫": "tích phân",
    "∈": "thuộc", "∪": "hợp", "∩": "giao", "∅": "rỗng", "∠": "góc", "⊥": "vuông góc với",
    "∥": "song song với", "∝": "tỷ lệ với", "∆": "đen-ta", "µ": "mi-crô", "μ": "mi-crô",
    "α": "an-pha", "β": "bê-ta", "γ": "ga-ma",
    "π": "pi", "^": "mũ", "′": "phút", "″": "giây", "©": "bản quyền", "⌘": "Command",
    "⌥": "Option", "⇧": "Shift", "⌃": "Control", "⏎": "Enter", "↵": "Enter", "⌫": "xóa lùi",
    "⇥": "Tab", "⎋": "Escape",
}  # fmt: skip
_BRACKETS = {"[": "(", "]": ")", "{": "(", "}": ")"}
_HAS_TEXT = re.compile(r"\S")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_HAS_POWERS = re.compile(r"\d$|(?<![^\W\d_])[a-zA-Z]$")
_PAUSES = frozenset("|•·–—―•▪◦‣")


def _say_raised(match: re.Match[str], voice: Voice) -> str:
    """Say an exponent; a raised number after a word is that of a note, and nothing is said."""
    digits = match[0].translate(_RAISED)
    number = digits.strip("-")
    before = match.string[max(0, match.start() - 2) : match.start()]
    if not (_HAS_POWERS.search(before) and number.isdecimal()):
        return " "
    return f" mũ {'âm ' if digits[0] == '-' else ''}{voice.integer(number)}"


def _say_bracketed_unit(match: re.Match[str], _voice: Voice) -> str:
    per = f" trên {UNITS[match['per']]}" if match["per"] else ""
    return f"({UNITS[match['unit']]}{per})"


def _say_bracketed_roman(match: re.Match[str], voice: Voice) -> str | None:
    value = roman_value(match["roman"].upper())
    return None if value is None else f"({voice.numerals.integer(value)})"


def _say_plus(match: re.Match[str], _voice: Voice) -> str:
    """Say a plus; nothing for one that begins an item of a list, or stands alone."""
    text, start, end = match.string, match.start(), match.end()
    after = text[end : end + 1]
    is_sign = leads(text[max(0, start - 1) : start]) and after.isalnum()
    is_mark = text[max(0, start - 1) : start].isalnum() and not after.isalnum()
    is_between = _HAS_TEXT.search(text, 0, start) and _HAS_TEXT.search(text, end)
    return " cộng " if is_sign or is_mark or is_between else " "


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
    DASH,
    ARROW,
    rule(rf"\((?P<unit>{UNIT})(?:/(?P<per>{UNIT}))?\)", _say_bracketed_unit),
    rule(r"\((?P<roman>[ivx]{1,5})\)", _say_bracketed_roman),
    rule(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", _say_raised),
    SLASH,
    rule(r"\+", _say_plus),
    rule(r"#", _say_hash),
    rule(r"\*+", _say_star),
    rule(r"\(", lambda _match, _voice: "("),
    rule(r".", _say_character),
)
