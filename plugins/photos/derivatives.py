"""A photo becomes its derivatives: the same bytes from the same photo and settings, always."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import PIL
from PIL import Image, features

from plugins.core.artifacts import digest
from plugins.photos.opening import check_extension, open_photo
from plugins.photos.pixels import decode, upright_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.photos.settings import PhotoSettings

# Raise it when the code below makes other pictures: what the cache holds is then made anew.
_RECIPE = "1"


@dataclass(frozen=True, slots=True)
class Derivative:
    """One file to publish; `extension` is "avif" or "jpg"."""

    extension: str
    width_px: int
    height_px: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Derivatives:
    """All of a photo, largest first, and its average colour as a class number (0–63)."""

    tone: int
    files: tuple[Derivative, ...]


def recipe_digest(settings: PhotoSettings) -> str:
    """Return what stands for the settings that shape derivatives, or refuse their photo."""
    parts = (
        *(settings.avif_widths_px, settings.avif_quality, settings.avif_speed),
        *(settings.jpeg_width_px, settings.jpeg_quality),
        *(settings.min_side_px, settings.max_pixels),
    )
    return digest(_RECIPE, *map(repr, parts))


def list_versions() -> dict[str, str]:
    """Return the versions of what encodes: others may make other bytes."""
    codecs = ("avif", "jpg", "libjpeg_turbo", "littlecms2", "raqm", "freetype2", "harfbuzz")
    return {"pillow": PIL.__version__} | {name: str(features.version(name)) for name in codecs}


def make_derivatives(name: str, data: bytes, settings: PhotoSettings) -> Derivatives:
    """Return the derivatives of a photo's bytes; none is wider than the photo.

    `name` is the file's, for messages. Raises PhotoError for what cannot be published.
    """
    image = open_photo(name, data, settings)
    check_extension(name, image)
    width = upright_size(image)[0]
    current = decode(name, image, max(*settings.avif_widths_px, settings.jpeg_width_px))
    files = tuple(_cascade(current, width, settings))
    return Derivatives(tone_of(current), files)


def _cascade(largest: Image.Image, width: int, settings: PhotoSettings) -> Iterator[Derivative]:
    """Yield the derivatives, each resized from the one before: as sharp, and much quicker."""
    avif = {min(wanted, width) for wanted in settings.avif_widths_px}
    jpeg = min(settings.jpeg_width_px, width)
    current = largest
    for narrow in sorted({*avif, jpeg}, reverse=True):
        current = _resize(current, narrow, largest.size)
        if narrow in avif:
            yield _derivative("avif", current, encode_avif(current, settings))
        if narrow == jpeg:
            yield _derivative("jpg", current, encode_jpeg(current, settings.jpeg_quality))


def _resize(image: Image.Image, width: int, shape: tuple[int, int]) -> Image.Image:
    size = (width, max(1, round(shape[1] * width / shape[0])))
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _derivative(extension: str, image: Image.Image, content: bytes) -> Derivative:
    return Derivative(extension, *image.size, content)


def encode_avif(image: Image.Image, settings: PhotoSettings) -> bytes:
    """Return AVIF bytes. One thread, since the bytes depend on how many there are."""
    file = BytesIO()
    options = {"quality": settings.avif_quality, "speed": settings.avif_speed, "max_threads": 1}
    image.save(file, "AVIF", **options)
    return file.getvalue()


def encode_jpeg(image: Image.Image, quality: int) -> bytes:
    """Return progressive JPEG bytes."""
    file = BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()


def tone_of(image: Image.Image) -> int:
    """Return the average colour's class number: two bits each of red, green and blue."""
    colour = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    if not isinstance(colour, tuple):
        raise TypeError("the picture must be RGB")
    red, green, blue = (int(part) >> 6 for part in colour[:3])
    return red << 4 | green << 2 | blue
