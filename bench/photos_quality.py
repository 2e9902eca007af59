"""What derivatives are worth: their likeness to the photo, and the bytes that likeness costs us."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from bench.photos_likeness import bytes_at, likeness
from plugins.photos.derivatives import encode_avif
from plugins.photos.settings import PhotoSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def shrink(photo: Path, width_px: int) -> Image.Image:
    """Return a photo at a width as well as Pillow can: what derivatives are compared with."""
    whole = ImageOps.exif_transpose(Image.open(photo)).convert("RGB")
    size = (width_px, round(whole.height * width_px / whole.width))
    return whole.resize(size, Image.Resampling.LANCZOS)


def _encoder(kind: str, **options: object) -> Callable[[Image.Image, int], bytes]:
    def encode(picture: Image.Image, quality: int) -> bytes:
        file = BytesIO()
        picture.save(file, kind, quality=quality, **options)
        return file.getvalue()

    return encode


_our_avif = _encoder("AVIF", speed=PhotoSettings().avif_speed, max_threads=1)
_ENCODERS = {
    "JPEG": _encoder("JPEG", optimize=True, progressive=True),
    "WebP": _encoder("WEBP", method=4),
    "AVIF, speed 8": _our_avif,
    "AVIF, speed 6": _encoder("AVIF", speed=6, max_threads=1),
}


def compare_derivatives(photo: Path, target: Path, width_px: int) -> tuple[float, float]:
    """Return how like a tool's derivative is, and the share of its bytes that ours would need."""
    content = _derivative_of(photo, target, width_px)
    picture = shrink(photo, width_px)
    made = Image.open(BytesIO(content)).convert("RGB")
    if abs(made.height - picture.height) > 1:
        raise ValueError(f"{target}: the derivative lies on its side")
    like = likeness(picture, made.resize(picture.size))
    return like, bytes_at(like, picture, _our_avif) / len(content)


def _derivative_of(photo: Path, target: Path, width_px: int) -> bytes:
    """Return the bytes of the one file that shows a photo at a width."""
    made = [*target.glob(f"{photo.stem}/*"), *target.glob(f"{photo.stem}_*")]
    found = [path for path in made if Image.open(path).width == width_px]
    (content,) = (path.read_bytes() for path in found)
    return content


def bytes_of_encoders(photo: Path, width_px: int) -> dict[str, float]:
    """Return the bytes that each encoder needs for the likeness of our AVIF."""
    picture = shrink(photo, width_px)
    ours = Image.open(BytesIO(encode_avif(picture, PhotoSettings())))
    target = likeness(picture, ours)
    return {name: bytes_at(target, picture, encode) for name, encode in _ENCODERS.items()}
