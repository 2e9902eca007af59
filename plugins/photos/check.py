"""What is wrong with the photos that an article names, before any of them is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.text import nfc
from plugins.photos.catalogue import PhotoError, problem
from plugins.photos.places import find_photo, is_photo_name
from plugins.photos.references import Reference, find_references

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.core.source import Source

# What cameras, telephones and messengers call their files.
_CAMERA_NAME = re.compile(
    r"(?:IMG|DSCN?|DSC|DCIM|PXL|MVIMG|GOPR|P|photo|image|picture|screenshot|z|zalo|ảnh|anh|hình)"
    r"[\s_-]*[\d_-]+(?:[ _-]?[0-9a-f]{6,})*",
    re.IGNORECASE,
)


def find_problems(source: Source, content_dir: Path) -> Iterator[Problem]:
    """Yield a problem for each photo, or its words, that cannot be published as it is."""
    for reference in find_references(source):
        yield from _check_target(source, reference, content_dir)
        yield from _check_words(source, reference)
    if source.view.cover:
        yield from _check_cover(source, source.view.cover, content_dir)


def _check_target(source: Source, reference: Reference, content_dir: Path) -> Iterator[Problem]:
    if reference.label:
        name = reference.label
        yield problem("photo-reference-missing", source.path, reference.line, name=name)
        return
    try:
        find_photo(reference.target, source.folder, content_dir)
    except PhotoError as error:
        yield error.problem(source.path, reference.line)


def _check_cover(source: Source, cover: str, content_dir: Path) -> Iterator[Problem]:
    try:
        find_photo(cover, source.folder, content_dir)
    except PhotoError as error:
        yield error.problem(source.path, source.view.line_of("cover"))


def _check_words(source: Source, reference: Reference) -> Iterator[Problem]:
    alt, name = _words(reference.alt), nfc(reference.target)
    if not name:
        return
    if not alt:
        yield problem("photo-alt-empty", source.path, reference.line, name=name)
    elif _is_file_name(alt, name):
        yield problem("photo-alt-is-file-name", source.path, reference.line, name=name, alt=alt)
    elif _same(alt, reference.caption):
        yield problem("photo-alt-is-caption", source.path, reference.line, name=name)


def _words(text: str) -> str:
    return " ".join(nfc(text).split())


def _is_file_name(alt: str, target: str) -> bool:
    """Tell whether a description is the file's name, or one that a camera gave."""
    name = target.rpartition("/")[2]
    stem = name.rpartition(".")[0]
    if alt.casefold() in {name.casefold(), stem.casefold()}:
        # "Toàn cảnh" may describe toàn cảnh.jpg: a name of plain words is no slip.
        return not (" " in stem or stem.isalpha()) or alt == name
    return bool(_CAMERA_NAME.fullmatch(alt)) or (is_photo_name(alt) and " " not in alt)


def _same(alt: str, caption: str) -> bool:
    plain = re.sub(r"[*_`]", "", caption)
    return bool(plain.strip()) and _bare(alt) == _bare(plain)


def _bare(text: str) -> str:
    return _words(text).rstrip(" .…!").casefold()
