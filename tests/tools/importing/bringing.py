"""What tests bring in from elsewhere, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.importing.converting import Article, Defaults, convert
from tools.importing.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

DEFAULTS = Defaults("01/12/2026", ["Tin tức", "Thông báo"])


def bring_in(path: Path) -> Article:
    (draft,) = read_file(path)
    return convert(draft, DEFAULTS)


def from_word(tmp_path: Path, data: bytes) -> Article:
    path = tmp_path / "bài.docx"
    path.write_bytes(data)
    return bring_in(path)
