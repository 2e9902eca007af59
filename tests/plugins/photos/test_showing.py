"""Photos are shown by what their documents' trees told: no body is read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image

from plugins.core.document import BodyPhotos, Document, Extras, PhotoUse
from plugins.core.lazy_text import LazyText
from plugins.photos import show_photos
from plugins.photos.settings import PhotoSettings
from tests.plugins.samples import THEME, make_build, make_view

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build

PLACE = "2021/hop-bao/1.jpg"
SMALL = PhotoSettings(avif_widths_px=(60,), jpeg_width_px=60, avif_speed=10)


class BodyReadError(AssertionError):
    """A body was read."""


def never() -> str:
    raise BodyReadError


def document_with(*uses: PhotoUse, cover: str = "") -> Document:
    extras = Extras(photos=BodyPhotos(uses, cover))
    return Document(make_view(lines=(("cover", 4),)), LazyText(never, "stamp"), extras=extras)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    photo = tmp_path / "content" / PLACE
    photo.parent.mkdir(parents=True)
    Image.linear_gradient("L").save(photo)
    return tmp_path


def show(root: Path, document: Document) -> Build:
    build = make_build(root, document, photos=SMALL)
    build.environment = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True)
    build.output.open()
    show_photos(build)
    return build


def test_photos_are_published_without_a_look_at_the_body(root: Path) -> None:
    document = document_with(PhotoUse(PLACE, 8, "a"))
    build = show(root, document)
    cover = document.extras.cover
    assert cover is not None
    assert (cover.alt, cover.width_px) == ("a", 60)
    assert document.extras.social is not None
    assert {cover.src, cover.full, document.extras.social} == {
        f"/{place}" for place in build.output.places()
    }
    with pytest.raises(BodyReadError):
        _ = document.html


def test_a_second_build_shows_the_same_and_makes_nothing(root: Path) -> None:
    def outcome() -> tuple[object, ...]:
        document = document_with(PhotoUse(PLACE, 8, "a"), cover=PLACE)
        output = show(root, document).output
        places = output.places()
        output.sweep()
        stamps = [output.stamp_of(place) for place in places]
        extras = document.extras
        return extras.cover, extras.social, document.html_stamp, places, stamps

    assert outcome() == outcome()


def test_a_photo_that_is_taken_away_meanwhile_is_told(root: Path) -> None:
    document = document_with(PhotoUse(PLACE, 8, "a"), cover=PLACE)
    (root / "content" / PLACE).unlink()
    told = [(p.path, p.line, p.code) for p in sorted(show(root, document).problems)]
    path = f"content/{document.view.path}"
    assert told == [(path, 4, "photo-missing"), (path, 8, "photo-missing")]
    assert document.extras.cover is None
