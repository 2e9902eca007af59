"""Coordinates: 12°40′30″N, 108,05°E – the marks of minutes as they should be, the way in words."""

from __future__ import annotations

import re

HAS_DEGREES = re.compile(r"\d\s?[°º]")
# Typed with the marks that a keyboard has.
_TYPED = re.compile(
    r"(?<=[°º])(\s?\d{1,2}(?:[.,]\d+)?)['’](?:(\s?\d{1,2}(?:[.,]\d+)?)(?:''|[\"”]))?"
)
_WAY = re.compile(r"(?<=[°º′″])\s?([NSEWBĐT])(?!\w)")
_WAYS = {"N": "Bắc", "S": "Nam", "E": "Đông", "W": "Tây", "B": "Bắc", "Đ": "Đông", "T": "Tây"}
_VIETNAMESE_WAY = re.compile(r"[°º′″]\s?[BĐT](?!\w)")


def say_coordinates(text: str) -> str:
    """Return the text with its coordinates' marks mended and their ways in words.

    N is north, unless another way is written by its Vietnamese letter: then it is "Nam".
    """
    text = _TYPED.sub(lambda m: f"{m[1]}′{m[2]}″" if m[2] else f"{m[1]}′", text)
    ways = _WAYS | {"N": "Nam"} if _VIETNAMESE_WAY.search(text) else _WAYS
    return _WAY.sub(lambda m: f" {ways[m[1]]}", text)
