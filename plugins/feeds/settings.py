"""How many articles a feed holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """`entries`: the newest so many, in full."""

    entries: int = 20

    def __post_init__(self) -> None:
        if self.entries < 1:
            message = "“entries” phải từ 1 trở lên / must be at least 1."
            raise ValueError(message)
