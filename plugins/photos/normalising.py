"""A photo as it is kept beside an article: upright, sRGB, 2400 px at most, without metadata."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from plugins.photos.derivatives import encode_jpeg
from plugins.photos.opening import DECODING_ERRORS, open_photo
from plugins.photos.pixels import decode, upright_size
from plugins.photos.settings import PhotoSettings

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE_PX = 2400
QUALITY = 85
# Line drawings are smaller as PNG; a photo that came as PNG is several times larger.
_PNG_ADVANTAGE = 2
_LARGE_PNG_BYTES = 1_000_000
# Intake makes small what a build refuses as too large; Pillow itself refuses above this.
_LIMITS = PhotoSettings(max_pixels=178_000_000)
# What Pillow tells of a file that carries nothing but its picture.
_PLAIN = {
    "JPEG": {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive"}
    | {"progression"},
    "PNG": {"dpi", "gamma", "srgb", "transparency", "interlace"},
}
_EXTENSIONS = {"JPEG": ".jpg", "PNG": ".png"}


@dataclass(frozen=True, slots=True)
class Normal:
    """A photo's normal form; `content` is None where its bytes may stay as they are."""

    extension: str
    content: bytes | None = None


def normalise(name: str, data: bytes) -> Normal:
    """Return the normal form of a photo's bytes; of a normal one, that it may stay.

    Raises PhotoError for what is no photo or broken.
    """
    image = open_photo(name, data, _LIMITS)
    if is_normal(image, len(data)):
        return Normal(_EXTENSIONS[image.format or ""])
    kind = image.format or ""
    extension, content = _encode(kind, decode(name, image, _width_of(image)))
    if kind == "PNG" and extension == ".png" and len(content) >= len(data) and _is_plain(image):
        return Normal(".png")
    return Normal(extension, content)


def is_normal(image: Image.Image, size_bytes: int) -> bool:
    """Tell whether a photo may stay as it is, from its head alone."""
    kind = image.format or ""
    has_right_mode = kind == "PNG" or image.mode in {"RGB", "L"}
    is_small = kind != "PNG" or size_bytes <= _LARGE_PNG_BYTES
    return _is_plain(image) and has_right_mode and is_small


def _is_plain(image: Image.Image) -> bool:
    kind = image.format or ""
    if kind not in _PLAIN or max(image.size) > LONGEST_SIDE_PX or image.info.keys() - _PLAIN[kind]:
        return False
    try:
        return not image.getexif()
    except DECODING_ERRORS:
        return False


def _width_of(image: Image.Image) -> int:
    """Return the width at which the longest side is within bounds."""
    width, height = upright_size(image)
    return max(1, round(width * min(1, LONGEST_SIDE_PX / max(width, height))))


def _encode(kind: str, picture: Image.Image) -> tuple[str, bytes]:
    jpeg = encode_jpeg(picture, QUALITY)
    if kind in {"PNG", "GIF"}:
        file = BytesIO()
        picture.save(file, "PNG", optimize=True)
        if len(file.getvalue()) <= _PNG_ADVANTAGE * len(jpeg):
            return ".png", file.getvalue()
    return ".jpg", jpeg
