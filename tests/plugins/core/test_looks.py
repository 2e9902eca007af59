"""What a reading looks at is noted while somebody listens, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.looks import note_moment, note_path, noting_looks
from tests.plugins.samples import moment


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
