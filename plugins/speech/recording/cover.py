"""A podcast's cover picture: the office's name, and waves of sound, in the theme's colours."""

from __future__ import annotations

from dataclasses import astuple
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, features

from plugins.core.artifacts import digest
from plugins.core.lettering import fit

if TYPE_CHECKING:
    from plugins.core.lettering import Lettering
    from plugins.core.style import Style

# Apple asks for a square of 1400 to 3000 pixels, without transparency.
SIZE_PX = 1400
# Raise it when the code below makes another picture.
_RECIPE = "1"
_QUALITY = 85
_MARGIN_PX = 120
_NAME_PX = range(56, 129, 4)
_NAME_TOP_PX, _NAME_HEIGHT_PX = 660, 480
_NOTE_PX = range(32, 61, 4)
_NOTE_TOP_PX, _NOTE_HEIGHT_PX = 1190, 120
_LINE_PX = 24
# Of a line's height, in letters' sizes, what is above the baseline.
_BASELINE = 1.15
_LEFT_PX, _MIDDLE_PX = _MARGIN_PX, 370
_SPEAKER_PX = ((0, -80), (70, -80), (180, -180), (180, 180), (70, 80), (0, 80))
_WAVES_PX = (110, 210, 310)
_WAVE_DEGREES = (-48, 48)
_STROKE_PX = 40


def cover_digest(style: Style, name: str, note: str) -> str:
    """Return what stands for all that shapes a cover."""
    font, *colours = astuple(style)
    letters = font, str(features.check("raqm"))
    return digest(_RECIPE, *letters, *colours, name, note)


def draw_cover(style: Style, name: str, note: str) -> bytes:
    """Return a JPEG with the podcast's name, and what it is below."""
    picture = Image.new("RGB", (SIZE_PX, SIZE_PX), style.brand)
    pen = ImageDraw.Draw(picture)
    _draw_sound(pen, style)
    pen.rectangle((0, SIZE_PX - _LINE_PX, SIZE_PX, SIZE_PX), style.accent)
    width = SIZE_PX - 2 * _MARGIN_PX
    heading = fit(name, style.bold, _NAME_PX, width, _NAME_HEIGHT_PX)
    _write(pen, _NAME_TOP_PX, heading, style.on_brand)
    _write(pen, _NOTE_TOP_PX, fit(note, style.bold, _NOTE_PX, width, _NOTE_HEIGHT_PX), style.accent)
    data = BytesIO()
    picture.save(data, "JPEG", quality=_QUALITY, optimize=True)
    return data.getvalue()


def _draw_sound(pen: ImageDraw.ImageDraw, style: Style) -> None:
    """Draw a loudspeaker with three waves, the icon of the control that reads aloud."""
    corners = [(_LEFT_PX + x, _MIDDLE_PX + y) for x, y in _SPEAKER_PX]
    pen.polygon(corners, style.on_brand)
    for radius in _WAVES_PX:
        x, y = _LEFT_PX + _SPEAKER_PX[2][0] + _STROKE_PX, _MIDDLE_PX
        box = (x - radius, y - radius, x + radius, y + radius)
        pen.arc(box, *_WAVE_DEGREES, style.accent, _STROKE_PX)


def _write(pen: ImageDraw.ImageDraw, top: int, words: Lettering, colour: str) -> None:
    baseline = top + round(words.font.size * _BASELINE)
    for line in words.lines:
        pen.text((_MARGIN_PX, baseline), line, colour, words.font, anchor="ls")
        baseline += words.leading_px
