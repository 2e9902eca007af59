"""A live site is compared with what was built, file by file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench.host import serve
from plugins.manifest.lines import NAME, render_manifest, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
FILES = ["index.html", "tin/index.html", "404.html", "assets/site.css", "index.html.br", "_headers"]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return make_tree(tmp_path / "built")


def make_tree(folder: Path) -> Path:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"content of {name}", "utf-8")
    sums = {name: sha256_of(folder / name) for name in FILES}
    (folder / NAME).write_text(render_manifest(sums), "utf-8")
    return folder


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = make_tree(tmp_path / "live")
    with serve(folder) as host:
        yield folder, host.address


def verify(built: Path, address: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "tools.verify", address, "--output", str(built)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_site_that_is_what_was_built_is_right(built: Path, live: tuple[Path, str]) -> None:
    code, said = verify(built, live[1])
    assert (code, "giống hệt" in said) == (0, True), said


def test_a_changed_and_a_missing_file_are_named(built: Path, live: tuple[Path, str]) -> None:
    folder, address = live
    (folder / "tin/index.html").write_text("hacked", "utf-8")
    (folder / "assets/site.css").unlink()
    code, said = verify(built, address)
    assert code == 1
    assert "tin/index.html: khác nội dung" in said
    assert "assets/site.css: máy chủ trả lời / the host answers 404" in said
    assert "Khác 2 trên 6 tệp" in said


def test_without_a_build_it_says_what_to_run(tmp_path: Path) -> None:
    code, said = verify(tmp_path, "https://vinhson.example")
    assert (code, "make publish" in said) == (2, True)


def test_an_address_that_is_none_is_refused(built: Path) -> None:
    code, said = verify(built, "vinhson.example")
    assert (code, "https://" in said) == (2, True)
