"""Each text file's smaller copies beside it: brotli, zstd and gzip, for hosts that send them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.compression.packing import pack
from plugins.compression.settings import CompressionSettings
from plugins.compression.shelf import Shelf
from plugins.core import pipeline
from plugins.core.workers import map_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.core.build import Build
    from plugins.core.output import Output

TEXTS = frozenset({".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".vtt"})


def pack_output(build: Build) -> None:
    """Write the copies; not in a preview, where nobody counts bytes."""
    settings = build.options_of(CompressionSettings)
    if not build.is_production:
        return
    output, shelf = build.output, Shelf(build.cache_dir / "packed")
    endings = tuple(TEXTS)
    texts = [
        place
        for place in output.places()
        if place.endswith(endings) and output.size_of(place) >= settings.least_bytes
    ]
    for suffix in settings.formats:
        names = {place: shelf.name_of(output.sum_of(place), settings, suffix) for place in texts}
        unpacked = [(place, name) for place, name in names.items() if not shelf.has(name)]
        make = partial(pack, suffix=suffix, settings=settings)
        # The libraries release the interpreter's lock: threads keep every core busy.
        map_in_order(partial(_pack, output, shelf, make), unpacked, label=f"Nén .{suffix}")
        for place, name in names.items():
            shelf.publish(name, output, f"{place}.{suffix}")
    shelf.sweep()


def _pack(
    output: Output, shelf: Shelf, make: Callable[[bytes], bytes], item: tuple[str, str]
) -> None:
    place, name = item
    data = (output.folder / place).read_bytes()
    packed = make(data)
    # An empty file remembers that packing was not worth its while.
    shelf.put(name, packed if len(packed) < len(data) else b"")


def register() -> None:
    pipeline.declare_settings("COMPRESSION", CompressionSettings)
    pipeline.on_written(pack_output)
