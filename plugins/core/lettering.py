"""Words set in lines that fit a space: broken at spaces, even in length, as large as may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import ImageFont

from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Vietnamese capitals carry two marks (Ể, Ữ): closer lines would touch.
LEADING = 1.4
_ELLIPSIS = "…"
# Not the no-break space: it holds "20 km" together.
_BREAKING = " \t\r\n"
_SPACES = re.compile(f"[{_BREAKING}]+")
# A code point that no font has: what is drawn for it is what is drawn for all that is lacking.
_LACKING = "\U0010fffd"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of one font and size; each takes `leading_px` of height."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def leading_px(self) -> int:
        return round(self.font.size * LEADING)

    @property
    def height_px(self) -> int:
        return self.leading_px * len(self.lines)


@lru_cache(maxsize=64)
def load_font(file: bytes, size_px: int) -> ImageFont.FreeTypeFont:
    """Return a font at a size; its letters are kerned where Pillow finds FriBiDi."""
    return ImageFont.truetype(BytesIO(file), size_px)


def fit(text: str, font: bytes, sizes_px: range, width_px: int, height_px: int) -> Lettering:
    """Return the text as large as `sizes_px` allows within a width and height.

    What does not fit even at the smallest size is cut after a word, with an ellipsis.
    """
    words = _words_of(text, load_font(font, sizes_px.start))
    for size_px in reversed(sizes_px):
        set_words = _set(words, load_font(font, size_px), width_px)
        is_narrow = all(set_words.font.getlength(word) <= width_px for word in words)
        if set_words.height_px <= height_px and is_narrow:
            return set_words
    return _cut(words, load_font(font, sizes_px.start), width_px, height_px)


def _words_of(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the words, without letters that the font would show as empty boxes."""
    lacking = bytes(font.getmask(_LACKING))
    kept = "".join(c for c in nfc(text) if c.isspace() or bytes(font.getmask(c)) != lacking)
    return _SPACES.split(kept.strip(_BREAKING))


def _set(words: Sequence[str], font: ImageFont.FreeTypeFont, width_px: int) -> Lettering:
    """Return the words in the fewest lines, the lines as even as those allow."""
    lines = _break(words, font, width_px)
    narrow, wide = width_px // 2, width_px
    while wide - narrow > 1:
        middle = (narrow + wide) // 2
        if len(_break(words, font, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return Lettering(tuple(_break(words, font, wide)), font)


def _break(words: Iterable[str], font: ImageFont.FreeTypeFont, width_px: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(
    words: list[str], font: ImageFont.FreeTypeFont, width_px: int, height_px: int
) -> Lettering:
    pieces = [piece for word in words for piece in _pieces_of(word, font, width_px)]
    for count in range(len(pieces), 0, -1):
        shown = pieces[:count]
        if count < len(pieces):
            shown[-1] += _ELLIPSIS
        cut = Lettering(tuple(_break(shown, font, width_px)), font)
        if cut.height_px <= height_px:
            return cut
    return Lettering((), font)


def _pieces_of(word: str, font: ImageFont.FreeTypeFont, width_px: int) -> list[str]:
    """Return a word in pieces that fit a line: an address, or letters typed without end."""
    pieces = [""]
    room_px = width_px - font.getlength(_ELLIPSIS)
    for letter in word:
        if font.getlength(pieces[-1] + letter) > room_px:
            pieces.append("")
        pieces[-1] += letter
    return pieces
