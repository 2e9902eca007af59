"""The settings of paper: whether PDFs must be made, and which bulletins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.paper.libraries import INSTALL_HINT, find_missing_libraries


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """How documents are put on paper.

    `required`: without Pango the build stops and tells what to install; else it goes on without
    PDFs. `monthly_bulletins` makes a bulletin of each month with articles. `preview_address` stands
    for the site's where SITEURL is empty: a QR code needs a full address.
    """

    required: bool = True
    monthly_bulletins: bool = False
    preview_address: str = "http://localhost:8000"
    cache_days: int = 30

    def __post_init__(self) -> None:
        """Raise ValueError for what could not print, on this machine or on any."""
        if self.cache_days < 1:
            raise ValueError("“cache_days” phải từ 1 trở lên / must be at least 1.")
        if not self.preview_address.startswith(("http://", "https://")):
            raise ValueError("“preview_address” phải bắt đầu bằng / must begin with: http(s)://.")
        if self.required and find_missing_libraries():
            raise ValueError(INSTALL_HINT.format(names=", ".join(find_missing_libraries())))


_MONTH = re.compile(r"(?:\d{4}-(?:0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class BulletinSettings:
    """What `make bulletin` makes one of: a month ("2021-01"), a category (its slug), or both."""

    month: str = ""
    category: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for what is no month."""
        if not _MONTH.fullmatch(self.month):
            raise ValueError(f"“month” phải viết như / must be written as 2021-01: {self.month}")
