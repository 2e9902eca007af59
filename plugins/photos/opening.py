"""Opening a photo: what is none, or is too large to decode, is refused before it is decoded."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from plugins.photos.catalogue import PhotoError
from plugins.photos.places import FORMATS, kind_of

if TYPE_CHECKING:
    from plugins.photos.settings import PhotoSettings

has_heif = False
with suppress(ImportError):
    from pillow_heif import register_heif_opener  # an extra

    register_heif_opener(decode_threads=1, thumbnails=False)
    has_heif = True

# "JPEG" opens MPO too (two frames of one camera); naming "MPO" itself is an error in Pillow.
_OPENED = [f for f in dict.fromkeys(FORMATS.values()) if f != "HEIF" or has_heif]
_EXTENSIONS = {name: extension for extension, name in reversed(FORMATS.items())} | {"MPO": ".jpg"}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_MILLION = 1_000_000


def open_photo(name: str, data: bytes, settings: PhotoSettings) -> Image.Image:
    """Return the photo, its pixels not yet decoded.

    Raises PhotoError for what is empty, no photo, too large, too small, or named as another kind.
    """
    image = _identify(name, data)
    width, height = image.size
    size = {"name": name, "width_px": width, "height_px": height}
    if width * height > settings.max_pixels:
        raise PhotoError("photo-too-large", **size, limit=settings.max_pixels // _MILLION)
    if min(width, height) < settings.min_side_px:
        raise PhotoError("photo-too-small", **size, limit=settings.min_side_px)
    return image


def check_extension(name: str, image: Image.Image) -> None:
    """Raise PhotoError where the name's extension is not the photo's."""
    kind = image.format or ""
    if kind_of(name) != ("JPEG" if kind == "MPO" else kind):
        extension = _EXTENSIONS[kind]
        raise PhotoError("photo-wrong-extension", name=name, kind=kind, extension=extension)


def _identify(name: str, data: bytes) -> Image.Image:
    _refuse_by_first_bytes(name, data)
    try:
        return Image.open(BytesIO(data), formats=_OPENED)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _bomb(name) from error
    except UnidentifiedImageError as error:
        raise PhotoError("photo-broken", name=name, detail="bên trong không phải là ảnh") from error
    except DECODING_ERRORS as error:
        raise PhotoError("photo-broken", name=name, detail="không đọc được phần đầu") from error


# What Pillow's decoders raise for damaged files, found by cutting and flipping real ones.
DECODING_ERRORS = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(ZeroDivisionError, OverflowError, MemoryError, AttributeError, struct.error, zlib.error),
)


def _bomb(name: str) -> PhotoError:
    """Return the refusal of what Pillow itself refuses: twice its own limit of pixels."""
    limit = (Image.MAX_IMAGE_PIXELS or 0) // _MILLION
    return PhotoError("photo-too-large", name=name, width_px="?", height_px="?", limit=limit)


def _refuse_by_first_bytes(name: str, data: bytes) -> None:
    head = data[:512].lstrip().lower()
    if not data:
        raise PhotoError("photo-broken", name=name, detail="tệp rỗng")
    if head.startswith((b"<svg", b"<?xml")) and b"<svg" in data[:4096].lower():
        raise PhotoError("photo-svg", name=name)
    if head.startswith((b"<!doctype html", b"<html", b"<head")):
        raise PhotoError("photo-broken", name=name, detail="bên trong là một trang web")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and not has_heif:
        raise PhotoError("photo-heic", name=name)
