"""Slots: photos leave an article's HTML and come back as pictures, in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.article import ArticleView, Kind
from plugins.core.document import Document, Picture
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.core.source import Source
from plugins.photos.bodies import fill_body, find_broken_photos, read_body, set_cover
from plugins.photos.catalogue import PhotoError
from plugins.photos.markup import wrap_photos_in_figures
from plugins.photos.slots import Slot, fill_slots, find_slots, place_slots

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem

PICTURE = Picture((("image/avif", "/p/x-480.avif 480w"),), "/p/x.jpg", "/p/x.avif", 1600, 1200, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "content/2021/hop-bao"
    here.mkdir(parents=True)
    for name in ("1.jpg", "2.jpg", "anh hop.jpg", "100%.jpg"):
        (here / name).write_bytes(b"x")
    return here


def source_of(folder: Path, body: str, cover: str | None = None) -> Source:
    view = ArticleView(
        kind=Kind.ARTICLE,
        path="2021/hop-bao/index.md",
        folder=folder,
        key="2021/hop-bao",
        lang="vi",
        slug="hop-bao",
        url="/hop-bao/",
        save_as="hop-bao/index.html",
        title="Họp báo",
        summary="",
        cover=cover,
        lines=(("cover", 4),),
    )
    return Source("content/2021/hop-bao/index.md", folder, view, body, 8)


def read(folder: Path, body: str, cover: str | None = None) -> tuple[Document, list[Problem]]:
    source = source_of(folder, body, cover)
    tree = parse(Renderer("vi").render(body))
    wrap_photos_in_figures(tree)
    problems = list(place_slots(source, folder.parent.parent, tree))
    return Document(source.view, serialise(tree)), problems


def described(html: str) -> list[tuple[str, str, int, bool]]:
    return [(slot.photo, slot.alt, slot.line, slot.is_link_text) for slot in find_slots(html)]


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
        ("Xem [ảnh lớn](2.jpg)", [("2021/hop-bao/2.jpg", "", 8, True)]),
    ],
)
def test_a_slot_tells_all_about_its_photo(
    folder: Path, body: str, slots: list[tuple[str, str, int, bool]]
) -> None:
    document, problems = read(folder, body)
    assert problems == []
    assert described(document.html) == slots
    assert "<img" not in document.html


def test_slots_survive_a_parser_and_are_filled_in_order(folder: Path) -> None:
    document, _ = read(folder, "Chữ ![a](1.jpg) và ![b](2.jpg) hết.")
    html = serialise(parse(document.html))
    filled = fill_slots(html, find_slots(html), lambda slot, n: f"<{n}:{slot.alt}>", lambda _: "")
    assert filled == "<p>Chữ <0:a> và <1:b> hết.</p>"


def test_no_article_can_forge_a_slot(folder: Path) -> None:
    forged = '<photo-slot data-photo="%7B%7D"></photo-slot> [x](photo-slot:%7B%7D)'
    document, _ = read(folder, forged)
    assert find_slots(document.html) == []


def test_a_photo_that_is_not_there_stays_and_is_told(folder: Path) -> None:
    document, (problem,) = read(folder, "Chữ\n\n![a](3.jpg)")
    assert (problem.line, problem.code) == (10, "photo-missing")
    assert find_slots(document.html) == []


def render(picture: Picture, slot: Slot, is_first: bool) -> str:  # noqa: FBT001 - as the step calls it
    return f"[{picture.alt}{'!' if is_first else ''}{'~' if slot.is_link_text else ''}]"


def test_a_body_gets_its_pictures_the_first_one_at_once(folder: Path) -> None:
    document, _ = read(folder, "![a](1.jpg)\n\n[![b](2.jpg)](https://x.example) [lớn](2.jpg)")
    body = read_body(document, folder.parent.parent)
    fill_body(body, dict.fromkeys(body.photos, PICTURE), render)
    assert "[a!]" in document.html
    assert "[b~]" in document.html
    assert '<a href="/p/x.avif">lớn</a>' in document.html
    assert "photo-slot" not in document.html


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
    found = read_body(document, folder.parent.parent)
    set_cover(found, dict.fromkeys(found.photos, PICTURE))
    assert document.extras.cover is not None
    assert document.extras.cover.alt == alt


@pytest.mark.parametrize("body", ["Chữ", "Xem [ảnh](1.jpg)"])
def test_a_body_without_photos_has_no_cover(folder: Path, body: str) -> None:
    document, _ = read(folder, body)
    found = read_body(document, folder.parent.parent)
    set_cover(found, {"2021/hop-bao/1.jpg": PICTURE})
    assert document.extras.cover is None


def test_a_broken_photo_is_told_at_each_of_its_places(folder: Path) -> None:
    document, _ = read(folder, "![a](1.jpg)\n\n![b](2.jpg)\n\n![c](1.jpg)", cover="1.jpg")
    error = PhotoError("photo-broken", name="1.jpg", detail="tệp rỗng")
    pictures: dict[str, Picture | PhotoError] = {
        "2021/hop-bao/1.jpg": error,
        "2021/hop-bao/2.jpg": PICTURE,
    }
    body = read_body(document, folder.parent.parent)
    found = sorted(find_broken_photos(body, "content/2021/hop-bao/index.md", pictures))
    assert [(p.path, p.line, p.code) for p in found] == [
        ("content/2021/hop-bao/index.md", line, "photo-broken") for line in (4, 8, 12)
    ]
    fill_body(body, pictures, render)
    assert document.html.count("[") == 1
