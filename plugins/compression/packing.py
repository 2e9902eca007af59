"""Bytes in, smaller bytes out: the same ones on every machine and day."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli
import zstandard

if TYPE_CHECKING:
    from plugins.compression.settings import CompressionSettings


def pack(data: bytes, suffix: str, settings: CompressionSettings) -> bytes:
    """Return the data packed as `suffix` says; KeyError for another format."""
    return _PACKERS[suffix](data, settings)


def _pack_brotli(data: bytes, settings: CompressionSettings) -> bytes:
    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=settings.brotli_quality)
    return packed


def _pack_zstd(data: bytes, settings: CompressionSettings) -> bytes:
    return zstandard.ZstdCompressor(level=settings.zstd_level).compress(data)


def _pack_gzip(data: bytes, settings: CompressionSettings) -> bytes:
    # No time in the head: it would make each day's copy another.
    return gzip.compress(data, settings.gzip_level, mtime=0)


_PACKERS = {"br": _pack_brotli, "zst": _pack_zstd, "gz": _pack_gzip}
