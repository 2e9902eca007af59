"""How like two pictures are: SSIM of their luminance, in windows of 8 × 8, by Pillow alone."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageMath

if TYPE_CHECKING:
    from collections.abc import Callable

# Wang and others, 2004: (0.01 × 255)² and (0.03 × 255)².
_C1, _C2 = 6.5025, 58.5225
_WINDOW_PX = 8


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return the mean SSIM of two pictures of one size: 1 where they are the same."""
    x, y = (picture.convert("L").convert("F") for picture in (one, other))
    means = {
        name: ImageMath.lambda_eval(product, x=x, y=y).reduce(_WINDOW_PX)
        for name, product in _PRODUCTS.items()
    }
    windows = ImageMath.lambda_eval(_ssim, **means)
    value = windows.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(value, float)  # noqa: S101 - one channel of floats
    return value


_PRODUCTS = {
    "x": lambda a: a["x"] + 0,
    "y": lambda a: a["y"] + 0,
    "xx": lambda a: a["x"] * a["x"],
    "yy": lambda a: a["y"] * a["y"],
    "xy": lambda a: a["x"] * a["y"],
}


def _ssim(a: dict[str, ImageMath._Operand]) -> ImageMath._Operand:
    both = a["x"] * a["y"]
    squares = a["x"] * a["x"] + a["y"] * a["y"]
    covariance, variances = a["xy"] - both, a["xx"] + a["yy"] - squares
    return ((both * 2 + _C1) * (covariance * 2 + _C2)) / ((squares + _C1) * (variances + _C2))


def bytes_at(
    target: float, picture: Image.Image, encode: Callable[[Image.Image, int], bytes]
) -> float:
    """Return the size of a picture encoded as like as `target`, between the two next qualities."""
    low, high = 5, 98
    measured = {q: _measure(picture, encode(picture, q)) for q in (low, high)}
    while high - low > 1:
        middle = (low + high) // 2
        measured[middle] = _measure(picture, encode(picture, middle))
        low, high = (middle, high) if measured[middle][0] < target else (low, middle)
    (below, small), (above, large) = measured[low], measured[high]
    share = (target - below) / (above - below) if above > below else 0
    return small + share * (large - small)


def _measure(picture: Image.Image, content: bytes) -> tuple[float, int]:
    return likeness(picture, Image.open(BytesIO(content))), len(content)
