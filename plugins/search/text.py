"""A text that is read only where an index has to be made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Text:
    """A text by a way to fetch it; `sum` stands for it: equal ones, same text."""

    sum: str
    fetch: Callable[[], str] = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Text:
        """Return a text that is there already."""
        return cls(digest(text), lambda: text)
