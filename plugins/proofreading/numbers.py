"""Numbers as the article's language writes them: 15.518 and 97,1 % in Vietnamese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may follow a decimal of three places: "tăng 8,125 %" is a share, no thousand.
_SHARE = r"(?!\s?(?:%|‰|tỷ|triệu|nghìn|lần|điểm|m|km|kg|ha|tấn|per\s?cent|billion|million|times))"


def _pattern(mark: str, other: str) -> re.Pattern[str]:
    """Return what finds numbers grouped by `mark`, or with `mark` before a share's decimals."""
    # Looking back behind the first digit, not before it, lets the engine leap from digit to digit.
    first, after = r"\d(?<![\w.,/-].)(?<!\d\s.)", r"(?![\d/-]|[.,:]\d)"
    groups = rf"(?<=[1-9])\d{{0,2}}(?:\{mark}\d{{3}}){{2,}}(?:\{other}\d+)?"
    one_group = rf"(?<=[1-9])\d{{0,2}}\{mark}\d{{3}}(?:\{other}\d+)?{after}{_SHARE}"
    share = rf"\d*\{other}\d{{1,2}}(?=\s?%)"
    return re.compile(rf"{first}(?:(?:{groups}|{one_group}){after}|{share})")


_FOREIGN = {"vi": _pattern(",", "."), "en": _pattern(".", ",")}
_SWAP = str.maketrans(",.", ".,")


def find_foreign_numbers(text: str, lang: str) -> Iterator[tuple[int, str, str]]:
    """Yield (position, number, how the language writes it) of each number in foreign form."""
    pattern = _FOREIGN.get(lang)
    if pattern is not None:
        for match in pattern.finditer(text):
            yield match.start(), match[0], match[0].translate(_SWAP)
