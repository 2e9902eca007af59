"""Each text file's smaller copies beside it: brotli, zstd and gzip, for hosts that send them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.compression.packing import pack
from plugins.compression.settings import CompressionSettings
from plugins.core import pipeline
from plugins.core.artifacts import digest, write_atomically
from plugins.core.workers import map_in_order

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build

_TEXTS = frozenset({".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".vtt"})


def pack_output(build: Build) -> None:
    """Write the copies; not in a preview, where nobody counts bytes."""
    settings = build.options_of(CompressionSettings)
    if not build.is_production:
        return
    texts = sorted(p for p in build.output_dir.rglob("*") if p.suffix in _TEXTS and p.is_file())
    cache_dir = build.cache_dir / "packed"
    for suffix in settings.formats:
        work = partial(_write_copy, cache_dir, settings, suffix)
        # The libraries release the interpreter's lock: threads keep every core busy.
        map_in_order(work, texts, label=f"Nén .{suffix}")


def _write_copy(cache_dir: Path, settings: CompressionSettings, suffix: str, path: Path) -> None:
    data = path.read_bytes()
    if len(data) < settings.least_bytes:
        return
    kept = cache_dir / f"{digest(data, settings.recipe(suffix))}.{suffix}"
    packed = kept.read_bytes() if kept.is_file() else pack(data, suffix, settings)
    if not kept.is_file():
        write_atomically(kept, packed)
    if len(packed) < len(data):
        write_atomically(path.with_name(f"{path.name}.{suffix}"), packed)


def register() -> None:
    pipeline.declare_settings("COMPRESSION", CompressionSettings)
    pipeline.on_written(pack_output)
