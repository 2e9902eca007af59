"""Two photos beside each article: no two alike, from a few scenes that are drawn once."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from bench.photos_scenes import draw_scene
from bench.scale_corpus import PHOTOS_BESIDE

if TYPE_CHECKING:
    from pathlib import Path

_SCENES = 24
_SIZE_PX = (640, 480)
_QUALITY = 88
# A JPEG begins with two bytes; a comment may follow them (ITU T.81, B.1.1.3 and B.2.4.5).
_START = 2
_COMMENT = b"\xff\xfe"


def put_photos(content: Path) -> None:
    """Put photos into the folder of every article below `content`."""
    number = 0
    for path in sorted(content.glob("*/*/index.md")):
        for name in PHOTOS_BESIDE:
            scene = _encode(number % _SCENES)
            path.with_name(name).write_bytes(_mark(scene, str(number)))
            number += 1


@lru_cache
def _encode(seed: int) -> bytes:
    file = BytesIO()
    draw_scene(seed, 1).resize(_SIZE_PX).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _mark(photo: bytes, text: str) -> bytes:
    """Return the photo with a comment: other bytes, so another photo to every cache."""
    comment = text.encode()
    length = (len(comment) + 2).to_bytes(2, "big")
    return photo[:_START] + _COMMENT + length + comment + photo[_START:]
