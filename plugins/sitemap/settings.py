"""How large one file of the sitemap may become."""

from __future__ import annotations

from dataclasses import dataclass

_PROTOCOL_LIMIT = 50_000


@dataclass(frozen=True, slots=True)
class SitemapSettings:
    """`urls_per_file`: further addresses go to a further file; sitemaps.org allows 50,000."""

    urls_per_file: int = _PROTOCOL_LIMIT

    def __post_init__(self) -> None:
        if not 1 <= self.urls_per_file <= _PROTOCOL_LIMIT:
            message = "“urls_per_file” phải từ 1 đến 50000 / must be from 1 to 50,000."
            raise ValueError(message)
