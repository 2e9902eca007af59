"""What the reading of a source looks at besides its folder: noted, so that nothing is guessed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path


@dataclass(slots=True)
class Looks:
    """Files and folders that were asked for, there or not, and moments compared with the clock."""

    paths: set[str] = field(default_factory=set)
    moments: set[datetime] = field(default_factory=set)


_noted: Looks | None = None


def note_path(path: Path | str) -> None:
    """Say that the outcome depends on a file, a folder's names, or on nothing being there."""
    if _noted is not None:
        _noted.paths.add(str(path))


def note_moment(moment: datetime) -> None:
    """Say that the outcome is another one once the clock has passed `moment`."""
    if _noted is not None:
        _noted.moments.add(moment)


@contextmanager
def noting_looks() -> Iterator[Looks]:
    """Yield what fills with all that the block looks at."""
    global _noted  # noqa: PLW0603 - whoever looks at a file cannot be handed a notebook
    before, _noted = _noted, Looks()
    try:
        yield _noted
    finally:
        _noted = before
