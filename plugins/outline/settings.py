"""When an article gets a table of contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutlineSettings:
    """`contents_from_headings`: an article with at least so many h2 gets a table of contents."""

    contents_from_headings: int = 4

    def __post_init__(self) -> None:
        if self.contents_from_headings < 1:
            message = "“contents_from_headings” phải từ 1 trở lên / must be at least 1."
            raise ValueError(message)
