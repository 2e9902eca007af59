"""Finds the file of a URL as a plain web server would, and names its media type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from mimetypes import MimeTypes
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = MimeTypes()
# Not in Python 3.11's own table (IANA media types).
for _type, _ending in (
    ("application/manifest+json", ".webmanifest"),
    ("audio/mp4", ".m4a"),
    ("audio/ogg", ".opus"),
    ("font/woff2", ".woff2"),
    ("image/avif", ".avif"),
    ("image/webp", ".webp"),
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
    ("text/vtt", ".vtt"),
    ("application/xml", ".xml"),
):
    _TYPES.add_type(_type, _ending)

_TEXTUAL = ("text/", "application/json", "application/xml", "application/manifest+json")


@dataclass(frozen=True, slots=True)
class Found:
    """The file to send, or None; or where the browser must go instead."""

    path: Path | None = None
    redirect: str = ""


def find_file(root: Path, url: str) -> Found:
    """Return what `url` stands for below `root`; a folder stands for its index.html."""
    url_path = unquote(url.partition("?")[0])
    if "\0" in url_path:
        return Found()
    path = (root / url_path.lstrip("/")).resolve()
    if not path.is_relative_to(root.resolve()):
        return Found()
    if path.is_dir():
        return _find_index(path, url_path)
    return Found(path) if path.is_file() and not url_path.endswith("/") else Found()


def _find_index(folder: Path, url_path: str) -> Found:
    index = folder / "index.html"
    if not index.is_file():
        return Found()
    # One slash at the start: two would send the browser to another host.
    return Found(index) if url_path.endswith("/") else Found(redirect=_as_folder(url_path))


def _as_folder(url_path: str) -> str:
    return quote("/" + url_path.strip("/") + "/")


def media_type(path: Path) -> str:
    """Return the Content-Type of a file by its ending; text is UTF-8."""
    kind = _TYPES.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTUAL) else kind


def parse_range(header: str, size_bytes: int) -> range | None:
    """Return the bytes that a Range header asks for (RFC 9110, section 14.2).

    None means all of it: there is no range, or one in a form that a server may ignore. An empty
    range lies outside the file. Browsers need ranges to seek in sound.
    """
    form = re.fullmatch(r"bytes=(\d*)-(\d*)", header)
    if form is None or not any(form.groups()):
        return None
    first, last = form.groups()
    if not first:
        return range(max(size_bytes - int(last), 0), size_bytes)
    return range(int(first), min(int(last or size_bytes) + 1, size_bytes))
