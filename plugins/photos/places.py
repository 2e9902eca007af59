"""From the name in an article to the photo's file, exactly as the file is named."""

from __future__ import annotations

import os
import re
import time
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.core.containment import is_inside
from plugins.core.looks import note_path
from plugins.core.text import fold, nfc
from plugins.photos.catalogue import PhotoError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What Pillow opens for us, by the extensions that such files may have.
FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".avif": "AVIF",
    ".gif": "GIF",
    ".heic": "HEIF",
    ".heif": "HEIF",
}

# A folder changed twice within the clock's grain would keep its time of change.
_YOUNG_NS = 2_000_000_000
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def is_photo_name(name: str) -> bool:
    """Tell whether a file's name says that it is a photo we publish."""
    return bool(kind_of(name))


def kind_of(name: str) -> str:
    """Return what Pillow calls the kind of photo that a file's name tells; "" for no photo's."""
    return FORMATS.get(os.path.splitext(name)[1].lower(), "")  # noqa: PTH122 - a name, no path


def find_photo(target: str, folder: Path, content_dir: Path) -> str:
    """Return the place below the content folder of the photo that an article of `folder` names.

    The name must be the file's own, letter by letter, so that every file system agrees.
    Raises PhotoError where there is none, where it lies elsewhere, or is no photo.
    """
    here, content = str(folder), str(content_dir)
    # The check of a source and, right after it, its tree ask the same.
    changed_ns = None if "/" in target or "%" in target else _time_of_change(here)
    if changed_ns is None:
        return _find(target, here, content)
    return _find_beside(target, here, content, changed_ns)


@lru_cache(maxsize=1024)
def _find_beside(target: str, folder: str, content_dir: str, _changed_ns: int) -> str:
    """Return where a name of the article's own folder leads to, while that is unchanged."""
    return _find(target, folder, content_dir)


def _find(target: str, folder: str, content_dir: str) -> str:
    _check_written(target)
    path = _locate(target, folder)
    if not path.startswith(f"{content_dir}{os.sep}"):
        raise PhotoError("photo-path", name=target)
    parent, name = os.path.split(path)
    note_path(parent)
    alike = _alike(parent, name)
    if name not in alike:
        raise _absence(target, name, alike, parent)
    if len(alike) > 1:
        # Systems that pass over case or marks would see one file where there are two.
        raise PhotoError("photo-name-twice", name=nfc(name))
    if not is_inside(path, content_dir):
        # A symbolic link to elsewhere: what lies there is nobody's to publish.
        raise PhotoError("photo-path", name=target)
    _check_kind(path, name)
    return path[len(content_dir) + 1 :].replace(os.sep, "/")


def _check_written(target: str) -> None:
    if not target.strip():
        raise PhotoError("photo-target-empty")
    if _SCHEME.match(target):
        raise PhotoError("photo-remote", name=target)
    if target.startswith("/") or "\\" in target:
        raise PhotoError("photo-path", name=target)


def _locate(target: str, folder: str) -> str:
    """Return the path as it is written, or decoded ("anh%20hop.jpg") where no such file is."""
    plain = os.path.normpath(f"{folder}{os.sep}{target}")
    note_path(plain)
    if "%" not in target or os.path.exists(plain):  # noqa: PTH110 - for each photo of a site: no Path
        return plain
    return os.path.normpath(f"{folder}{os.sep}{unquote(target)}")


def _alike(folder: str, name: str) -> tuple[str, ...]:
    """Return the folder's names that are `name` but for case and the way marks are written."""
    changed_ns = _time_of_change(folder)
    try:
        by_key = _list.__wrapped__(folder, 0) if changed_ns is None else _list(folder, changed_ns)
    except OSError:
        return ()
    return by_key.get(_key(name), ())


def _time_of_change(folder: str) -> int | None:
    """Return what is another one when a folder's names are; None while that cannot be relied on."""
    try:
        changed_ns = os.stat(folder).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return None
    return None if time.time_ns() - changed_ns < _YOUNG_NS else changed_ns


@lru_cache(maxsize=64)
def _list(folder: str, _changed_ns: int) -> dict[str, tuple[str, ...]]:
    """Return a folder's names by what alike ones share; another time of change is another call."""
    by_key: dict[str, tuple[str, ...]] = {}
    for name in sorted(os.listdir(folder)):  # noqa: PTH208 - names only, and no Path made for each
        by_key[_key(name)] = (*by_key.get(_key(name), ()), name)
    return by_key


def _key(name: str) -> str:
    return nfc(name).casefold()


def _absence(target: str, name: str, alike: Sequence[str], folder: str) -> PhotoError:
    """Return why a name is not among the folder's: its marks, its case, or a slip."""
    if any(nfc(actual) == nfc(name) for actual in alike):
        return PhotoError("photo-name-form", name=nfc(name))
    if alike:
        return PhotoError("photo-name-case", name=target, actual=nfc(alike[0]))
    return PhotoError("photo-missing", name=target, suggestion=_suggest(name, _names_in(folder)))


def _names_in(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names only
    except OSError:
        return []


def _suggest(name: str, names: Sequence[str]) -> str:
    by_folded = {fold(actual): nfc(actual) for actual in names if is_photo_name(actual)}
    near = get_close_matches(fold(name), by_folded, n=1)
    return f" Ý bạn là “{by_folded[near[0]]}”?" if near else ""


def _check_kind(path: str, name: str) -> None:
    extension = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, no path
    if extension in {".svg", ".svgz"}:
        raise PhotoError("photo-svg", name=nfc(name))
    if extension not in FORMATS or not os.path.isfile(path):  # noqa: PTH113 - for each photo of a site: no Path
        raise PhotoError("photo-kind", name=nfc(name))
