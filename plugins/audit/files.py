"""What can be wrong with a file of any kind: its type, what it carries along, its syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image

from plugins.audit.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.problems import Problem

# What a source folder holds and no reader may get.
_REFUSED = frozenset(
    {".md", ".py", ".yml", ".yaml", ".map", ".heic", ".tif", ".tiff", ".psd", ".db"}
)
_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
_XML = (".xml", ".svg")
# What Pillow calls the metadata of any format, once a file's head is read.
_METADATA = frozenset({"exif", "xmp", "icc_profile", "photoshop", "comment", "mp", "mpoffset"})


def is_photo(name: str) -> bool:
    return name.lower().endswith(_PHOTOS)


def is_xml(name: str) -> bool:
    return name.lower().endswith(_XML)


def find_problems_of_file(path: Path, output_dir: Path) -> Iterator[Problem]:
    """Yield what is wrong with a published file; what is no photo and no XML is not read."""
    name = path.relative_to(output_dir).as_posix()
    suffix = path.suffix.lower()
    if path.is_symlink():
        yield problem("file-link", name)
    elif suffix in _REFUSED:
        yield problem("file-kind", name, suffix=suffix)
    elif suffix in _PHOTOS:
        yield from _check_photo(path, name)
    elif suffix in _XML:
        yield from _check_xml(path, name)


def _check_photo(path: Path, name: str) -> Iterator[Problem]:
    try:
        with Image.open(path) as photo:
            found = _METADATA.intersection(key.lower() for key in map(str, photo.info))
    except OSError as error:
        yield problem("file-photo", name, detail=str(error))
        return
    if found:
        yield problem("file-metadata", name, what=", ".join(sorted(found)))


def _check_xml(path: Path, name: str) -> Iterator[Problem]:
    try:
        etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield problem("file-xml", name, error.lineno or 1, detail=str(error))
