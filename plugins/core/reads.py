"""What is read of documents while a page is rendered: noted, so that nothing has to be guessed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each thing that was read of, and the field's name.
Reads = set[tuple["Watched", str]]

_noted: Reads | None = None


class Watched:
    """An object whose fields are noted as they are read. Its hash must be its identity's."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any field
        if _noted is not None and not name.startswith("_"):
            _noted.add((self, name))
        return object.__getattribute__(self, name)


@contextmanager
def noting_reads() -> Iterator[Reads]:
    """Yield a set that fills with what the block reads."""
    global _noted  # noqa: PLW0603 - whoever reads a field cannot be handed a notebook
    before, _noted = _noted, set()
    try:
        yield _noted
    finally:
        _noted = before
