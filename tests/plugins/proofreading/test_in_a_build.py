"""Proofreading in a real build: a warning is told and stops nothing, an error stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.building import copy_content, run_pelican

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("Có 15,518 hồ sơ.", 0, "Cảnh báo: Số “15,518” viết theo kiểu nước ngoài."),
        ("[Xem đề mục](#khong-co)", 1, "Liên kết đến “#khong-co” không dẫn đến đề mục nào"),
    ],
)
def test_a_build_tells_what_is_wrong_and_stops_for_errors_only(
    tmp_path: Path, line: str, status: int, told: str
) -> None:
    copy_content(tmp_path / "content")
    article = tmp_path / "content/2026/hop-bao-thang-1/index.md"
    article.write_text(f"{article.read_text('utf-8')}\n{line}\n", encoding="utf-8")
    done = run_pelican(tmp_path / "content", tmp_path / "output")
    assert done.returncode == status, done.stdout + done.stderr
    assert told in done.stderr
    assert (tmp_path / "output/index.html").is_file() == (status == 0)
