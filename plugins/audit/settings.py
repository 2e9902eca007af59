"""When the output is checked, and how heavy a page may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

_NUMBERS = ("html_limit_kib", "first_load_limit_kib")


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """`in_previews` checks builds for editors too; production is always checked.

    Budgets are in KiB before compression. `html_limit_kib` is the most that one page's HTML may
    weigh: a larger one is a listing without pages, or a table that belongs into a file beside the
    article. `first_load_limit_kib` is for all that a page loads before anybody scrolls: its HTML,
    stylesheets, scripts, fonts, and the photos that are not lazy. `html_limits_kib` and
    `first_load_limits_kib` hold those templates' own, by name ("home" for home.html).
    """

    in_previews: bool = False
    html_limit_kib: int = 400
    html_limits_kib: dict[str, int] = field(
        default_factory=lambda: {"home": 128, "listing": 160, "not_found": 32, "search": 48}
    )
    first_load_limit_kib: int = 640
    first_load_limits_kib: dict[str, int] = field(
        default_factory=lambda: {"not_found": 160, "search": 240, "sitemap": 512}
    )

    def __post_init__(self) -> None:
        """Refuse budgets that no page keeps."""
        own = chain(self.html_limits_kib.items(), self.first_load_limits_kib.items())
        for name, value in (*((name, getattr(self, name)) for name in _NUMBERS), *own):
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                message = f"“{name}” phải là số nguyên từ 1 trở lên / must be at least 1."
                raise ValueError(message)
