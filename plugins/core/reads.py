"""What is read of documents while a page is rendered: noted, so that nothing has to be guessed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A thing that was read of, and the field's name.
Read = tuple["Watched", str]
Reads = set[Read]

# Rendering comes here more often than anywhere else: by as few steps as there can be.
_get = object.__getattribute__

_noted: Reads | None = None
_watchers = 0


class Watched:
    """An object whose fields can be noted as they are read. Its hash must be its identity's."""

    __slots__ = ()


def _note_and_get(thing: Watched, name: str) -> Any:  # noqa: ANN401 - any field
    if _noted is not None and name[:1] != "_":
        _noted.add((thing, name))
    return _get(thing, name)


@contextmanager
def watching() -> Iterator[None]:
    """Make ready to note: a build reads a million fields outside, which cost nothing more so.

    Whoever notes again and again begins this once, around all of it.
    """
    global _watchers  # noqa: PLW0603 - a class has one way to be read
    _watchers += 1
    if _watchers == 1:
        Watched.__getattribute__ = _note_and_get  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        _watchers -= 1
        if not _watchers:
            del Watched.__getattribute__


@contextmanager
def noting_reads() -> Iterator[Reads]:
    """Yield a set that fills with what the block reads."""
    global _noted  # noqa: PLW0603 - whoever reads a field cannot be handed a notebook
    with watching():
        before, _noted = _noted, set()
        try:
            yield _noted
        finally:
            _noted = before


def note_again(reads: Iterable[Read]) -> None:
    """Note what was read when something was made that is now used again."""
    if _noted is not None:
        _noted.update(reads)
