"""A store that is damaged, foreign, or not to be written: said, and the site is right all the same.

Each build begins from one that was good, with an article edited since; it must leave the tree that
a build from nothing leaves.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.site.building import Pelican
from tests.site.edits import Workshop
from tests.site.test_reproducible import sums_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

BROKEN = "building from nothing"
WITHOUT = "building without"
AGAIN = "reading the sources again"


@dataclass(frozen=True)
class Shop:
    """A site that was built once and edited since; `expected` are the sums of what it must give."""

    folder: Path
    expected: dict[str, str]

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def store(self) -> Path:
        (path,) = (self.cache / "store").glob("*.sqlite3")
        return path

    def restore(self) -> None:
        """Go back to the moment after the edit."""
        for name in ("cache", "output"):
            if (self.folder / name).is_file():
                (self.folder / name).unlink()
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(self.folder / f"kept-{name}", self.folder / name)

    def build(self, prefix: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        settings = self.folder / "siteconf.py"
        pelican = Pelican(self.folder, settings, cache=self.cache, prefix=tuple(prefix))
        return pelican.run(self.folder / "content", self.folder / "output")

    def check(self, *said: str, prefix: Sequence[str] = ()) -> None:
        """Build; the tree must be right, and what is `said` be told, no more and no less."""
        done = self.build(prefix)
        text = done.stdout + done.stderr
        assert done.returncode == 0, text
        assert "Traceback" not in text
        assert [one for one in (BROKEN, WITHOUT, AGAIN) if one in text] == list(said), text
        assert sums_of(self.folder / "output") == self.expected


def edit(content: Path) -> None:
    path = content / "2026/hop-bao-thang-1/index.md"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^title: .*", "title: Nhan đề mới", text) + "\nĐoạn thêm.\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp("shop") / "project"
    Workshop.open(folder, Random(1))  # noqa: S311 - no secret
    shop = Shop(folder, {})
    assert shop.build().returncode == 0
    edit(folder / "content")
    for name in ("cache", "output"):
        (folder / name).rename(folder / f"kept-{name}")
    # Photos and packed copies are no matter of the store.
    shutil.copytree(folder / "kept-cache", shop.cache, ignore=shutil.ignore_patterns("store"))
    assert shop.build().returncode == 0
    return Shop(folder, sums_of(folder / "output"))


@pytest.fixture
def shop(built: Shop) -> Shop:
    built.restore()
    return built


def test_a_good_store_is_used_in_silence(shop: Shop) -> None:
    before = shop.store().stat().st_ino
    shop.check()
    assert shop.store().stat().st_ino == before


def cut_to_nothing(path: Path) -> None:
    os.truncate(path, 0)


def cut_in_the_header(path: Path) -> None:
    os.truncate(path, 60)


def cut_in_the_middle(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_the_last_byte(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def put_garbage_in_every_page(path: Path) -> None:
    data, random = bytearray(path.read_bytes()), Random(5)  # noqa: S311 - no secret
    for start in range(4096, len(data), 4096):
        data[start + 1000 : start + 1100] = random.randbytes(100)
    path.write_bytes(data)


def write_a_letter(path: Path) -> None:
    path.write_text("Kính gửi Văn phòng" * 500, "utf-8")


def put_another_version(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE documents (place, text); PRAGMA user_version = 9")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        # An empty file is as good as none.
        (cut_to_nothing, ()),
        (cut_in_the_header, (BROKEN,)),
        (cut_in_the_middle, (BROKEN,)),
        (cut_the_last_byte, (BROKEN,)),
        (put_garbage_in_every_page, (BROKEN,)),
        (write_a_letter, (BROKEN,)),
        (put_another_version, (BROKEN,)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_damaged_store_is_made_anew(
    shop: Shop, damage: Callable[[Path], None], said: tuple[str, ...]
) -> None:
    damage(shop.store())
    shop.check(*said)


def test_texts_that_are_damaged_are_read_again_and_the_next_build_starts_anew(shop: Shop) -> None:
    with closing(sqlite3.connect(shop.store())) as connection, connection:
        connection.execute("UPDATE texts SET html = replace(html, 'a', 'o')")
    # All is rendered again, from texts that are kept.
    shutil.rmtree(shop.folder / "output")
    shop.check(AGAIN)
    shop.check(BROKEN)
    shop.check()


def test_garbage_in_the_journal_or_the_sums_does_no_harm(shop: Shop) -> None:
    for path in [shop.store().with_name(f"{shop.store().name}-wal"), *shop.cache.glob("output/*")]:
        path.write_bytes(Random(5).randbytes(50_000))  # noqa: S311 - no secret
    shop.check()


def test_sums_that_were_changed_are_not_believed(shop: Shop) -> None:
    (memory,) = shop.cache.glob("output/*")
    data = memory.read_bytes()
    memory.write_bytes(data.replace(b"a", b"b"))
    shop.check()


@pytest.mark.parametrize("name", ["store", "output", "build.lock"])
def test_a_place_that_cannot_be_written_is_done_without(shop: Shop, name: str) -> None:
    path = shop.cache / name
    shutil.rmtree(path, ignore_errors=True)
    path.unlink(missing_ok=True)
    # A folder where a file goes, and the other way round: not even root writes there.
    if name == "build.lock":
        path.mkdir()
    else:
        path.touch()
    shop.check(*[WITHOUT] if name == "store" else [])


def test_a_cache_that_cannot_be_at_all_is_told_without_a_trace(shop: Shop) -> None:
    shutil.rmtree(shop.cache)
    shop.cache.touch()
    done = shop.build()
    assert done.returncode == 1
    assert WITHOUT in done.stderr
    assert "Không ghi được vào" in done.stderr.splitlines()[-2]
    assert "Traceback" not in done.stdout + done.stderr


MOUNTS = {
    # 64 KiB: the tables find room, not all texts.
    "full": "mount -t tmpfs -o size=64k tmpfs cache/store",
    "read-only and empty": "mount -t tmpfs -o ro tmpfs cache/store",
    "read-only": "mount --bind cache/store cache/store && mount -o remount,bind,ro cache/store",
}


def mounting(mount: str, folder: Path) -> list[str]:
    """Return the start of a command that runs with other disks; they end with it."""
    # A plain user is root in a name space of his own.
    prefix = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-ec"]
    try:
        subprocess.run([*prefix, mount], cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no mounts here: {error}")
    return [*prefix, f'{mount}; exec "$0" "$@"']


@pytest.mark.parametrize("mount", MOUNTS.values(), ids=MOUNTS)
def test_a_disk_that_is_full_or_read_only_is_done_without(shop: Shop, mount: str) -> None:
    shop.check(WITHOUT, prefix=mounting(mount, shop.folder))


def test_disks_that_are_all_full_are_told_without_a_trace(shop: Shop) -> None:
    (shop.folder / "passing").mkdir(exist_ok=True)
    before = sums_of(shop.folder / "output")
    mount = f"{MOUNTS['full']}; mount -t tmpfs -o size=64k tmpfs passing; export TMPDIR=passing"
    done = shop.build(mounting(mount, shop.folder))
    assert done.returncode == 1
    assert WITHOUT in done.stderr, done.stdout + done.stderr
    assert "ổ đĩa còn chỗ" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert sums_of(shop.folder / "output") == before
