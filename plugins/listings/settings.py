"""How many articles each kind of page shows."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class ListingSettings:
    """Counts of articles: on a listing's page, on the home page, and in its parts."""

    per_page: int = 20
    home_latest: int = 6
    home_section: int = 4
    home_pinned: int = 4

    def __post_init__(self) -> None:
        for f in fields(self):
            if getattr(self, f.name) < 1:
                message = f"“{f.name}” phải từ 1 trở lên / must be at least 1."
                raise ValueError(message)
