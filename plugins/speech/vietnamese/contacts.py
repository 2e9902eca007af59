"""Telephone numbers digit by digit, e-mail and web addresses part by part."""

from __future__ import annotations

import re

from plugins.speech.vietnamese.letters import spell
from plugins.speech.vietnamese.rule import Rule, Voice, follows, rule

_PHONE_WORDS = (
    "điện thoại", "đt", "đtdđ", "sđt", "hotline", "đường dây nóng", "tổng đài", "fax", "số máy",
    "di động", "zalo",
)  # fmt: skip
_CALLING_WORDS = (*_PHONE_WORDS, "gọi", "gọi số", "liên hệ", "bấm")
_SHORT_NUMBERS = frozenset("111 112 113 114 115 116 117 118 119 1022 1080".split())  # noqa: SIM905 - a list of numbers reads best as a line
_LENGTHS = range(9, 13)
_GROUP = re.compile(r"\d+")


def _digits(text: str, voice: Voice) -> str:
    return ", ".join(voice.numerals.digits(group) for group in _GROUP.findall(text))


def _say_phone(match: re.Match[str], voice: Voice) -> str | None:
    count = sum(c.isdigit() for c in match[0])
    return _digits(match[0], voice) if count in _LENGTHS else None


def _say_hotline(match: re.Match[str], voice: Voice) -> str | None:
    is_told = " " not in match[0] or follows(match, _PHONE_WORDS)
    return _digits(match[0], voice) if is_told else None


def _say_after_phone_words(match: re.Match[str], voice: Voice) -> str | None:
    return _digits(match[0], voice) if follows(match, _PHONE_WORDS) else None


def _say_short_number(match: re.Match[str], voice: Voice) -> str | None:
    is_told = match[0] in _SHORT_NUMBERS and follows(match, _CALLING_WORDS)
    return _digits(match[0], voice) if is_told else None


def say_international(match: re.Match[str], voice: Voice) -> str:
    return f"cộng {_digits(match[0], voice)}"


PHONES: tuple[Rule, ...] = (
    rule(r"0\d{1,3}\)?(?:[ .\u00a0-]\d{1,5}){2,4}(?![\d/])", _say_phone),
    rule(r"0\d{1,3}[ .\u00a0-]\d{6,8}(?![\d/])", _say_phone),
    rule(r"0\d{8,10}(?!\d)", _say_phone),
    rule(r"1[89]00[ .\u00a0]?\d{4}(?:\d\d)?(?!\d)", _say_hotline),
    rule(r"\d{3,12}(?:[ .-]\d{2,4}){0,4}(?!\d|[.,]\d)", _say_after_phone_words),
    rule(r"1\d{2,3}(?!\d|[.,]\d)", _say_short_number),
)
INTERNATIONAL = rule(
    r"\+\d{2,3}[ .\u00a0()-]*\d(?:[ .\u00a0()-]{0,2}\d){6,11}(?!\d)", say_international
)

BRACKETED = rule(r"\(0\d{1,3}\)(?:[ .\u00a0-]?\d{2,8}){1,4}(?![\d/])", _say_phone)

HAS_ADDRESS = re.compile(r"@|://|www\.|\.(?:vn|com|org|net|edu|gov|asia|info)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?<![\w@.])(?:"
    r"[a-z0-9][\w.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    r"|(?:https?://|ftp://)[^\s<>“”\"]*[\w/]"
    r"|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net|edu|gov|asia|info)\b"
    r"(?:/[^\s<>“”\"]*[\w/])?"
    r")",
    re.IGNORECASE | re.ASCII,
)
_SCHEME = re.compile(r"(?:https?|ftp)://|/$", re.IGNORECASE)
_ADDRESS_PART = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_MARKS = {
    ".": "chấm", "@": "a còng", "-": "gạch ngang", "_": "gạch dưới", "/": "gạch chéo",
    "+": "cộng", ":": "hai chấm", "?": "hỏi", "=": "bằng", "&": "và", "#": "thăng",
    "%": "phần trăm", "~": "ngã",
}  # fmt: skip
# Said as one syllable, or as everybody knows them.
_KNOWN = {
    "com": "com",
    "gov": "gốp",
    "edu": "e đu",
    "net": "nét",
    "org": "o rờ gờ",
    "gmail": "gờ meo",
}
_VOWELS = frozenset("aeiouy")


def say_address(match: re.Match[str], voice: Voice) -> str:
    """Say an address: dots and dashes by their names, short letter groups by theirs."""
    text = _SCHEME.sub("", match[0])
    return " ".join(filter(None, (_say_part(part, voice) for part in _ADDRESS_PART.findall(text))))


def _say_part(part: str, voice: Voice) -> str:
    if part.isdecimal():
        return voice.numerals.digits(part)
    if not part.isalpha():
        return _MARKS.get(part, "")
    low = part.lower()
    if low in _KNOWN:
        return _KNOWN[low]
    return low if len(low) > 1 and _VOWELS & set(low) else spell(low)
