"""How many related articles a page shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelatedSettings:
    """`count`: so many articles; fewer where fewer share anything."""

    count: int = 4

    def __post_init__(self) -> None:
        if self.count < 0:
            message = "“count” không được âm / must not be negative."
            raise ValueError(message)
