"""Derivatives show a photo as it looks, whatever kind of file and profile it has."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageCms

from plugins.photos.derivatives import make_derivatives
from tests.plugins.photos.pictures import SMALL, difference, largest, saved, scene


def test_colours_of_another_profile_become_srgb() -> None:
    # The profile calls what is stored as red "green": only who heeds it sees green.
    swapped = swapped_profile()
    red = Image.new("RGB", (64, 64), (200, 30, 30))
    made = make_derivatives("a.jpg", saved(red, icc_profile=swapped), SMALL)
    colour = largest(made).getpixel((32, 32))
    assert isinstance(colour, tuple)
    assert colour[1] > 150 > colour[0]


def swapped_profile() -> bytes:
    """Make an sRGB profile whose red and green primaries have exchanged their names."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def test_a_profile_that_cannot_be_used_is_passed_over() -> None:
    made = make_derivatives("a.jpg", saved(scene(), icc_profile=b"no profile at all"), SMALL)
    assert difference(largest(made), largest(make_derivatives("a.jpg", saved(scene()), SMALL))) == 0


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA", "PA", "I;16"])
def test_every_kind_of_png_is_shown_as_it_looks(mode: str) -> None:
    gray = Image.new("L", (64, 64), 128)
    if mode == "I;16":
        picture = Image.new("I;16", (64, 64), 128 * 257)
    elif mode == "1":
        picture = Image.new("1", (64, 64), 1)
    elif mode == "PA":
        picture = gray.convert("RGBA").convert("LA")
    else:
        picture = gray.convert(mode)
    made = make_derivatives("a.png", saved(picture, "PNG"), SMALL)
    colour = largest(made).getpixel((32, 32))
    expected = 255 if mode == "1" else 128
    assert isinstance(colour, tuple)
    assert all(abs(part - expected) < 4 for part in colour)


def test_what_is_transparent_becomes_white() -> None:
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    made = make_derivatives("a.png", saved(picture, "PNG"), SMALL)
    assert largest(made).getpixel((5, 5)) == (255, 255, 255)


def test_cmyk_comes_out_in_its_colours() -> None:
    picture = Image.new("CMYK", (64, 64), (0, 255, 255, 0))
    colour = largest(make_derivatives("a.jpg", saved(picture), SMALL)).getpixel((32, 32))
    assert isinstance(colour, tuple)
    assert colour[0] > 200
    assert max(colour[1:]) < 60


@pytest.mark.parametrize(
    ("name", "kind", "options"),
    [
        ("a.jpg", "JPEG", {"progressive": True}),
        ("a.JPEG", "JPEG", {}),
        ("a.webp", "WEBP", {"lossless": True}),
        ("a.avif", "AVIF", {"quality": 90}),
        ("a.png", "PNG", {}),
        ("a.gif", "GIF", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
        ("a.jpg", "MPO", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
    ],
)
def test_every_accepted_kind_shows_its_first_picture(
    name: str, kind: str, options: dict[str, Any]
) -> None:
    made = make_derivatives(name, saved(scene(), kind, **options), SMALL)
    plain = make_derivatives("a.png", saved(scene(), "PNG"), SMALL)
    assert difference(largest(made), largest(plain)) < 4
