"""A file that is no photo to publish is refused, with the reason, before it costs memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageFile

from plugins.photos.catalogue import PhotoError
from plugins.photos.derivatives import make_derivatives
from tests.plugins.photos.pictures import SMALL, saved, scene

if TYPE_CHECKING:
    from plugins.photos.settings import PhotoSettings


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
