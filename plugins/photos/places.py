"""From the name in an article to the photo's file, exactly as the file is named."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.core.text import fold, nfc
from plugins.photos.catalogue import PhotoError

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIC_EXTENSIONS = frozenset({".heic", ".heif"})
# What Pillow opens for us, by the extensions that such files may have.
FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".avif": "AVIF",
    ".gif": "GIF",
} | dict.fromkeys(HEIC_EXTENSIONS, "HEIF")

_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def is_photo_name(name: str) -> bool:
    """Tell whether a file's name says that it is a photo we publish."""
    return os.path.splitext(name)[1].lower() in FORMATS  # noqa: PTH122 - a name, no path


def find_photo(target: str, folder: Path, content_dir: Path) -> Path:
    """Return the file that `target`, written in an article of `folder`, stands for.

    The name must be the file's own, letter by letter, so that every file system agrees.
    Raises PhotoError where there is none, where it lies elsewhere, or is no photo.
    """
    _check_written(target)
    path = _locate(target, folder)
    if not path.is_relative_to(content_dir):
        raise PhotoError("photo-path", name=target)
    names = _names_in(path.parent)
    if path.name not in names:
        raise _absence(target, path.name, names)
    _refuse_twins(path.name, names)
    _check_kind(path)
    return path


def _check_written(target: str) -> None:
    if not target.strip():
        raise PhotoError("photo-target-empty")
    if _SCHEME.match(target):
        raise PhotoError("photo-remote", name=target)
    if target.startswith("/") or "\\" in target:
        raise PhotoError("photo-path", name=target)


def _locate(target: str, folder: Path) -> Path:
    """Return the path as it is written, or decoded ("anh%20hop.jpg") where no such file is."""
    plain = Path(os.path.normpath(folder / target))
    return plain if plain.exists() else Path(os.path.normpath(folder / unquote(target)))


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names only, and no Path made for each
    except OSError:
        return []


def _absence(target: str, name: str, names: Sequence[str]) -> PhotoError:
    """Return why a name is not among the folder's: its marks, its case, or a slip."""
    for actual in names:
        if nfc(actual) == nfc(name):
            return PhotoError("photo-name-form", name=nfc(name))
    for actual in names:
        if nfc(actual).casefold() == nfc(name).casefold():
            return PhotoError("photo-name-case", name=target, actual=nfc(actual))
    return PhotoError("photo-missing", name=target, suggestion=_suggest(name, names))


def _refuse_twins(name: str, names: Sequence[str]) -> None:
    """Raise PhotoError where two files have one name on systems that pass over case or marks."""
    twins = [n for n in names if nfc(n).casefold() == nfc(name).casefold()]
    if len(twins) > 1:
        raise PhotoError("photo-name-twice", name=nfc(name))


def _suggest(name: str, names: Sequence[str]) -> str:
    by_folded = {fold(actual): nfc(actual) for actual in names if is_photo_name(actual)}
    near = get_close_matches(fold(name), by_folded, n=1)
    return f" Ý bạn là “{by_folded[near[0]]}”?" if near else ""


def _check_kind(path: Path) -> None:
    extension = path.suffix.lower()
    if extension in {".svg", ".svgz"}:
        raise PhotoError("photo-svg", name=nfc(path.name))
    if extension not in FORMATS or not path.is_file():
        raise PhotoError("photo-kind", name=nfc(path.name))
