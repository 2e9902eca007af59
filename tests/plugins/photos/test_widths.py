"""Widths: browsers are told how wide each photo is shown, in a body and in a gallery."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from plugins.core.document import Picture
from plugins.photos.settings import PhotoSettings
from plugins.photos.widths import columns_in_gallery, columns_of, sizes_of

WIDE = Picture((), "a.jpg", "a.avif", 1600, 1200)
TALL = Picture((), "a.jpg", "a.avif", 1200, 1600)


@pytest.mark.parametrize(
    ("total", "narrow", "wide"),
    [
        (2, "33", "33"),
        (3, "633", "222"),
        (4, "3333", "3333"),
        (5, "63333", "33222"),
        (6, "333333", "222222"),
        (7, "6333333", "6222222"),
        (8, "33333333", "33222222"),
    ],
)
def test_a_gallery_fills_its_rows(total: int, narrow: str, wide: str) -> None:
    columns = [columns_in_gallery(number, total) for number in range(total)]
    assert "".join(str(one) for one, _ in columns) == narrow
    assert "".join(str(other) for _, other in columns) == wide


def test_a_photo_knows_its_place() -> None:
    tree = fragment_fromstring(
        '<div><figure class="gallery"><figure><a><img></a></figure><figure><img></figure>'
        "<figure><img></figure></figure><figure><img></figure><p><img></p></div>"
    )
    found = [columns_of(image) for image in tree.iter("img")]
    assert found == [(6, 2), (3, 2), (3, 2), (6, 6), (6, 6)]


@pytest.mark.parametrize(
    ("picture", "narrow", "wide", "sizes"),
    [
        (WIDE, 6, 6, "(min-width: 44rem) 42rem, calc(100vw - 2rem)"),
        (TALL, 6, 6, "(min-width: 30rem) 28rem, calc(100vw - 2rem)"),
        (TALL, 3, 3, "(min-width: 44rem) 21rem, 50vw"),
        (WIDE, 3, 2, "(min-width: 44rem) 14rem, (min-width: 40rem) 33vw, 50vw"),
        (WIDE, 6, 3, "(min-width: 44rem) 21rem, (min-width: 40rem) 50vw, calc(100vw - 2rem)"),
    ],
)
def test_sizes_are_those_of_the_layout(
    picture: Picture, narrow: int, wide: int, sizes: str
) -> None:
    assert sizes_of(picture, narrow, wide, PhotoSettings()) == sizes
