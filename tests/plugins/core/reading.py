"""Sources read as a build reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.reading import Reader
from tests.plugins.samples import OFFICE, URLS, ZONE, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.core.source import Source

FRONT = (
    "---\ntitle: Họp báo\ndate: 20/01/2021 08:00\ncategory: Tin tức\n"
    "summary: Sáng nay.\n{more}---\n"
)


def read_bytes(
    root: Path, data: bytes, place: str = "2021/hop-bao/index.md"
) -> tuple[Source | None, list[Problem]]:
    path = root / "content" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    reader = Reader(OFFICE, URLS, root, root / "content", ZONE, moment("2021-06-01 00:00"))
    return reader.read(path)


def read(
    root: Path, text: str, place: str = "2021/hop-bao/index.md"
) -> tuple[Source | None, list[Problem]]:
    return read_bytes(root, text.encode(), place)
