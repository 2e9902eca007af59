"""Derivatives: upright, in sRGB, without metadata, as wide as they say, always the same bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageFile, ImageStat
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import Derivatives, make_derivatives, recipe_digest, tone_of
from plugins.photos.settings import PhotoSettings

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = PhotoSettings(avif_widths_px=(60, 120, 200), jpeg_width_px=150, avif_speed=10)
SECRET = b"VINH-SON-SECRET"


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


def broken(code: str, name: str, content: bytes, settings: PhotoSettings = SMALL) -> PhotoError:
    with pytest.raises(PhotoError) as caught:
        make_derivatives(name, content, settings)
    assert caught.value.code == code
    return caught.value


def noise() -> bytes:
    return saved(Image.effect_noise((300, 300), 80).convert("RGB"))


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("photo-broken", "a.jpg", b""),
        ("photo-broken", "a.jpg", b"<!DOCTYPE html><title>404</title>"),
        ("photo-broken", "a.jpg", b"\n <html><body>"),
        ("photo-broken", "a.jpg", b"just words"),
        ("photo-broken", "a.jpg", noise()[:4000]),
        ("photo-broken", "a.jpg", noise()[:30]),
        ("photo-broken", "a.png", saved(scene(), "PNG")[:200]),
        ("photo-svg", "a.png", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("photo-svg", "a.jpg", b"<?xml version='1.0'?><!-- x --><svg/>"),
        ("photo-wrong-extension", "a.jpg", saved(scene(), "PNG")),
        ("photo-wrong-extension", "a.png", saved(scene())),
        ("photo-wrong-extension", "a.heic", saved(scene())),
        ("photo-too-small", "a.png", saved(Image.new("RGB", (1, 1)), "PNG")),
        ("photo-too-small", "a.png", saved(Image.new("RGB", (400, 15)), "PNG")),
    ],
)
def test_what_cannot_be_published_is_refused(code: str, name: str, content: bytes) -> None:
    broken(code, name, content)


def test_a_truncated_photo_is_refused_whatever_other_libraries_told_pillow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    broken("photo-broken", "a.jpg", noise()[:4000])


def png_of(width: int, height: int) -> bytes:
    """Make a PNG of 60 bytes that claims a size: what decodes it runs out of memory."""
    content = bytearray(saved(Image.new("1", (1, 1)), "PNG"))
    content[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    import zlib  # noqa: PLC0415 - for this one checksum

    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    return bytes(content)


@pytest.mark.parametrize("size", [(9_000, 9_000), (10_000, 10_000), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    broken("photo-too-large", "a.png", png_of(*size))


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
        (PhotoSettings(column_rem=50, cache_days=3), False),
    ],
)
def test_only_settings_that_change_bytes_change_the_recipe(
    changed: PhotoSettings, *, is_other: bool
) -> None:
    assert (recipe_digest(changed) != recipe_digest(PhotoSettings())) is is_other
