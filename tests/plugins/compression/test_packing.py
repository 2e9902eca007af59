"""Packed copies hold the same text, are smaller, and are the same on any day."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from plugins.compression.packing import pack
from plugins.compression.settings import FORMATS, CompressionSettings

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Văn phòng Ủy ban nhân dân tỉnh. ".encode() * 100
UNPACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "zst": lambda data: zstandard.ZstdDecompressor().decompress(data),
    "gz": gzip.decompress,
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_copy_is_smaller_and_holds_the_same_text(suffix: str) -> None:
    packed = pack(TEXT, suffix, CompressionSettings())
    assert len(packed) < len(TEXT) / 10
    assert UNPACKERS[suffix](packed) == TEXT


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_copy_tells_no_time(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pack(TEXT, suffix, CompressionSettings())
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert pack(TEXT, suffix, CompressionSettings()) == before


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_level_is_another_recipe(suffix: str) -> None:
    other = CompressionSettings(brotli_quality=5, zstd_level=5, gzip_level=5)
    assert other.recipe(suffix) != CompressionSettings().recipe(suffix)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"formats": ("lz4",)}, "lz4"),
        ({"brotli_quality": 12}, "brotli_quality"),
        ({"zstd_level": 0}, "zstd_level"),
        ({"gzip_level": 10}, "gzip_level"),
        ({"least_bytes": 0}, "least_bytes"),
    ],
)
def test_settings_that_no_library_takes_are_refused(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        CompressionSettings(**wrong)  # type: ignore[arg-type]  # wrong on purpose
