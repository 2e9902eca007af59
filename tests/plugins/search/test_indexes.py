"""Indexes by the real engine: made when their input changed, the same bytes each time."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.core.output import Output
from plugins.search.engine import EngineError, change_script, find_engine
from plugins.search.entry import Entry
from plugins.search.indexes import Job, key_of, key_of_program, make_indexes, publish_index, sweep
from plugins.search.pool import Pool, name_entry
from plugins.search.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT = Path(__file__).resolve().parents[3]
ENTRIES = [
    Entry(
        f"/bai-{n}/",
        f"Đồng chí {n}",
        "Sáng nay.",
        Text.of(f"<p>Hội nghị lần {n}.</p>"),
        "2021-01-20",
    )
    for n in range(12)
]


def job_of(entries: Sequence[Entry], engine: Path, cache_dir: Path) -> Job:
    found = {name_entry(entry): entry for entry in entries}
    return Job(engine, cache_dir / key_of(found, "vi", "engine"), "vi", "x", found)


def make_index(entries: Sequence[Entry], engine: Path, cache_dir: Path) -> Path:
    job = job_of(entries, engine, cache_dir)
    assert make_indexes(Pool(cache_dir.with_name("pool")), [job]) == ""
    return job.folder


@pytest.fixture(scope="module")
def engine() -> Path:
    found = find_engine(PROJECT, "")
    assert found, "make node"
    return found


@pytest.fixture(scope="module")
def made(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_index(ENTRIES, engine, tmp_path_factory.mktemp("made") / "cache")


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_index_has_what_a_page_asks_for_and_no_more(made: Path) -> None:
    names = read_all(made)
    assert {Path(name).parent.as_posix() for name in names} == {
        ".",
        "filter",
        "fragment",
        "index",
        "program",
    }
    assert {Path(name).suffix for name in names if "/" not in name} == {".json", ".pf_meta"}
    assert {name for name in names if name.startswith("program/")} == {
        "program/pagefind.js",
        "program/wasm.unknown.pagefind",
    }


def test_the_same_entries_give_the_same_bytes(made: Path, engine: Path, tmp_path: Path) -> None:
    again = make_index(ENTRIES, engine, tmp_path / "cache")
    assert again.name == made.name
    assert read_all(again) == read_all(made)


def test_the_entries_the_language_and_the_engine_are_the_input() -> None:
    names = [name_entry(entry) for entry in ENTRIES]
    assert len(set(names)) == len(ENTRIES)
    others = [(names[1:], "vi", "engine"), (names, "en", "engine"), (names, "vi", "another")]
    assert key_of(names, "vi", "engine") not in {key_of(*other) for other in others}
    assert key_of_program("engine") != key_of_program("another")


def test_an_index_of_known_entries_is_that_of_new_ones(engine: Path, tmp_path: Path) -> None:
    edited = [replace(ENTRIES[0], title="Một đầu đề khác"), *ENTRIES[1:]]
    make_index(ENTRIES, engine, tmp_path / "warm" / "cache")
    warm = make_index(edited, engine, tmp_path / "warm" / "cache")
    cold = make_index(edited, engine, tmp_path / "cold" / "cache")
    assert read_all(warm) == read_all(cold)


def test_indexes_are_made_one_after_another(engine: Path, tmp_path: Path) -> None:
    cache_dir = tmp_path / "cache"
    jobs = [job_of(ENTRIES[n:], engine, cache_dir) for n in range(3)]
    assert make_indexes(Pool(tmp_path / "pool"), jobs) == ""
    assert {path.name for path in cache_dir.iterdir()} == {job.folder.name for job in jobs}
    alone = make_index(ENTRIES[2:], engine, tmp_path / "alone" / "cache")
    assert read_all(jobs[2].folder) == read_all(alone)


def test_an_index_knows_the_words_of_its_entries(made: Path) -> None:
    words = json.loads((made / "words.json").read_text("utf-8"))
    assert words[0] == "chí"
    assert {"đồng", "hội", "nghị", "sáng"} <= set(words)


def test_an_engine_that_fails_leaves_no_half_an_index(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nmkdir -p \"$4\"; echo 'no space left' >&2; exit 1\n")
    broken.chmod(0o755)
    job = job_of(ENTRIES, broken, tmp_path / "cache")
    assert make_indexes(Pool(tmp_path / "pool"), [job]) == "no space left"
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_engine_that_cannot_be_started_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "engine").touch(mode=0o644)
    job = job_of(ENTRIES, tmp_path / "engine", tmp_path / "cache")
    assert "Permission denied" in make_indexes(Pool(tmp_path), [job])
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_index_is_published_beside_the_program_that_all_share(
    made: Path, tmp_path: Path
) -> None:
    publish_index(made, Output(tmp_path / "out"), "ab/", "engine/")
    published = read_all(tmp_path / "out")
    expected = {
        f"engine/{name.removeprefix('program/')}" if name.startswith("program/") else f"ab/{name}"
        for name in read_all(made)
    }
    assert set(published) == expected


def test_the_longest_unused_indexes_go(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}").mkdir()
        os.utime(tmp_path / f"{number:02}", (number, number))
    sweep(tmp_path, used=5)
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{n:02}" for n in range(2, 12)]
    sweep(tmp_path, used=0)
    assert len(list(tmp_path.iterdir())) == 8
    sweep(tmp_path / "nowhere", used=0)


def test_the_engine_s_script_is_changed_and_another_version_noticed(
    made: Path, tmp_path: Path
) -> None:
    changed = (made / "program/pagefind.js").read_text("utf-8")
    assert 'load_index_chunk")).catch' not in changed
    assert "new URL(`wasm.${language}.pagefind`,import.meta.url)" in changed
    again = Path(shutil.copyfile(made / "program/pagefind.js", tmp_path / "pagefind.js"))
    with pytest.raises(EngineError, match="another version"):
        change_script(again)


@pytest.mark.parametrize(
    ("system", "kind", "place"),
    [
        ("linux", "x86_64", "linux-x64/bin/pagefind_extended"),
        ("linux", "aarch64", "linux-arm64/bin/pagefind_extended"),
        ("darwin", "arm64", "darwin-arm64/bin/pagefind_extended"),
        ("win32", "AMD64", "windows-x64/bin/pagefind_extended.exe"),
    ],
)
def test_the_engine_is_npm_s_for_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, kind: str, place: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("platform.machine", lambda: kind)
    assert find_engine(tmp_path, "") is None
    program = tmp_path / "node_modules/@pagefind" / place
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_engine(tmp_path, "") == program


def test_a_folder_that_an_index_was_just_made_in_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(10):
        (tmp_path / str(number)).mkdir()
        os.utime(tmp_path / str(number), (number, number))
    made_in = tmp_path / ".tmp-x"
    made_in.mkdir()

    def is_dir(path: Path) -> bool:
        if path == made_in:
            path.rmdir()
        return True

    monkeypatch.setattr(Path, "is_dir", is_dir)
    sweep(tmp_path, used=4)
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == [str(n) for n in range(3, 10)]
