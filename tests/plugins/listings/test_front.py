"""The home page: what leads it, what is pinned, and that nothing is there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.article import Term
from plugins.core.document import Picture
from plugins.listings.front import compose_front
from plugins.listings.settings import ListingSettings
from tests.plugins.listings.editions import day, edition

if TYPE_CHECKING:
    from pathlib import Path

NOTICES = Term("thong-bao", "Thông báo", "/chuyen-muc/thong-bao/")
PHOTO = Picture((), "/a.jpg", "/a.jpg", 10, 10)


def test_the_front_leads_with_the_newest_photo_and_repeats_nothing(tmp_path: Path) -> None:
    documents = [day(f"x{n}", f"2021-01-{20 - n:02}", pinned=n in {1, 3}) for n in range(8)]
    documents[1].extras.cover = documents[2].extras.cover = PHOTO
    front = compose_front(
        edition(tmp_path, *documents), ListingSettings(home_latest=3, home_pinned=1)
    )
    assert front.lead is documents[2]
    assert front.pinned == (documents[1],)
    assert front.latest == (documents[0], documents[3], documents[4])


def test_without_photos_the_newest_leads(tmp_path: Path) -> None:
    documents = [day("a", "2021-01-02", pinned=True), day("b", "2021-01-01")]
    front = compose_front(edition(tmp_path, *documents), ListingSettings())
    assert (front.lead, front.latest) == (documents[1], ())


def test_a_front_of_nothing_has_nothing(tmp_path: Path) -> None:
    front = compose_front(edition(tmp_path), ListingSettings())
    assert (front.lead, front.pinned, front.latest, front.sections) == (None, (), (), ())


def test_only_categories_with_articles_stand_on_the_front(tmp_path: Path) -> None:
    documents = [day(f"x{n}", f"2021-01-{20 - n:02}", category=NOTICES) for n in range(6)]
    front = compose_front(edition(tmp_path, *documents), ListingSettings(home_section=2))
    assert front.sections == ((NOTICES, (documents[0], documents[1])),)
