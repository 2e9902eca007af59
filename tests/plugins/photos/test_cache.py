"""The cache: whole entries or none, whoever builds at once and whenever a build is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from plugins.photos.cache import Cache
from plugins.photos.derivatives import Derivative, Derivatives
from plugins.photos.entries import Entry, value_of
from plugins.photos.index import Index

TODAY = date(2026, 3, 2)
PROJECT = Path(__file__).parents[3]
MADE = Derivatives(
    7,
    (
        Derivative("avif", 1600, 1200, b"largest"),
        Derivative("jpg", 1200, 900, b"jpeg"),
        Derivative("avif", 480, 360, b"small"),
    ),
)


def cache_in(folder: Path, today: date = TODAY, recipe: str = "recipe") -> Cache:
    return Cache(folder / ".cache/photos", recipe, today)


def files_of(cache: Cache, entry: Entry) -> list[bytes]:
    return [(cache.folder / file.name).read_bytes() for file in entry.files]


def test_an_entry_is_found_by_the_next_build(tmp_path: Path) -> None:
    put = cache_in(tmp_path).put("ab12", MADE)
    cache = cache_in(tmp_path)
    assert cache.find(["ab12", "cd34"]) == {"ab12": put}
    assert put.tone == 7
    assert files_of(cache, put) == [b"largest", b"jpeg", b"small"]
    assert [file.name for file in put.files] == [
        "ab/ab12-1600.avif",
        "ab/ab12-1200.jpg",
        "ab/ab12-480.avif",
    ]


def test_many_entries_are_found_together(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    put = {f"ab{n}": cache.put(f"ab{n}", MADE) for n in range(40)}
    assert cache.find([*put, "cd34"]) == put
    assert cache.find([]) == {}


def test_another_recipe_content_or_kind_has_another_key(tmp_path: Path) -> None:
    cache, other = cache_in(tmp_path), cache_in(tmp_path, recipe="other")
    keys = {cache.key_of("a", "JPEG"), cache.key_of("b", "JPEG"), cache.key_of("a", "PNG")}
    assert len(keys | {other.key_of("a", "JPEG")}) == 4


@pytest.mark.parametrize("harm", ["missing", "cut"])
def test_an_entry_with_a_harmed_file_is_not_found(tmp_path: Path, harm: str) -> None:
    cache = cache_in(tmp_path)
    entry = cache.put("ab12", MADE)
    file = cache.folder / entry.files[1].name
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(b"j")
    assert cache.find(["ab12"]) == {}
    again = cache.put("ab12", MADE)
    assert cache.find(["ab12"]) == {"ab12": again}
    assert again.files == entry.files


def test_what_is_published_as_the_very_file_is_not_looked_for(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    entry = cache.put("ab12", MADE)
    published = dict(zip(entry.names, entry.stamps, strict=True))

    def is_out(one: Entry) -> bool:
        return [published[name] for name in one.names] == list(one.stamps)

    (cache.folder / entry.files[1].name).unlink()
    assert cache.find(["ab12"], is_out) == {"ab12": entry}
    published[entry.files[1].name] = (0, 0, 0)
    assert cache.find(["ab12"], is_out) == {}


def test_a_copied_cache_notes_where_its_files_are_now(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    before = cache.put("ab12", MADE)
    age(cache.folder / before.files[0].name, days=1)
    (entry,) = cache.find(["ab12"]).values()
    assert entry.files == before.files
    assert entry.stamps[1:] == before.stamps[1:]
    stamps = set(entry.stamps)
    assert stamps != set(before.stamps)
    assert cache.find(["ab12"], lambda one: stamps == set(one.stamps)) == {"ab12": entry}


def test_an_entry_of_an_older_version_is_completed(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    entry = cache.put("ab12", MADE)
    older = {"ab12": value_of(entry)[:2]}
    Index(cache.folder / "index.sqlite").put(older, TODAY.toordinal())
    assert cache.find(["ab12"]) == {"ab12": entry}
    for file in entry.files:
        (cache.folder / file.name).unlink()
    assert cache.find(["ab12"], lambda one: one == entry) == {"ab12": entry}


def test_an_index_that_is_no_database_is_begun_anew(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put("ab12", MADE)
    (cache.folder / "index.sqlite").write_bytes(b"torn" * 1000)
    cache = cache_in(tmp_path)
    assert cache.find(["ab12"]) == {}
    cache.put("ab12", MADE)
    assert "ab12" in cache.find(["ab12"])


def age(path: Path, days: float = 0, **parts: float) -> None:
    """Set a file's time of change back."""
    then = path.stat().st_mtime - timedelta(days=days, **parts).total_seconds()
    os.utime(path, (then, then))


def test_what_nobody_used_for_the_days_it_is_kept_is_deleted(tmp_path: Path) -> None:
    cache_in(tmp_path).put("ab12", MADE)
    cache_in(tmp_path).put("cd34", MADE)
    for file in (tmp_path / ".cache/photos").glob("??/*"):
        age(file, days=40)
    assert cache_in(tmp_path, TODAY + timedelta(days=29)).find(["cd34"])
    assert cache_in(tmp_path, TODAY + timedelta(days=30)).sweep(30) == 0
    later = cache_in(tmp_path, TODAY + timedelta(days=31))
    assert later.sweep(30) == 3
    assert list(later.find(["ab12", "cd34"])) == ["cd34"]


def test_what_a_killed_build_left_is_deleted_a_day_later(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    folder = cache.folder / "ab"
    folder.mkdir()
    for name, hours in {".tmp-old": 25, "ab99-480.avif": 25, ".tmp-new": 1}.items():
        (folder / name).write_bytes(b"x")
        age(folder / name, hours=hours)
    assert cache.sweep(30) == 2
    assert [file.name for file in folder.iterdir()] == [".tmp-new"]


def test_one_sweep_a_day_is_enough(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.sweep(30)
    orphan = cache.folder / "ab/ab99-480.avif"
    orphan.parent.mkdir()
    orphan.write_bytes(b"x")
    age(orphan, days=2)
    assert cache.sweep(30) == 0
    assert cache_in(tmp_path, TODAY + timedelta(days=1)).sweep(30) == 1


BUILD = dedent("""
    import os, signal, sys
    from io import BytesIO
    from pathlib import Path
    from PIL import Image
    from plugins.photos.cache import Cache
    from plugins.photos.derivatives import make_derivatives
    from plugins.photos.settings import PhotoSettings

    folder, moment = Path(sys.argv[1]), int(sys.argv[2])
    file = BytesIO()
    Image.linear_gradient("L").save(file, "JPEG")
    settings = PhotoSettings(avif_widths_px=(30, 60), jpeg_width_px=40, avif_speed=10)
    made = make_derivatives("a.jpg", file.getvalue(), settings)
    left = moment

    def kill_at_the_moment(event, arguments):
        global left
        if event in {"open", "os.rename", "os.mkdir", "sqlite3.connect", "os.chmod"}:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill_at_the_moment)
    cache = Cache(folder, "recipe")
    for key in ("ab12", "cd34"):
        cache.put(key, made)
""")


def build(folder: Path, kill_at: int = 0) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD, folder, str(kill_at)], cwd=PROJECT)


@pytest.mark.parametrize("moment", [2, 5, 6, 9, 13, 14, 15, 19, 27])
def test_a_build_killed_at_any_moment_leaves_no_broken_entry(tmp_path: Path, moment: int) -> None:
    assert build(tmp_path, moment).wait(60) == -signal.SIGKILL
    cache = Cache(tmp_path, "recipe")
    whole = cache.find(["ab12", "cd34"])
    for entry in whole.values():
        assert [len(content) for content in files_of(cache, entry)] == [
            file.size_bytes for file in entry.files
        ]
    assert ("cd34" in whole) <= ("ab12" in whole)
    assert build(tmp_path).wait(60) == 0
    assert list(Cache(tmp_path, "recipe").find(["ab12", "cd34"])) == ["ab12", "cd34"]


def test_two_builds_at_once_agree(tmp_path: Path) -> None:
    builds = [build(tmp_path), build(tmp_path)]
    assert [one.wait(60) for one in builds] == [0, 0]
    cache = Cache(tmp_path, "recipe")
    entries = cache.find(["ab12", "cd34"])
    contents = {key: files_of(cache, entry) for key, entry in entries.items()}
    assert contents["ab12"] == contents["cd34"]
    names = {file.name for entry in entries.values() for file in entry.files}
    left = {p.relative_to(tmp_path).as_posix() for p in tmp_path.glob("*/*")}
    assert left == names
