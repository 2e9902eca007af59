"""Slots: photos leave an article's HTML and come back as pictures, in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from plugins.core.document import Document
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.photos.bodies import (
    cover_of,
    fill_body,
    find_broken_photos,
    photos_in,
    set_cover,
)
from plugins.photos.catalogue import PhotoError
from plugins.photos.display import Display
from plugins.photos.entries import Entry
from plugins.photos.markup import wrap_photos_in_figures
from plugins.photos.settings import PhotoSettings
from plugins.photos.slots import fill_slots, place_slots
from tests.plugins.samples import make_source

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem

MACROS = """
{%- macro picture(picture, alt, sizes, priority=false) -%}
[{{ picture.src }} {{ alt }}{{ "!" if priority }}]
{%- endmacro -%}
{%- macro linked_picture(picture, alt, sizes, priority=false) -%}
[{{ picture.src }} {{ alt }}{{ "!" if priority }} leads to {{ picture.full }}]
{%- endmacro -%}
"""


def display_of(macros: str = MACROS, url: str = "/p/", column_rem: int = 42) -> Display:
    environment = Environment(loader=DictLoader({"macros/photo.html": macros}), autoescape=True)
    return Display(environment, PhotoSettings(column_rem=column_rem), url)


def entry_of(name: str) -> Entry:
    return Entry(name, 5, (("avif", 16, 12), ("jpg", 16, 12)), ((5, 0, 0), (5, 0, 1)))


X, Y = entry_of("x"), entry_of("y")
DISPLAY = display_of()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "content/2021/hop-bao"
    here.mkdir(parents=True)
    for name in ("1.jpg", "2.jpg", "anh hop.jpg", "100%.jpg"):
        (here / name).write_bytes(b"x")
    return here


def read(folder: Path, body: str, cover: str | None = None) -> tuple[Document, list[Problem]]:
    source = make_source(body, folder=folder, cover=cover, lines=(("cover", 4),))
    tree = parse(Renderer("vi").render(body))
    wrap_photos_in_figures(tree)
    problems = list(place_slots(source, folder.parent.parent, tree))
    return Document(source.view, serialise(tree), extras=source.extras), problems


def described(document: Document) -> list[tuple[str, str, int, bool]]:
    uses = document.extras.photos.uses
    return [(use.photo, use.alt, use.line, use.is_link_text) for use in uses if use.is_shown]


def linked(document: Document) -> list[str]:
    return [use.photo for use in document.extras.photos.uses if not use.is_shown]


@pytest.mark.parametrize(
    ("body", "slots"),
    [
        ("![a](1.jpg)", [("2021/hop-bao/1.jpg", "a", 8, False)]),
        ("![a](anh hop.jpg)", [("2021/hop-bao/anh hop.jpg", "a", 8, False)]),
        ("![a](100%.jpg)", [("2021/hop-bao/100%.jpg", "a", 8, False)]),
        (
            '![“Lễ” & <b>](1.jpg)\n\n\n![--> "](2.jpg)',
            [
                ("2021/hop-bao/1.jpg", "“Lễ” & <b>", 8, False),
                ("2021/hop-bao/2.jpg", '--> "', 11, False),
            ],
        ),
        (
            "![a](1.jpg)\n\n![b](1.jpg)",
            [("2021/hop-bao/1.jpg", "a", 8, False), ("2021/hop-bao/1.jpg", "b", 10, False)],
        ),
        ("[![a](1.jpg)](https://x.example)", [("2021/hop-bao/1.jpg", "a", 8, True)]),
        ("[![a](1.jpg)](1.jpg)", [("2021/hop-bao/1.jpg", "a", 8, False)]),
        ("Chữ", []),
    ],
)
def test_a_slot_tells_all_about_its_photo(
    folder: Path, body: str, slots: list[tuple[str, str, int, bool]]
) -> None:
    document, problems = read(folder, body)
    assert problems == []
    assert described(document) == slots
    assert document.html.count("<photo-slot") == len(slots)
    assert "<img" not in document.html


def test_a_link_to_a_photo_has_a_slot_too(folder: Path) -> None:
    document, problems = read(folder, "Xem [ảnh lớn](2.jpg) và ![a](1.jpg)")
    assert problems == []
    assert described(document) == [("2021/hop-bao/1.jpg", "a", 8, False)]
    assert linked(document) == ["2021/hop-bao/2.jpg"]
    assert 'href="2.jpg"' not in document.html


def test_slots_survive_a_parser_and_are_filled_in_order(folder: Path) -> None:
    document, _ = read(folder, "Chữ ![a](1.jpg) và ![b](2.jpg) hết.")
    html = serialise(parse(document.html))
    assert fill_slots(html, ("<a>", "<b>")) == "<p>Chữ <a> và <b> hết.</p>"


def test_what_fills_a_slot_is_not_looked_at_for_slots() -> None:
    slot = '<photo-slot data-number="1"></photo-slot>'
    assert fill_slots(slot.replace("1", "0"), (slot, "x")) == slot


def test_no_article_can_forge_a_slot(folder: Path) -> None:
    forged = (
        '<photo-slot data-number="0"></photo-slot> [x](photo-slot:0) <a href="photo-slot:0">y</a>'
    )
    document, _ = read(folder, f"{forged}\n\n![a](1.jpg)")
    assert document.html.count("photo-slot:") == 0
    assert document.html.count("<photo-slot") == 1
    assert fill_slots(document.html, ("",)).count("photo-slot") == 0


def test_a_photo_that_is_not_there_stays_and_is_told(folder: Path) -> None:
    document, (problem,) = read(folder, "Chữ\n\n![a](3.jpg)")
    assert (problem.line, problem.code) == (10, "photo-missing")
    assert "photo-slot" not in document.html
    assert document.extras.photos.uses == ()


def entries_of(document: Document) -> dict[str, Entry | PhotoError]:
    return dict.fromkeys(photos_in(document.extras.photos), X)


def test_a_body_gets_its_pictures_the_first_one_at_once(folder: Path) -> None:
    document, _ = read(folder, "![“a”](1.jpg)\n\n[![b](2.jpg)](https://x.example) [lớn](2.jpg)")
    fill_body(document, entries_of(document), DISPLAY)
    assert "[/p/x/x-16.jpg “a”! leads to /p/x/x-16.avif]" in document.html
    assert "[/p/x/x-16.jpg b]" in document.html
    assert '<a href="/p/x/x-16.avif">lớn</a>' in document.html
    assert "photo-slot" not in document.html


def test_no_picture_at_all_comes_at_once_after_one_that_is_broken(folder: Path) -> None:
    document, _ = read(folder, "![a](1.jpg)\n\n![b](2.jpg)")
    broken = PhotoError("photo-broken", name="1.jpg", detail="tệp rỗng")
    fill_body(document, entries_of(document) | {"2021/hop-bao/1.jpg": broken}, DISPLAY)
    assert document.html.count("[") == 1
    assert "!" not in document.html


@pytest.mark.parametrize(
    ("body", "cover", "alt"),
    [
        ("![a](1.jpg)", None, "a"),
        ("![a](1.jpg)\n\n![b](2.jpg)", "2.jpg", "b"),
        ("![a](1.jpg)", "2.jpg", ""),
        ("Chữ", "2.jpg", ""),
    ],
)
def test_the_cover_is_the_one_named_or_the_first(
    folder: Path, body: str, cover: str | None, alt: str
) -> None:
    document, _ = read(folder, body, cover)
    set_cover(document, entries_of(document), DISPLAY)
    assert document.extras.cover is not None
    assert document.extras.cover.alt == alt


@pytest.mark.parametrize("body", ["Chữ", "Xem [ảnh](1.jpg)"])
def test_a_body_without_photos_has_no_cover(folder: Path, body: str) -> None:
    document, _ = read(folder, body)
    assert cover_of(document.extras.photos) == ""
    set_cover(document, {"2021/hop-bao/1.jpg": X}, DISPLAY)
    assert document.extras.cover is None


def test_a_cover_that_is_no_photo_is_none(folder: Path) -> None:
    document, _ = read(folder, "Chữ", cover="3.jpg")
    assert document.extras.photos.cover == ""


def stamp_and_body(folder: Path, body: str, entry: Entry, display: Display) -> tuple[str, str]:
    document, _ = read(folder, body)
    fill_body(document, dict.fromkeys(entries_of(document), entry), display)
    return document.html_stamp, document.html


# Each differs from the first in one thing that a reader would see.
SHOWN: list[tuple[str, Entry, Display]] = [
    ("![a](1.jpg)", X, DISPLAY),
    ("![b](1.jpg)", X, DISPLAY),
    ("![a](1.jpg)", Y, DISPLAY),
    ("![a](1.jpg)", X, display_of(url="/q/")),
    ("![a](1.jpg)", X, display_of(MACROS.replace("leads to", "→"))),
]


def test_bodies_have_other_stamps_where_they_show_something_else(folder: Path) -> None:
    shown = [stamp_and_body(folder, *one) for one in SHOWN]
    assert len({stamp for stamp, _ in shown}) == len({html for _, html in shown}) == len(SHOWN)
    assert shown[0] == stamp_and_body(folder, "![a](1.jpg)", entry_of("x"), display_of())
    wider = stamp_and_body(folder, "![a](1.jpg)", X, display_of(column_rem=50))
    assert wider[0] != shown[0][0]


def test_a_broken_photo_is_told_at_each_of_its_places(folder: Path) -> None:
    document, _ = read(folder, "![a](1.jpg)\n\n![b](2.jpg)\n\n![c](1.jpg)", cover="1.jpg")
    error = PhotoError("photo-broken", name="1.jpg", detail="tệp rỗng")
    entries: dict[str, Entry | PhotoError] = {"2021/hop-bao/1.jpg": error, "2021/hop-bao/2.jpg": X}
    found = sorted(find_broken_photos(document, "content", {"2021/hop-bao/1.jpg": error}))
    assert [(p.path, p.line, p.code) for p in found] == [
        ("content/2021/hop-bao/index.md", line, "photo-broken") for line in (4, 8, 12)
    ]
    fill_body(document, entries, DISPLAY)
    assert document.html.count("[") == 1
