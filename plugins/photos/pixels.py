"""A photo's pixels as published: upright, sRGB, on white, and nothing else of the file."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms, ImageFile

from plugins.photos.catalogue import PhotoError
from plugins.photos.opening import DECODING_ERRORS

_ORIENTATION_TAG = 0x0112
_LYING = frozenset({5, 6, 7, 8})
# EXIF 2.32, 4.6.4: what must be done to the stored picture to see it upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB = ImageCms.createProfile("sRGB")
_16_BIT_TO_8 = 1 / 257


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height in pixels as the photo is seen, before it is decoded."""
    width, height = image.size
    return (height, width) if _orientation(image) in _LYING else (width, height)


def decode(name: str, image: Image.Image, width_px: int) -> Image.Image:
    """Return the photo, upright, in sRGB, `width_px` wide or as wide as it is, whichever is less.

    The picture is new: no EXIF, GPS, XMP, ICC profile or comment is in it.
    Raises PhotoError for a file that ends too early or cannot be decoded.
    """
    orientation = _orientation(image)
    profile = image.info.get("icc_profile")
    try:
        small = _decode_small(image, _stored_size(image, orientation, width_px))
    except DECODING_ERRORS as error:
        detail = "tệp bị cụt hoặc sai dữ liệu"
        raise PhotoError("photo-broken", name=name, detail=detail) from error
    colours = _to_srgb(small, profile)
    if orientation in _UPRIGHT:
        colours = colours.transpose(_UPRIGHT[orientation])
    fresh = Image.new("RGB", colours.size)
    fresh.paste(colours)
    return fresh


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1–8; 1 where the file's EXIF cannot be read."""
    if image.format == "HEIF":
        return 1  # its decoder has turned it already
    with suppress(*DECODING_ERRORS):
        value = image.getexif().get(_ORIENTATION_TAG, 1)
        return value if value in _UPRIGHT else 1
    return 1


def _stored_size(image: Image.Image, orientation: int, width_px: int) -> tuple[int, int]:
    """Return the size to decode to, as the file stores it: lying where the camera lay."""
    width, height = upright_size(image)
    narrow = min(width_px, width)
    low = max(1, round(height * narrow / width))
    return (low, narrow) if orientation in _LYING else (narrow, low)


def _decode_small(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Decode; a JPEG at the next larger eighth, which its format gives nearly for nothing."""
    if image.format in {"JPEG", "MPO"}:
        image.draft(None, size)
    # WeasyPrint, once imported, lets Pillow fill up truncated photos with grey, for all.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    image.load()
    plain = _flatten(image)
    return plain if plain.size == size else plain.resize(size, Image.Resampling.LANCZOS)


def _flatten(image: Image.Image) -> Image.Image:
    """Return the picture as RGB, L or CMYK; what is transparent becomes white, as on paper."""
    if image.mode in {"RGB", "L", "CMYK"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.convert("F").point(lambda value: value * _16_BIT_TO_8).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    with_alpha = image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, with_alpha).convert("RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB; a profile that cannot be used is as if it were not there."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                _SRGB,
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
            if converted is not None:
                return converted
    return image.convert("RGB")
