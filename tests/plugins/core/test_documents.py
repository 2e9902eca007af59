"""All documents together: order, neighbours, translations, and what collides."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Kind, Status, Term
from plugins.core.documents import (
    find_problems_between,
    is_published,
    join_neighbours,
    join_translations,
    put_in_order,
    resolve_links,
)
from tests.plugins.samples import make_document, make_view, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.article import ArticleView
    from plugins.core.document import Document


def day(name: str, number: int, lang: str = "vi") -> Document:
    return make_document(name, lang=lang, date=moment(f"2021-01-{number:02}"))


def names(documents: list[Document]) -> list[str]:
    return [d.view.slug for d in documents]


def test_articles_come_newest_first_then_pages_and_ties_by_path() -> None:
    page = make_document("gioi-thieu", kind=Kind.PAGE, date=None)
    documents = [day("a", 1), day("b", 3), page, day("d", 2), day("c", 2)]
    for seed in range(5):
        random.Random(seed).shuffle(documents)  # noqa: S311 - an order, no secret
        assert names(put_in_order(documents)) == ["b", "c", "d", "a", "gioi-thieu"]


def test_neighbours_are_of_the_same_language_and_no_page() -> None:
    new, middle, old = day("new", 9), day("middle", 5), day("old", 1)
    english = day("english", 7, "en")
    page = make_document("gioi-thieu", kind=Kind.PAGE, date=None)
    join_neighbours([new, english, middle, old, page])
    assert (new.newer, new.older) == (None, middle)
    assert (middle.newer, middle.older) == (new, old)
    assert (old.newer, old.older) == (middle, None)
    assert (english.newer, english.older, page.newer, page.older) == (None, None, None, None)


def test_translations_share_their_folder() -> None:
    vi, en, other = day("a", 1), day("a", 1, "en"), day("b", 1)
    join_translations([vi, en, other])
    assert (vi.translations, en.translations, other.translations) == ((en,), (vi,), ())


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.PUBLISHED, True), (Status.DRAFT, False), (Status.SCHEDULED, False)],
)
def test_only_what_is_published_is_published(status: Status, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_published(make_document(status=status)) is expected


def test_links_between_documents_get_addresses() -> None:
    document = make_document(html='<a href="document:2021/b/index.md">b</a>')
    document.links = (("2021/b/index.md", 9),)
    resolve_links([document], [document.view, make_view("b")])
    assert document.html == '<a href="/2021/01/20/b/">b</a>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.md").touch()
    return tmp_path


def told(*views: ArticleView) -> list[str]:
    return [str(p) for p in find_problems_between([], list(views), "content")]


def test_documents_that_agree_have_no_problems(folder: Path) -> None:
    assert told(make_view("a", folder=folder), make_view("b", folder=folder)) == []


def test_two_documents_of_one_address_are_told(folder: Path) -> None:
    one = make_view("hop-bao", folder=folder)
    assert told(one, make_view("Họp báo", folder=folder)) == [
        (
            "content/2021/Họp báo/index.md:3 — "
            "Trang “/2021/01/20/hop-bao/” trùng địa chỉ với content/2021/hop-bao/index.md.\n"
            "  Cách sửa: đổi tên thư mục hoặc ngày của một trong hai bài.\n"
            "  (Two documents have the same address. Rename a folder or change a date.)"
        )
    ]


def test_a_translation_alone_is_told(tmp_path: Path) -> None:
    view = make_view("a", lang="en", path="2021/a/index.en.md", folder=tmp_path)
    assert told(view) == [
        (
            "content/2021/a/index.en.md:1 — Bản dịch này không có bản gốc index.md bên cạnh.\n"
            "  Cách sửa: thêm tệp index.md, hoặc đổi tên tệp này thành index.md.\n"
            "  (This translation has no original index.md beside it. Add it, or rename this file.)"
        )
    ]


def test_an_original_that_cannot_be_read_is_still_there(folder: Path) -> None:
    assert told(make_view("a", lang="en", path="2021/a/index.en.md", folder=folder)) == []


def tagged(name: str, tag: str, folder: Path, lang: str = "vi") -> ArticleView:
    url = f"/{lang}/2021/{name}/"
    return make_view(
        name, tags=(Term("ban-giao", tag, "/the/ban-giao/"),), folder=folder, lang=lang, url=url
    )


def test_two_tags_of_one_address_are_told(folder: Path) -> None:
    views = (tagged("a", "bàn giao", folder), tagged("b", "bán giao", folder))
    assert told(*views) == [
        (
            "content/2021/b/index.md:5 — "
            "Hai thẻ “bán giao” và “bàn giao” có cùng địa chỉ “ban-giao”.\n"
            "  Cách sửa: dùng thống nhất một cách viết, hoặc đổi một thẻ cho khác hẳn.\n"
            "  (Two tags have the same address. Use one spelling, or rename one of them.)"
        )
    ]


def test_capitals_and_other_languages_make_no_collision(folder: Path) -> None:
    views = (
        tagged("a", "bàn giao", folder),
        tagged("b", "Bàn Giao", folder),
        tagged("c", "ban giao", folder, "en"),
    )
    assert told(*views) == []


def test_the_content_folder_may_have_another_name(tmp_path: Path) -> None:
    view = make_view("a", lang="en", path="2021/a/index.en.md", folder=tmp_path)
    problems = find_problems_between([], [view], "noi-dung")
    assert [p.path for p in problems] == ["noi-dung/2021/a/index.en.md"]
