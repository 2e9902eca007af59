"""Bodies and covers get their pictures, each body's first one at once and the rest when near."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from plugins.core.document import Picture
from plugins.photos.catalogue import PhotoError
from plugins.photos.places import find_photo
from plugins.photos.slots import Slot, fill_slots, find_slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from plugins.core.document import Document
    from plugins.core.problems import Problem

Pictures: TypeAlias = "Mapping[str, Picture | PhotoError]"


@dataclass(frozen=True, slots=True)
class Body:
    """A document with the slots of its HTML, read once, and the cover that it names."""

    document: Document
    slots: tuple[Slot, ...]
    named_cover: str | None

    @property
    def photos(self) -> Iterator[str]:
        """Yield the photos as paths below the content folder: the cover that is named first."""
        if self.named_cover:
            yield self.named_cover
        yield from (slot.photo for slot in self.slots)

    @property
    def shown(self) -> Iterator[Slot]:
        return (slot for slot in self.slots if not slot.is_only_linked)

    @property
    def cover(self) -> str | None:
        """Return the photo that stands for the document: the one named, else the first shown."""
        return self.named_cover or next((slot.photo for slot in self.shown), None)


def read_body(document: Document, content_dir: Path) -> Body:
    return Body(document, tuple(find_slots(document.html)), _named_cover(document, content_dir))


def _named_cover(document: Document, content_dir: Path) -> str | None:
    view = document.view
    if not view.cover:
        return None
    try:
        path = find_photo(view.cover, view.folder, content_dir)
    except PhotoError:
        return None  # the check of the source has told of it
    return path.relative_to(content_dir).as_posix()


def set_cover(body: Body, pictures: Pictures) -> None:
    """Set `extras.cover`, with the alternative text written for the same photo in the body."""
    name = body.cover
    picture = pictures.get(name or "")
    if isinstance(picture, Picture):
        alt = next((slot.alt for slot in body.shown if slot.photo == name), "")
        body.document.extras.cover = replace(picture, alt=alt)


def fill_body(
    body: Body,
    pictures: Pictures,
    render: Callable[[Picture, Slot, bool], str],
) -> None:
    """Fill the slots of a body. A photo that could not be published leaves nothing behind."""
    if not body.slots:
        return

    def picture_in(slot: Slot, number: int) -> str:
        picture = pictures[slot.photo]
        if isinstance(picture, PhotoError):
            return ""
        return render(replace(picture, alt=slot.alt), slot, number == 0)

    def address_of(slot: Slot) -> str:
        picture = pictures[slot.photo]
        return "" if isinstance(picture, PhotoError) else picture.full

    document = body.document
    document.html = fill_slots(document.html, body.slots, picture_in, address_of)


def find_broken_photos(body: Body, source: str, pictures: Pictures) -> Iterator[Problem]:
    """Yield a problem for each use of a photo that could not be opened.

    `source` is the document's file as problems name it.
    """
    uses = [(slot.photo, slot.source, slot.line) for slot in body.slots]
    if body.named_cover:
        uses.append((body.named_cover, source, body.document.view.line_of("cover")))
    for photo, path, line in uses:
        picture = pictures[photo]
        if isinstance(picture, PhotoError):
            yield picture.problem(path, line)
