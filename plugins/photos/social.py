"""The picture that messengers show beside a shared link: the article's photo, title and office."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageOps, features

from plugins.core.artifacts import digest
from plugins.core.lettering import Lettering, fit

if TYPE_CHECKING:
    from plugins.core.style import Style

# What Facebook, Zalo and their like ask for (ogp.me leaves it open): 1.91 to 1.
SIZE_PX = (1200, 630)
# Raise it when the code below makes other pictures: what the cache holds is then made anew.
_RECIPE = "1"

_MARGIN_PX = 60
# The strip below: the office's name on the theme's colour, a line of the accent above it.
_STRIP_PX = 84
_LINE_PX = 6
_GROUND_PX = SIZE_PX[1] - _STRIP_PX
_OFFICE_PX = 32
_GAP_PX = 32
_TITLE_ON_PHOTO_PX = (range(32, 57, 2), 236)
_TITLE_ALONE_PX = (range(44, 69, 2), 424)
# White words keep 5 to 1 on the whitest photo behind this much of the ink (large: AAA wants 4.5).
_SHADE = 0.7
_SHADE_RISES_PX = 200
# Heads are in the upper half: of what is cropped, less goes there.
_CENTRE = (0.5, 0.38)
# A smaller photo would be blown up until it blurs.
_SMALLEST_PX = (600, 315)

# Of a line's height, in letters' sizes, what is above the baseline.
_BASELINE = 1.15


def style_digest(style: Style) -> str:
    """Return what stands for all that shapes a picture but its words and photo."""
    font, *colours = astuple(style)
    return digest(_RECIPE, str(features.check("raqm")), font, *colours)


def is_large_enough(size: tuple[int, int]) -> bool:
    """Tell whether a photo of this size fills the picture without a blur."""
    return size[0] >= _SMALLEST_PX[0] and size[1] >= _SMALLEST_PX[1]


def width_to_decode(size: tuple[int, int]) -> int:
    """Return how wide a photo must be to cover the picture in both directions."""
    width, height = SIZE_PX[0], _GROUND_PX
    return max(width, round(height * size[0] / size[1]))


def draw_on_photo(photo: Image.Image, title: str, office: str, style: Style) -> Image.Image:
    """Return the photo, darkened below, with the title on it and the office's name under it."""
    size = (SIZE_PX[0], _GROUND_PX)
    picture = Image.new("RGB", SIZE_PX, style.brand)
    picture.paste(ImageOps.fit(photo, size, Image.Resampling.LANCZOS, centering=_CENTRE))
    lettering = _fit_title(title, style, *_TITLE_ON_PHOTO_PX)
    top = _GROUND_PX - _GAP_PX - lettering.height_px
    picture.paste(style.ink, (0, 0), _shade(top))
    _write_strip(picture, office, style)
    _write(picture, top, lettering, "white")
    return picture


def draw_card(title: str, office: str, style: Style) -> Image.Image:
    """Return the title alone, and the office's name under it."""
    picture = Image.new("RGB", SIZE_PX, style.paper)
    lettering = _fit_title(title, style, *_TITLE_ALONE_PX)
    _write_strip(picture, office, style)
    _write(picture, (_GROUND_PX - lettering.height_px) // 2, lettering, style.ink)
    return picture


def _fit_title(title: str, style: Style, sizes_px: range, height_px: int) -> Lettering:
    return fit(title, style.bold, sizes_px, SIZE_PX[0] - 2 * _MARGIN_PX, height_px)


def _shade(top: int) -> Image.Image:
    """Return the ink's cover by rows: none above, all of the shade from `top` to the strip."""
    column = Image.new("L", (1, SIZE_PX[1]))
    for row in range(_GROUND_PX):
        part = min(1, max(0, (row - top + _SHADE_RISES_PX) / _SHADE_RISES_PX))
        eased = part * part * (3 - 2 * part)
        column.putpixel((0, row), round(255 * _SHADE * eased))
    return column.resize(SIZE_PX)


def _write_strip(picture: Image.Image, office: str, style: Style) -> None:
    """Fill the strip below and write the office's name in it."""
    width, height = SIZE_PX
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, _GROUND_PX, width, height), style.accent)
    pen.rectangle((0, _GROUND_PX + _LINE_PX, width, height), style.brand)
    sizes = range(_OFFICE_PX // 2, _OFFICE_PX + 1, 2)
    room = height - _GROUND_PX - _LINE_PX
    name = fit(office, style.bold, sizes, width - 2 * _MARGIN_PX, room)
    _write(picture, _GROUND_PX + _LINE_PX + (room - name.height_px) // 2, name, style.on_brand)


def _write(picture: Image.Image, top: int, words: Lettering, colour: str) -> None:
    """Write lines from `top` down; no mark above, nor tail below, leaves its line."""
    pen = ImageDraw.Draw(picture)
    baseline = top + round(words.font.size * _BASELINE)
    for line in words.lines:
        pen.text((_MARGIN_PX, baseline), line, colour, words.font, anchor="ls")
        baseline += words.leading_px
