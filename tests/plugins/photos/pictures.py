"""Small pictures to make derivatives of, and what to look at in those."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageStat

from plugins.photos.settings import PhotoSettings

if TYPE_CHECKING:
    from plugins.photos.derivatives import Derivatives

SMALL = PhotoSettings(avif_widths_px=(60, 120, 200), jpeg_width_px=150, avif_speed=10)


def scene(size: tuple[int, int] = (320, 240)) -> Image.Image:
    """Draw a picture whose four corners differ, so that a turn cannot go unseen."""
    picture = Image.new("RGB", size)
    wide, high = size[0] // 2, size[1] // 2
    for corner, colour in {
        (0, 0): "#d02020",
        (wide, 0): "#20a040",
        (0, high): "#2040c0",
        (wide, high): "#e0d020",
    }.items():
        picture.paste(colour, (*corner, corner[0] + wide, corner[1] + high))
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own options
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, 0–255."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def largest(derivatives: Derivatives) -> Image.Image:
    return opened(derivatives.files[0].content)
