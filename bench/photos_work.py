"""The work that is measured, in a process of its own: derivatives of every photo of a folder.

.venv/bin/python -m bench.photos_work ours|plain FOLDER TARGET
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from plugins.core.workers import map_in_order
from plugins.photos.derivatives import encode_avif, encode_jpeg, make_derivatives
from plugins.photos.settings import PhotoSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = PhotoSettings()


def make_ours(path: Path) -> Iterator[tuple[str, bytes]]:
    for one in make_derivatives(path.name, path.read_bytes(), SETTINGS).files:
        yield f"{one.width_px}.{one.extension}", one.content


def make_plainly(path: Path) -> Iterator[tuple[str, bytes]]:
    """Decode the photo whole and shrink that to each width, as most scripts do."""
    whole = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    for width in (*SETTINGS.avif_widths_px, SETTINGS.jpeg_width_px):
        size = (width, round(whole.height * width / whole.width))
        small = whole.resize(size, Image.Resampling.LANCZOS)
        if width == SETTINGS.jpeg_width_px:
            yield f"{width}.jpg", encode_jpeg(small, SETTINGS.jpeg_quality)
        else:
            yield f"{width}.avif", encode_avif(small, SETTINGS)


MAKERS = {"ours": make_ours, "plain": make_plainly}


def _work(kind: str, target: Path, path: Path) -> None:
    folder = target / path.stem
    folder.mkdir(parents=True)
    for name, content in MAKERS[kind](path):
        (folder / name).write_bytes(content)


def main() -> None:
    kind, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    map_in_order(partial(_work, kind, target), sorted(source.glob("*.jpg")), label=kind)


if __name__ == "__main__":
    main()
