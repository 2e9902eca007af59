"""Pagination: how many pages a listing has, and which of them each page leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.listings.listing import PageLink, count_pages, link_pages


@pytest.mark.parametrize(
    ("total", "per_page", "pages"),
    [(0, 20, 1), (1, 20, 1), (20, 20, 1), (21, 20, 2), (41, 20, 3), (3, 1, 3)],
)
def test_a_listing_has_as_many_pages_as_it_needs_and_one_at_least(
    total: int, per_page: int, pages: int
) -> None:
    assert count_pages(total, per_page) == pages


NUMBERS = {
    (1, 1): "",
    (1, 2): "[1] 2",
    (2, 2): "1 [2]",
    (1, 3): "[1] 2 3",
    (1, 5): "[1] 2 … 5",
    (3, 5): "1 2 [3] 4 5",
    (1, 10): "[1] 2 … 10",
    (3, 10): "1 2 [3] 4 … 10",
    (4, 10): "1 2 3 [4] 5 … 10",
    (5, 10): "1 … 4 [5] 6 … 10",
    (7, 10): "1 … 6 [7] 8 9 10",
    (10, 10): "1 … 9 [10]",
}


def drawn(links: tuple[PageLink | None, ...]) -> str:
    marks = ((f"[{p.number}]" if p.is_current else str(p.number)) if p else "…" for p in links)
    return " ".join(marks)


@pytest.mark.parametrize(("place", "expected"), NUMBERS.items())
def test_pagination_shows_the_ends_and_the_neighbours(
    place: tuple[int, int], expected: str
) -> None:
    number, last = place
    assert drawn(link_pages(number, last, lambda n: f"/{n}/")) == expected


@given(st.integers(2, 500).flatmap(lambda last: st.tuples(st.integers(1, last), st.just(last))))
def test_pagination_is_short_in_order_and_leaves_no_gap_of_one(place: tuple[int, int]) -> None:
    number, last = place
    links = link_pages(number, last, lambda n: f"/{n}/")
    numbers = [link.number if link else None for link in links]
    shown = [n for n in numbers if n]
    assert shown == sorted(set(shown))
    assert {1, last, number} <= set(shown)
    assert len(links) <= 9
    assert [link.number for link in links if link and link.is_current] == [number]
    for position, one in enumerate(numbers):
        if one is None:
            before, after = numbers[position - 1], numbers[position + 1]
            assert before is not None
            assert after is not None
            assert after - before > 2
