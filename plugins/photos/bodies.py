"""Bodies and covers get their pictures, each body's first one at once and the rest when near."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.core.document import Picture
from plugins.photos.catalogue import PhotoError
from plugins.photos.places import find_photo
from plugins.photos.slots import Slot, fill_slots, find_slots, has_slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plugins.core.document import Document
    from plugins.core.problems import Problem

Pictures = dict[str, Picture | PhotoError]


def photos_of(document: Document, content_dir: Path) -> list[str]:
    """Return the photos of a document, as paths below the content folder: its cover's first."""
    cover = cover_of(document, content_dir)
    return [name for name in (cover,) if name] + [slot.photo for slot in find_slots(document.html)]


def cover_of(document: Document, content_dir: Path) -> str | None:
    """Return the photo that the front matter names as cover, if it does and it can be found."""
    view = document.view
    if not view.cover:
        return None
    try:
        path = find_photo(view.cover, view.folder, content_dir)
    except PhotoError:
        return None  # the check of the source has told of it
    return path.relative_to(content_dir).as_posix()


def choose_cover(document: Document, content_dir: Path) -> str | None:
    """Return the photo that stands for a document: the one named, else the first of its body."""
    named = cover_of(document, content_dir)
    return named or next((slot.photo for slot in _shown_slots(document)), None)


def set_cover(document: Document, content_dir: Path, pictures: Pictures) -> None:
    """Set `extras.cover`, with the alternative text written for the same photo in the body."""
    name = choose_cover(document, content_dir)
    picture = pictures.get(name or "")
    if isinstance(picture, Picture):
        alt = next((slot.alt for slot in _shown_slots(document) if slot.photo == name), "")
        document.extras.cover = replace(picture, alt=alt)


def _shown_slots(document: Document) -> list[Slot]:
    return [slot for slot in find_slots(document.html) if not _is_only_linked(slot)]


def fill_body(
    document: Document, pictures: Pictures, render: Callable[[Picture, Slot, bool], str]
) -> None:
    """Fill the slots of a body. A photo that could not be published leaves nothing behind."""
    if not has_slots(document.html):
        return

    def picture_in(slot: Slot, number: int) -> str:
        picture = pictures[slot.photo]
        if isinstance(picture, PhotoError):
            return ""
        return render(replace(picture, alt=slot.alt), slot, number == 0)

    def address_of(slot: Slot) -> str:
        picture = pictures[slot.photo]
        return "" if isinstance(picture, PhotoError) else picture.full

    document.html = fill_slots(document.html, picture_in, address_of)


def find_broken_photos(
    document: Document, content_dir: Path, pictures: Pictures
) -> Iterator[Problem]:
    """Yield a problem for each use of a photo that could not be opened."""
    uses = [(slot.photo, slot.source, slot.line) for slot in find_slots(document.html)]
    cover = cover_of(document, content_dir)
    if cover:
        view = document.view
        uses.append((cover, f"{content_dir.name}/{view.path}", view.line_of("cover")))
    for photo, path, line in uses:
        picture = pictures[photo]
        if isinstance(picture, PhotoError):
            yield picture.problem(path, line)


def _is_only_linked(slot: Slot) -> bool:
    return slot.is_link_text and not slot.alt
