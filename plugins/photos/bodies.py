"""Bodies and covers get their pictures, or a problem for each that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from plugins.photos.display import Display, Fillings, fill_photos
from plugins.photos.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.core.document import BodyPhotos, Document
    from plugins.core.problems import Problem
    from plugins.photos.catalogue import PhotoError

# By the photo's path below the content folder.
Entries: TypeAlias = "Mapping[str, Entry | PhotoError]"


def photos_in(photos: BodyPhotos) -> Iterator[str]:
    """Yield the photos as paths below the content folder: the cover that is named first."""
    if photos.cover:
        yield photos.cover
    for use in photos.uses:
        yield use.photo


def cover_of(photos: BodyPhotos) -> str:
    """Return the photo that stands for the document: the one named, else the first shown, or ""."""
    return photos.cover or next((use.photo for use in photos.uses if use.is_shown), "")


def set_cover(document: Document, entries: Entries, display: Display) -> None:
    """Set `extras.cover`, with the alternative text written for the same photo in the body."""
    photos = document.extras.photos
    name = cover_of(photos)
    entry = entries.get(name)
    if isinstance(entry, Entry):
        alt = next((use.alt for use in photos.uses if use.is_shown and use.photo == name), "")
        document.extras.cover = display.picture_of(entry, alt)


def fill_body(document: Document, entries: Entries, display: Display) -> None:
    """Let the slots of a body be filled. A photo that could not be published leaves them empty."""
    uses = document.extras.photos.uses
    if uses:
        found = [entries[use.photo] for use in uses]
        whole = tuple([entry if isinstance(entry, Entry) else None for entry in found])
        document.alter_html(fill_photos, Fillings(display, uses, whole))


def find_broken_photos(
    document: Document, folder: str, broken: Mapping[str, PhotoError]
) -> Iterator[Problem]:
    """Yield a problem for each use of a photo that could not be opened.

    `folder` is the content folder's name, with which problems begin their paths.
    """
    view, photos = document.view, document.extras.photos
    uses = [(use.photo, use.line) for use in photos.uses]
    if photos.cover:
        uses.append((photos.cover, view.line_of("cover")))
    for photo, line in uses:
        if photo in broken:
            yield broken[photo].problem(f"{folder}/{view.path}", line)
