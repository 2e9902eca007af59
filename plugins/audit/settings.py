"""When the output is checked, and how heavy a page may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """`in_previews` checks builds for editors too; production is always checked.

    `html_limit_kib` is the most that one page's HTML may weigh before compression: a larger one
    is a listing without pages, or a table that belongs into a file beside the article.
    `files_for_workers`: from so many files on, all cores share the work.
    """

    in_previews: bool = False
    html_limit_kib: int = 400
    files_for_workers: int = 1000

    def __post_init__(self) -> None:
        for name in ("html_limit_kib", "files_for_workers"):
            if getattr(self, name) < 1:
                message = f"“{name}” phải từ 1 trở lên / must be at least 1."
                raise ValueError(message)
