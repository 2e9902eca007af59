"""Photos to measure with: made up, the same on every machine, as heavy as a camera's.

.venv/bin/python -m bench.photos_scenes FOLDER COUNT MEGAPIXELS
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageFilter
from PIL.ExifTags import GPS, IFD, Base

_SHAPE = (4, 3)
_LAYERS = 5


def draw_scene(seed: int, megapixels: int) -> Image.Image:
    """Return a picture with large shapes, fine texture, hard and soft edges, and noise."""
    dice = Random(seed)  # noqa: S311 - pictures, no secrets
    unit = round((megapixels * 1e6 / (_SHAPE[0] * _SHAPE[1])) ** 0.5)
    size = (_SHAPE[0] * unit, _SHAPE[1] * unit)
    picture = Image.new("RGB", size, _colour(dice))
    for layer in range(_LAYERS):
        hardness = 3 + 12 * layer
        edge = _clouds(dice, size, 3 + layer).point(
            lambda value, hard=hardness: max(0, min(255, (value - 128) * hard + 128))
        )
        picture.paste(_colour(dice), mask=edge)
    texture = _clouds(dice, size, 9, is_even=True)
    lit = ImageChops.overlay(picture, Image.merge("RGB", [texture] * 3))
    soft = lit.filter(ImageFilter.GaussianBlur(0.8))
    noise = Image.frombytes("L", size, dice.randbytes(size[0] * size[1]))
    return Image.blend(soft, Image.merge("RGB", [noise] * 3), 0.03)


def _clouds(
    dice: Random, size: tuple[int, int], octaves: int, *, is_even: bool = False
) -> Image.Image:
    """Return noise of many sizes: all as strong, as in nature, or each half of the next larger."""
    clouds = Image.new("L", size, 128)
    for number, octave in enumerate(range(octaves, 0, -1), 1):
        grid = (_SHAPE[0] << octave, _SHAPE[1] << octave)
        noise = Image.frombytes("L", grid, dice.randbytes(grid[0] * grid[1]))
        share = 1 / number if is_even else 0.5
        clouds = Image.blend(clouds, noise.resize(size, Image.Resampling.BICUBIC), share)
    return clouds


def _colour(dice: Random) -> tuple[int, int, int]:
    return dice.randrange(20, 235), dice.randrange(20, 235), dice.randrange(20, 235)


def save_as_a_camera(picture: Image.Image, path: Path) -> None:
    """Save a JPEG that lies on its side, with a place in it."""
    exif = Image.Exif()
    exif[Base.Orientation] = 8
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    lying = picture.transpose(Image.Transpose.ROTATE_270)
    lying.save(path, quality=94, subsampling=2, exif=exif)


def main() -> None:
    folder, count, megapixels = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(count):
        save_as_a_camera(draw_scene(seed, megapixels), folder / f"{seed}.jpg")


if __name__ == "__main__":
    main()
