"""Derivatives: upright, without metadata, as wide as they say, always the same bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from plugins.photos.derivatives import Derivatives, make_derivatives, recipe_digest, tone_of
from plugins.photos.settings import PhotoSettings
from tests.plugins.photos.pictures import SMALL, difference, largest, opened, saved, scene

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = b"VINH-SON-SECRET"


def sizes(derivatives: Derivatives) -> list[tuple[str, int, int]]:
    return [(f.extension, f.width_px, f.height_px) for f in derivatives.files]


def test_each_width_is_made_once_and_says_its_true_size() -> None:
    made = make_derivatives("a.jpg", saved(scene()), SMALL)
    assert sizes(made) == [
        ("avif", 200, 150),
        ("jpg", 150, 112),
        ("avif", 120, 90),
        ("avif", 60, 45),
    ]
    assert all(opened(f.content).size == (f.width_px, f.height_px) for f in made.files)


def test_no_photo_is_enlarged() -> None:
    made = make_derivatives("a.jpg", saved(scene((100, 80))), SMALL)
    assert sizes(made) == [("avif", 100, 80), ("jpg", 100, 80), ("avif", 60, 48)]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_all_eight_orientations_come_out_alike(orientation: int) -> None:
    # The inverse of what a viewer must do (EXIF 2.32, 4.6.4) is what the camera did.
    stored = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    picture = scene((1280, 960))
    lying = picture.transpose(stored[orientation]) if orientation in stored else picture
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    made = make_derivatives("a.jpg", saved(lying, exif=exif), SMALL)
    plain = make_derivatives("a.jpg", saved(picture), SMALL)
    assert sizes(made) == sizes(plain)
    assert difference(largest(made), largest(plain)) < 2


def with_everything() -> bytes:
    """Make a JPEG with GPS, a camera's serial number, XMP, a comment and a profile."""
    exif = Image.Exif()
    exif[Base.Model] = SECRET.decode()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(), exif=exif, xmp=SECRET, comment=SECRET, icc_profile=profile)


def png_with_text() -> bytes:
    text = PngInfo()
    text.add_itxt("Comment", SECRET.decode())
    exif = Image.Exif()
    exif[Base.Model] = SECRET.decode()
    return saved(scene(), "PNG", pnginfo=text, exif=exif)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jpg", with_everything),
        ("a.png", png_with_text),
        ("a.webp", lambda: saved(scene(), "WEBP", xmp=SECRET)),
        ("a.gif", lambda: saved(scene().convert("P"), "GIF", comment=SECRET)),
    ],
)
def test_no_metadata_reaches_a_derivative(name: str, make: Callable[[], bytes]) -> None:
    source = make()
    assert SECRET in source
    for file in make_derivatives(name, source, SMALL).files:
        assert SECRET not in file.content
        for mark in (b"Exif", b"ICC_PROFILE", b"http://ns.adobe.com", b"Photoshop"):
            assert mark not in file.content
        picture = Image.open(BytesIO(file.content))
        assert not picture.getexif()
        assert not {"exif", "icc_profile", "xmp", "comment"} & picture.info.keys()


def test_the_bytes_are_the_same_with_one_worker_and_with_two() -> None:
    photos = [saved(Image.effect_noise((200, 150), n).convert("RGB")) for n in (10, 60, 90)] * 2

    def contents(workers: int) -> list[list[bytes]]:
        with ThreadPoolExecutor(workers) as pool:
            made = pool.map(lambda photo: make_derivatives("a.jpg", photo, SMALL), photos)
            return [[file.content for file in one.files] for one in made]

    assert contents(1) == contents(2)


@pytest.mark.parametrize(
    ("colour", "tone"),
    [("#000000", 0), ("#ffffff", 63), ("#ff0000", 48), ("#00ff00", 12), ("#0000ff", 3)],
)
def test_the_tone_is_two_bits_of_each_colour(colour: str, tone: int) -> None:
    assert tone_of(Image.new("RGB", (8, 8), colour)) == tone


@pytest.mark.parametrize(
    ("changed", "is_other"),
    [
        (PhotoSettings(avif_quality=57), True),
        (PhotoSettings(avif_widths_px=(480,)), True),
        (PhotoSettings(jpeg_quality=50), True),
        (PhotoSettings(max_pixels=9), True),
        (PhotoSettings(column_rem=50, cache_days=3), False),
    ],
)
def test_only_settings_that_shape_or_refuse_photos_change_the_recipe(
    changed: PhotoSettings, *, is_other: bool
) -> None:
    assert (recipe_digest(changed) != recipe_digest(PhotoSettings())) is is_other
