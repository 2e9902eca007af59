"""What a reading looks at is noted while somebody listens, and no longer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.core.looks import Looks, note_moment, note_path, noting_looks
from plugins.core.sources import _outside, _span
from tests.plugins.samples import moment

NOW = moment("2026-03-01 12:00")


def test_paths_and_moments_are_noted_inside_the_block_only() -> None:
    note_path("trước")
    with noting_looks() as looks:
        note_path(Path("/a"))
        note_path("/a")
        note_moment(moment("2026-01-01 00:00"))
    note_path("sau")
    assert (looks.paths, looks.moments) == ({"/a"}, {moment("2026-01-01 00:00")})


def test_an_inner_block_has_its_own_notes_and_gives_back_the_outer_ones() -> None:
    def fail() -> None:
        with noting_looks() as inner:
            note_path("trong")
            assert inner.paths == {"trong"}
            raise ValueError

    with noting_looks() as outer:
        with pytest.raises(ValueError, match=r"^$"):
            fail()
        note_path("ngoài")
    assert outer.paths == {"ngoài"}


@pytest.mark.parametrize(
    ("path", "is_outside"),
    [
        ("/c/2026/a", False),
        ("/c/2026/a/index.md", False),
        ("/c/2026/a/ảnh.jpg", False),
        ("/c/2026/a/dưới/ảnh.jpg", True),
        ("/c/2026/ab/x.jpg", True),
        ("/c/2026", True),
        ("/khác/x", True),
    ],
)
def test_only_a_folders_own_files_are_told_of_by_the_folder(path: str, *, is_outside: bool) -> None:
    assert _outside(Looks(paths={path}), "/c/2026/a/") == [path] * is_outside


@pytest.mark.parametrize(
    ("days", "span"),
    [((), (None, None)), ((-2, -1), (-1, None)), ((1, 2), (None, 1)), ((-1, 0, 1), (0, 1))],
)
def test_a_reading_holds_between_the_moments_around_it(
    days: tuple[int, ...], span: tuple[int | None, int | None]
) -> None:
    def at(day: Any) -> float | None:  # noqa: ANN401 - a number of days, or none
        return None if day is None else (NOW + timedelta(days=day)).timestamp()

    looks = Looks(moments={NOW + timedelta(days=day) for day in days})
    expected = (at(span[0]) or float("-inf"), at(span[1]) or float("inf"))
    assert _span(looks, NOW) == expected
