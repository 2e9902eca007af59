"""Symbolic links: what leads out of the content folder, or in circles, is told and not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.containment import find_linked_folders, is_inside
from plugins.core.folders import scan
from plugins.core.reading import Reader
from tests.plugins.samples import OFFICE, URLS, ZONE, moment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content/2021/hop-bao"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: Họp\n---\n", "utf-8")
    (tmp_path / "secret.md").write_text("---\ntitle: Mật\n---\n", "utf-8")
    return tmp_path / "content"


def test_files_and_links_that_stay_inside_are_inside(content: Path) -> None:
    (content / "again.md").symlink_to("2021/hop-bao/index.md")
    assert is_inside(content / "2021/hop-bao/index.md", content)
    assert is_inside(content / "again.md", content)


def test_a_content_folder_may_itself_be_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(content)
    assert is_inside(tmp_path / "other/2021/hop-bao/index.md", tmp_path / "other")


@pytest.mark.parametrize("target", ["../secret.md", "/etc/passwd", "circle.md"])
def test_links_that_lead_out_or_nowhere_are_not_inside(content: Path, target: str) -> None:
    (content / "circle.md").symlink_to(target)
    assert not is_inside(content / "circle.md", content)


def test_a_source_that_is_a_link_to_elsewhere_is_a_problem(content: Path) -> None:
    path = content / "2021/link/index.md"
    path.parent.mkdir()
    path.symlink_to("../../../secret.md")
    reader = Reader(OFFICE, URLS, content.parent, content, ZONE, moment("2021-06-01 00:00"))
    source, problems = reader.read(path)
    assert source is None
    assert [str(one) for one in problems] == [
        (
            "content/2021/link/index.md:1 — "
            "Tệp là liên kết tượng trưng dẫn ra ngoài thư mục bài viết.\n"
            "  Cách sửa: chép tệp thật vào thư mục này.\n"
            "  (The file is a symbolic link that leads out of the content folder. "
            "Copy the file itself here.)"
        )
    ]


def test_every_folder_that_is_a_link_is_told_and_none_is_entered(content: Path) -> None:
    (content / "2021/up").symlink_to("..")
    (content / "2021/up-again").symlink_to("..")
    (content / "2021/etc").symlink_to("/etc")
    assert [str(one) for one in sorted(find_linked_folders(scan(str(content)), content.name))] == [
        (
            f"content/2021/{name}:1 — Thư mục là liên kết tượng trưng.\n"
            "  Cách sửa: chép thư mục thật vào đây.\n"
            "  (The folder is a symbolic link. Copy the folder itself here.)"
        )
        for name in ("etc", "up", "up-again")
    ]
