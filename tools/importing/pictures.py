"""Pictures by their first bytes: which of them a site can show, whatever their names say."""

from __future__ import annotations

_SIGNS = (
    (b"\xff\xd8\xff", 0, ".jpg"),
    (b"\x89PNG\r\n\x1a\n", 0, ".png"),
    (b"GIF8", 0, ".gif"),
    (b"WEBP", 8, ".webp"),
    (b"ftypavif", 4, ".avif"),
    (b"ftypheic", 4, ".heic"),
)


def recognise_picture(data: bytes) -> str:
    """Return the extension of a picture that can be published, "" for any other (EMF, WMF, SVG)."""
    for sign, position, extension in _SIGNS:
        if data[position : position + len(sign)] == sign:
            return extension
    return ""
