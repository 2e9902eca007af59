"""The last touch of each picture: lens, film and light."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from tools.illustrations.canvas import SUPERSAMPLING
from tools.illustrations.dice import Dice

GRAIN_TILE_PX = 512
GRAIN_STRENGTH = 0.03
VIGNETTE_STRENGTH = 0.15


def _grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Return film grain around middle grey."""
    noise = Dice(seed).randbytes(GRAIN_TILE_PX**2)
    tile = Image.frombytes("L", (GRAIN_TILE_PX, GRAIN_TILE_PX), noise)
    tile = tile.filter(ImageFilter.GaussianBlur(0.7))
    tile = tile.point(lambda value: 128 + (value - 128) * GRAIN_STRENGTH * 2)
    sheet = Image.new("L", size)
    for x in range(0, size[0], GRAIN_TILE_PX):
        for y in range(0, size[1], GRAIN_TILE_PX):
            sheet.paste(tile, (x, y))
    return Image.merge("RGB", [sheet] * 3)


def _vignette(size: tuple[int, int]) -> Image.Image:
    """Return how bright each pixel stays: the corners lose a little."""
    falloff = Image.radial_gradient("L").resize(size, Image.Resampling.BICUBIC)
    bright = falloff.point(lambda value: 255 - max(value - 90, 0) * VIGNETTE_STRENGTH)
    return Image.merge("RGB", [bright] * 3)


def finished(image: Image.Image, seed: int) -> Image.Image:
    """Return the picture at its final size, with bloom, vignette and grain."""
    size = image.width // SUPERSAMPLING, image.height // SUPERSAMPLING
    photo = Image.merge("RGB", image.split()[:3]).resize(size, Image.Resampling.LANCZOS)
    bloom = photo.filter(ImageFilter.GaussianBlur(size[0] / 60))
    photo = Image.blend(photo, ImageChops.soft_light(photo, bloom), 0.14)
    photo = ImageChops.multiply(photo, _vignette(size))
    return ImageChops.overlay(photo, _grain(size, seed))
