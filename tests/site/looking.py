"""What tests look at in a published tree."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from pathlib import Path


@lru_cache(maxsize=200)
def page(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_bytes().decode())


def pages(output: Path) -> list[Path]:
    return sorted(output.rglob("*.html"))
