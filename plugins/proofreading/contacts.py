"""E-mail addresses and telephone numbers that seem to be a private person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# Providers of mail for everybody: an office has its own domain.
_EMAIL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|proton|protonmail|zoho)"
    r"\.[a-z]+(?:\.[a-z]+)?(?![\w-])",
    re.IGNORECASE,
)
# Vietnamese mobile numbers (Circular 22/2014/TT-BTTTT): 03, 05, 07, 08 or 09 and eight digits.
# Looking back behind the first sign lets the engine leap from one such sign to the next.
_MOBILE = re.compile(
    r"[+08](?<![\w/+.,-].)(?:(?<=\+)84[ .-]?|(?<=8)4[ .-]?|(?<=0))[35789](?:[ .-]?\d){8}"
    r"(?![\w/]|[.,]\d)"
)
_NOT_DIGIT = re.compile(r"\D")
_SIGNIFICANT_DIGITS = 9
KINDS = {"email": "thư điện tử", "mobile": "số điện thoại di động"}


def find_private_contacts(text: str, own: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Yield (position, contact, kind); the office's `own` telephones and addresses are none."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            if match[0].lower() not in own:
                yield match.start(), match[0], KINDS["email"]
    for match in _MOBILE.finditer(text):
        if significant_digits(match[0]) not in own:
            yield match.start(), match[0], KINDS["mobile"]


def significant_digits(number: str) -> str:
    """Return what "+84 912 345 678" and "0912.345.678" have in common."""
    return _NOT_DIGIT.sub("", number)[-_SIGNIFICANT_DIGITS:]
