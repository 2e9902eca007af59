"""Gradients as images of four channels: red, green, blue and alpha."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from tools.illustrations.colour import Gradient

# Red, green, blue, alpha, premultiplied: Pillow's mode of that name mixes straight alpha, which
# makes dark and light fringes on blurred layers. CMYK is its one mode of four channels that
# mixes each by itself; the colours in them are still red, green and blue.
CHANNELS = "CMYK"


def _ramp(size: tuple[int, int], angle_deg: float) -> Image.Image:
    """Return grey values from 0 to 255 in a direction, across the whole size."""
    width, height = size
    cos, sin = math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
    extent = (abs(width * cos) + abs(height * sin)) or 1
    # The source's outermost lines stay unused: beyond them, transform() would fill in black.
    dx, dy = 252 * cos / extent, 252 * sin / extent
    start = 128 - dx * width / 2 - dy * height / 2
    source = Image.linear_gradient("L")
    method = Image.Transform.AFFINE
    return source.transform(size, method, (0, 0, 128, dx, dy, start), Image.Resampling.BILINEAR)


@lru_cache(maxsize=4096)
def _scale_of(stops: tuple[int, ...]) -> list[int]:
    """Return the 256 values of one channel between its stops."""
    last = len(stops) - 1
    places = [i / 255 * last for i in range(256)]
    lows = [min(int(place), last - 1) for place in places]
    return [
        round(stops[low] + (stops[low + 1] - stops[low]) * (place - low))
        for low, place in zip(lows, places, strict=True)
    ]


def shaded(size: tuple[int, int], gradient: Gradient) -> Image.Image:
    ramp = _ramp(size, gradient.angle_deg)
    channels = [ramp.point(_scale_of(stops)) for stops in zip(*gradient.stops, strict=True)]
    return Image.merge(CHANNELS, [*channels, Image.new("L", size, 255)])
