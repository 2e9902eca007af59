"""Builds that are killed, or that run side by side, leave a cache that the next build can trust."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.photos.cache import Cache
from tests.mortal import mortal_pelican
from tests.plugins.photos.tiny_site import ENVIRONMENT, PROJECT, Site, make_site, take_photo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path)
    folder = made.add_article("hop-bao", "\n".join(f"![Bàn chủ tọa]({n}.jpg)" for n in range(4)))
    for number in range(4):
        take_photo(folder / f"{number}.jpg", seed=20 * number)
    return made


def build_until(site: Site, touch: int) -> int:
    """Build, killed at a touch of the cache; return how the process ended."""
    command = [*mortal_pelican(touch, ".cache/photos"), *site.command()[3:]]
    return subprocess.run(
        command, cwd=site.folder, env=ENVIRONMENT, capture_output=True, check=False
    ).returncode


def entries_of(cache_dir: Path) -> tuple[int, list[Path]]:
    """Return how many entries the index names, and the files of those that are whole."""
    if not (cache_dir / "index.sqlite").is_file():
        return 0, []
    cache = Cache(cache_dir, "any")
    with closing(sqlite3.connect(cache_dir / "index.sqlite")) as index:
        keys = [row[0] for row in index.execute("SELECT key FROM entries")]
    whole = cache.find(keys)
    assert whole.keys() == set(keys)
    return len(keys), [cache_dir / file.name for entry in whole.values() for file in entry.files]


def test_twelve_kills_leave_no_broken_entry(site: Site) -> None:
    cache_dir = site.folder / ".cache/photos"
    counts = set()
    for touch in range(1, 67, 6)[:11]:
        shutil.rmtree(cache_dir, ignore_errors=True)
        assert build_until(site, touch) == -signal.SIGKILL
        count, files = entries_of(cache_dir)
        counts.add(count)
        for file in files:
            Image.open(file).load()
    assert len(counts) > 2
    # The twelfth kill and the build after it go on from what the eleventh left.
    assert build_until(site, 9) == -signal.SIGKILL
    assert site.build().returncode == 0
    mended = site.published()
    shutil.rmtree(cache_dir)
    assert site.build().returncode == 0
    assert site.published() == mended


def test_two_builds_at_once_publish_the_same_bytes(site: Site) -> None:
    outputs = ("one", "other")
    builds = [
        subprocess.Popen(site.command(output), cwd=site.folder, env=ENVIRONMENT)
        for output in outputs
    ]
    assert [build.wait(120) for build in builds] == [0, 0]
    one, other = (
        {
            p.relative_to(site.folder / output).as_posix(): p.read_bytes()
            for p in (site.folder / output).rglob("*")
            if p.is_file()
        }
        for output in outputs
    )
    assert one == other
    assert len([name for name in one if name.startswith("photos/")]) == 4 * 3 + 1


def test_what_no_article_shows_any_longer_leaves_the_output_and_stays_in_the_cache(
    site: Site,
) -> None:
    assert site.build().returncode == 0
    before = site.published()
    site.add_article("hop-bao", "![Bàn chủ tọa](0.jpg)")
    assert site.build().returncode == 0
    after = site.published()
    assert len(after) == 3 + 1
    assert all((site.folder / ".cache/photos" / name).is_file() for name in before)


def say_of(site: Site, environment: dict[str, str]) -> str:
    """Return what a build tells on a terminal."""
    parent, child = pty.openpty()
    build = subprocess.Popen(
        site.command(), cwd=site.folder, env=environment, stdout=child, stderr=child
    )
    os.close(child)
    told = bytearray()
    # Linux ends a terminal whose writers have gone with an error (EIO).
    try:
        while part := os.read(parent, 65536):
            told += part
    except OSError:
        pass
    finally:
        os.close(parent)
    assert build.wait(120) == 0
    return told.decode()


def test_a_terminal_shows_a_progress_bar_and_ci_does_not(site: Site) -> None:
    terminal = {k: v for k, v in ENVIRONMENT.items() if k != "CI"} | {"TERM": "xterm-256color"}
    assert "Ảnh / Photos" in say_of(site, terminal)
    shutil.rmtree(site.folder / ".cache")
    assert "Ảnh / Photos" not in say_of(site, terminal | {"CI": "true"})


def test_make_clean_keeps_the_cache_and_no_target_touches_the_originals(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    for name in ("output/a", ".cache/photos/a", ".originals/a", "content/a"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"x")
    left = {}
    for target in ("clean", "distclean"):
        subprocess.run(["make", target], cwd=tmp_path, capture_output=True, check=True)
        left[target] = {path.name for path in tmp_path.iterdir()} - {"Makefile"}
    assert left["clean"] == {".cache", ".originals", "content"}
    assert left["distclean"] == {".originals", "content"}
