"""Bodies and covers get their pictures, each body's first one at once and the rest when near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from plugins.core.document import BodyPhotos, Document, PhotoUse, Picture
from plugins.photos.catalogue import PhotoError
from plugins.photos.slots import fill_slots

if TYPE_CHECKING:
    from plugins.core.problems import Problem

# By the photo's path below the content folder.
Pictures: TypeAlias = Mapping[str, Picture | PhotoError]
# From a picture, the place that it is for, and whether it is the body's first, to its HTML.
Render: TypeAlias = Callable[[Picture, PhotoUse, bool], str]


def photos_in(photos: BodyPhotos) -> Iterator[str]:
    """Yield the photos as paths below the content folder: the cover that is named first."""
    if photos.cover:
        yield photos.cover
    for use in photos.uses:
        yield use.photo


def cover_of(photos: BodyPhotos) -> str:
    """Return the photo that stands for the document: the one named, else the first shown, or ""."""
    return photos.cover or next((use.photo for use in photos.uses if use.is_shown), "")


def set_cover(document: Document, pictures: Pictures) -> None:
    """Set `extras.cover`, with the alternative text written for the same photo in the body."""
    photos = document.extras.photos
    name = cover_of(photos)
    picture = pictures.get(name)
    if isinstance(picture, Picture):
        alt = next((use.alt for use in photos.uses if use.is_shown and use.photo == name), "")
        document.extras.cover = replace(picture, alt=alt)


def fill_body(document: Document, pictures: Pictures, render: Render) -> None:
    """Fill the slots of a body. A photo that could not be published leaves nothing behind."""
    fillings = tuple(_fillings(document.extras.photos.uses, pictures, render))
    if fillings:
        document.alter_html(fill_slots, fillings)


def _fillings(uses: Iterable[PhotoUse], pictures: Pictures, render: Render) -> Iterator[str]:
    for number, use in enumerate(uses):
        picture = pictures[use.photo]
        if isinstance(picture, PhotoError):
            yield ""
        elif use.is_shown:
            yield render(picture, use, number == 0)
        else:
            yield escape(picture.full)


def find_broken_photos(document: Document, folder: str, pictures: Pictures) -> Iterator[Problem]:
    """Yield a problem for each use of a photo that could not be opened.

    `folder` is the content folder's name, with which problems begin their paths.
    """
    view, photos = document.view, document.extras.photos
    uses = [(use.photo, use.line) for use in photos.uses]
    if photos.cover:
        uses.append((photos.cover, view.line_of("cover")))
    for photo, line in uses:
        picture = pictures[photo]
        if isinstance(picture, PhotoError):
            yield picture.problem(f"{folder}/{view.path}", line)
