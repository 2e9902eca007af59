"""Related articles: the nearest in matter first, the same in every build, in linear work."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plugins.core.article import Term
from plugins.core.ledger import Ledger
from plugins.related import relate_articles
from plugins.related.ranking import Ranking, Weights, list_features
from plugins.related.settings import RelatedSettings
from tests.plugins.samples import make_build, make_document, make_view

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.article import ArticleView


def view(title: str, *tags: str, category: str | None = None) -> ArticleView:
    terms = tuple(Term(tag, tag, f"/the/{tag}/") for tag in tags)
    term = Term(category, category, f"/chuyen-muc/{category}/") if category else None
    return make_view(title, title=title, tags=terms, category=term)


def nearest_of_all(views: list[ArticleView], count: int, *, widest: int = 200) -> list[list[int]]:
    ranking = Ranking(views, count, widest=widest)
    return [ranking.nearest(number) for number in range(len(views))]


def test_a_shared_tag_counts_more_than_words_and_words_more_than_a_category() -> None:
    views = [
        view("Hội nghị tổng kết", "ngân sách", category="tin"),
        view("Bầu cử quốc hội", category="tin"),
        view("Hội nghị giao ban"),
        view("Mưa lớn kéo dài", "ngân sách"),
        view("Không liên quan"),
    ]
    assert Ranking(views, 4).nearest(0) == [3, 2, 1]


def test_nothing_shared_is_nothing_related() -> None:
    assert nearest_of_all([view("Mưa lớn"), view("Bầu cử")], 4) == [[], []]
    assert nearest_of_all([], 4) == []


def test_a_rare_tag_counts_more_than_a_common_one() -> None:
    views = [view("Một", "chung", "hiem"), *(view(f"x{n}", "chung") for n in range(9))]
    views.append(view("Hai", "hiem"))
    assert Ranking(views, 2).nearest(0) == [10, 1]


def test_ties_go_to_the_nearer_in_time() -> None:
    views = [view(f"x{n}", "chung") for n in range(7)]
    assert Ranking(views, 4).nearest(3) == [2, 4, 1, 5]


def test_marks_do_not_part_words_but_short_syllables_do_not_count() -> None:
    features = dict(list_features(view("Đổi mới ở U Minh", category="tin"), Weights()))
    assert features == {"category:tin": 0.5, "words:doi moi": 1.0, "words:moi minh": 1.0}


@pytest.mark.parametrize("count", [0, 1, 3, 100])
def test_there_are_as_many_as_wanted_and_never_the_article_itself(count: int) -> None:
    ranked = nearest_of_all([view(f"x{n}", "chung") for n in range(5)], count)
    assert [len(row) for row in ranked] == [min(count, 4)] * 5
    assert all(number not in row for number, row in enumerate(ranked))


def many(total: int) -> list[ArticleView]:
    chance = random.Random(7)  # noqa: S311 - samples, no secret
    words = [
        "hội",
        "nghị",
        "tổng",
        "kết",
        "công",
        "tác",
        "cải",
        "cách",
        "hành",
        "chính",
        "năm",
        "bầu",
        "cử",
        "mưa",
        "lũ",
    ]
    return [
        view(
            " ".join(chance.choices(words, k=5)),
            *{chance.choice(words) for _ in range(2)},
            category="tin",
        )
        for _ in range(total)
    ]


def test_every_build_agrees() -> None:
    views = many(300)
    assert nearest_of_all(views, 4) == nearest_of_all(list(views), 4)


def test_work_for_an_article_does_not_grow_with_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []
    around = Ranking._around

    def count(self: Ranking, name: str, number: int) -> list[int]:
        found = list(around(self, name, number))
        looked_at.append(len(found))
        return found

    monkeypatch.setattr(Ranking, "_around", count)
    for total in (400, 800):
        looked_at.clear()
        nearest_of_all(many(total), 4, widest=50)
        assert max(looked_at) == 50
        assert sum(looked_at) <= total * 50 * 10


def test_among_very_many_the_nearest_are_looked_at() -> None:
    views = [view(f"x{n}", "chung") for n in range(100)]
    ranking = Ranking(views, 2, widest=10)
    assert ranking.nearest(0) == [1, 2]
    assert ranking.nearest(50) == [49, 51]
    assert ranking.nearest(99) == [98, 97]


def test_an_article_keeps_its_stamp_only_while_its_nearest_stay() -> None:
    before = many(120)
    edited = [*before[:40], replace(before[40], tags=()), *before[41:]]
    one, other, less = (Ranking(v, 4, widest=30) for v in (before, edited, before[1:]))
    same = [n for n in range(120) if one.stamp_of(n) == other.stamp_of(n)]
    assert same
    assert 40 not in same
    assert all(one.nearest(n) == other.nearest(n) for n in same)
    assert not {one.stamp_of(n) for n in range(120)} & {less.stamp_of(n) for n in range(119)}


def test_each_edition_has_related_articles_of_its_own(tmp_path: Path) -> None:
    tag = (Term("a", "a", "/the/a/"),)
    documents = [
        make_document(f"x{n}", tags=tag, lang=lang) for n in range(2) for lang in ("vi", "en")
    ]
    build = make_build(tmp_path, *documents, settings=RelatedSettings())
    for _ in range(2):
        relate_articles(build)
        build.ledger = Ledger(dict(build.ledger.changes()[0]))
    assert [d.extras.related for d in documents] == [
        (documents[2],),
        (documents[3],),
        (documents[0],),
        (documents[1],),
    ]


def test_what_is_not_shared_ranks_nothing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = (Term("a", "a", "/the/a/"),)
    documents = [make_document(f"x{n}", tags=tag) for n in range(3)]
    build = make_build(tmp_path, *documents, settings=RelatedSettings())
    relate_articles(build)
    related = [document.extras.related for document in documents]
    kept = dict(build.ledger.changes()[0])
    build.ledger = Ledger(kept)
    documents[0].view = replace(documents[0].view, source="Khác")
    monkeypatch.setattr("plugins.related.Ranking", None)
    relate_articles(build)
    assert [document.extras.related for document in documents] == related
    # Those of each article are there for when one changes.
    assert build.ledger.changes() == ([], [])


@pytest.mark.parametrize("part", ["tags", "title", "category"])
def test_what_is_shared_ranks_again(tmp_path: Path, part: str) -> None:
    term = Term("a", "a", "/the/a/")
    changed = make_view("x", title="Khai giảng", tags=(term,), category=term)
    documents = [make_document(name, title=name, tags=(), category=None) for name in ("p", "q")]
    build = make_build(tmp_path, *documents, settings=RelatedSettings())
    relate_articles(build)
    assert not any(document.extras.related for document in documents)
    build.ledger = Ledger(dict(build.ledger.changes()[0]))
    for document in documents:
        document.view = replace(document.view, **{part: getattr(changed, part)})
    relate_articles(build)
    assert [d.extras.related for d in documents] == [(documents[1],), (documents[0],)]


def test_fewer_than_none_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="“count” không được âm / must not be negative"):
        RelatedSettings(count=-1)
