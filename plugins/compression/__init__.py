"""Each text file's smaller copies beside it: brotli, zstd and gzip, for hosts that send them."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.compression.packing import pack
from plugins.compression.settings import CompressionSettings
from plugins.core import pipeline
from plugins.core.artifacts import digest, write_atomically
from plugins.core.workers import map_in_order

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.output import Output

TEXTS = frozenset({".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".vtt"})


def pack_output(build: Build) -> None:
    """Write the copies; not in a preview, where nobody counts bytes."""
    settings = build.options_of(CompressionSettings)
    if not build.is_production:
        return
    texts = [place for place in build.output.places() if PurePosixPath(place).suffix in TEXTS]
    cache_dir = build.cache_dir / "packed"
    cache_dir.mkdir(parents=True, exist_ok=True)
    for suffix in settings.formats:
        work = partial(_put_copy, build.output, cache_dir, settings, suffix)
        # The libraries release the interpreter's lock: threads keep every core busy.
        map_in_order(work, texts, label=f"Nén .{suffix}")


def _put_copy(
    output: Output, cache_dir: Path, settings: CompressionSettings, suffix: str, place: str
) -> None:
    if output.size_of(place) < settings.least_bytes:
        return
    kept = cache_dir / f"{digest(output.sum_of(place), settings.recipe(suffix))}.{suffix}"
    if not kept.is_file():
        data = (output.folder / place).read_bytes()
        packed = pack(data, suffix, settings)
        # An empty file remembers that packing was not worth its while.
        write_atomically(kept, packed if len(packed) < len(data) else b"")
    if kept.stat().st_size:
        output.link(f"{place}.{suffix}", kept)


def register() -> None:
    pipeline.declare_settings("COMPRESSION", CompressionSettings)
    pipeline.on_written(pack_output)
