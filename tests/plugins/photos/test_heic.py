"""HEIC, as iPhones take it: a photo like any other with pillow-heif, a message without it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from plugins.photos import opening
from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import make_derivatives
from plugins.photos.normalising import normalise
from plugins.photos.settings import PhotoSettings

SMALL = PhotoSettings(avif_widths_px=(60, 120), jpeg_width_px=100, avif_speed=10)
SECRET = b"VINH-SON-SECRET"


def take_photo() -> bytes:
    """Return what an iPhone held upright took: red above, blue below, stored lying on its side."""
    exif = Image.Exif()
    exif[Base.Model] = SECRET.decode()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    stored = Image.new("RGB", (320, 240), "red")
    stored.paste("blue", (160, 0, 320, 240))
    file = BytesIO()
    stored.save(file, "HEIF", exif=exif.tobytes())
    return file.getvalue()


def is_red_above_blue(content: bytes) -> bool:
    picture = Image.open(BytesIO(content)).convert("RGB")
    halves = picture.resize((1, 2), Image.Resampling.BOX)
    colours = [halves.getpixel((0, y)) for y in (0, 1)]
    (red, _, no_blue), (no_red, _, blue) = (c for c in colours if isinstance(c, tuple))
    return min(red, blue) - max(no_red, no_blue) > 150


def refusal(name: str, content: bytes) -> PhotoError:
    with pytest.raises(PhotoError) as caught:
        make_derivatives(name, content, SMALL)
    return caught.value


def test_its_derivatives_are_upright_and_tell_nothing() -> None:
    photo = take_photo()
    assert photo[4:12] == b"ftypheic"
    assert SECRET in photo
    made = make_derivatives("IMG_2034.HEIC", photo, SMALL)
    sizes = [(file.extension, file.width_px, file.height_px) for file in made.files]
    assert sizes == [("avif", 120, 160), ("jpg", 100, 133), ("avif", 60, 80)]
    for file in made.files:
        assert is_red_above_blue(file.content)
        assert SECRET not in file.content
        assert not Image.open(BytesIO(file.content)).getexif()


def test_intake_makes_it_a_jpeg() -> None:
    normal = normalise("IMG_2034.HEIC", take_photo())
    assert normal.extension == ".jpg"
    assert normal.content is not None
    assert is_red_above_blue(normal.content)
    assert SECRET not in normal.content


@pytest.mark.parametrize("part", [0.02, 0.3, 0.9])
def test_one_that_is_cut_off_is_refused(part: float) -> None:
    photo = take_photo()
    assert refusal("a.heic", photo[: int(len(photo) * part)]).code == "photo-broken"


def test_one_that_is_named_as_a_jpeg_is_refused() -> None:
    error = refusal("a.jpg", take_photo())
    assert (error.code, error.values["extension"]) == ("photo-wrong-extension", ".heic")


def test_without_pillow_heif_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "has_heif", False)
    error = refusal("a.heic", take_photo())
    assert error.code == "photo-heic"
    assert "pillow-heif" in str(error.problem("content/2026/hop-bao/index.md", 9))
