"""An article's folder with files of every kind."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NFD = unicodedata.normalize("NFD", "Dự thảo.PDF")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an article's folder with files that may be published and files that may not."""
    here = tmp_path / "content/2021/hop-bao"
    here.mkdir(parents=True)
    for name in ("a.pdf", "b.pdf", NFD, "trang.html", "anh.svg", "du-thao.pdf", "index.md"):
        (here / name).write_bytes(b"%PDF-".ljust(2000, b"x"))
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (here / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    return here
