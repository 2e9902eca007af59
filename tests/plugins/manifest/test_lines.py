"""The manifest is one that `sha256sum` itself accepts."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from plugins.manifest.lines import NAME, ManifestError, read_manifest, render_manifest, sha256_of

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"index.html": b"a", "photos/họp báo.jpg": b"b" * 100_000, "en/x y.txt": b""}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    sums = {name: sha256_of(tmp_path / name) for name in FILES}
    (tmp_path / NAME).write_text(render_manifest(sums), "utf-8")
    return tmp_path


def check(tree: Path) -> int:
    command = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    return subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode


def test_sha256sum_finds_every_file_right_and_a_changed_one_wrong(tree: Path) -> None:
    assert check(tree) == 0
    (tree / "index.html").write_bytes(b"b")
    assert check(tree) == 1


def test_what_is_written_is_read_again(tree: Path) -> None:
    text = (tree / NAME).read_text("utf-8")
    assert set(read_manifest(text)) == set(FILES)
    assert render_manifest(read_manifest(text)) == text


@pytest.mark.parametrize("line", ["", "abc  x", "0" * 64, "0" * 64 + " x"])
def test_a_line_of_another_form_is_told(line: str) -> None:
    with pytest.raises(ManifestError, match=rf"{NAME}:1"):
        read_manifest(line + "\n")
