"""Indexes by the real engine: made when their input changed, the same bytes each time."""

from __future__ import annotations

import gc
import os
import shutil
import time
from pathlib import Path

import pytest

from plugins.core.output import Output
from plugins.search import indexes
from plugins.search.engine import EngineError, EngineRun, change_script, find_engine
from plugins.search.entry import Entry
from plugins.search.indexes import Indexer, key_of, publish_index, sweep
from plugins.search.text import Text

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


def make_index(entries: list[Entry], lang: str, engine: Path, cache_dir: Path, name: str) -> Path:
    indexer = Indexer(lang, engine, cache_dir)
    folder = indexer.begin(entries, name)
    indexer.finish()
    return folder


@pytest.fixture(scope="module")
def engine() -> Path:
    found = find_engine(PROJECT, "")
    assert found, "make node"
    return found


@pytest.fixture(scope="module")
def made(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_index(ENTRIES, "vi", engine, tmp_path_factory.mktemp("cache"), "x")


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
    again = make_index(ENTRIES, "vi", engine, tmp_path, "x")
    assert again.name == made.name
    assert read_all(again) == read_all(made)


def test_an_index_is_made_again_only_for_another_input(
    engine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []

    def run(*given: object) -> EngineRun:
        runs.append(given)
        return EngineRun(*given)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(indexes, "EngineRun", run)
    first = make_index(ENTRIES, "vi", engine, tmp_path, "x")
    assert make_index(ENTRIES, "vi", engine, tmp_path, "x") == first
    assert len(runs) == 1
    assert make_index(ENTRIES[1:], "vi", engine, tmp_path, "x") != first
    assert len(runs) == 2


def test_the_language_and_the_engine_are_part_of_the_input(engine: Path, tmp_path: Path) -> None:
    other = tmp_path / "engine"
    other.write_bytes(b"another")
    keys = {key_of(ENTRIES, "vi", engine), key_of(ENTRIES, "en", engine)}
    assert len(keys | {key_of(ENTRIES, "vi", other)}) == 3


def test_an_interrupted_run_leaves_no_half_an_index(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nmkdir -p \"$4\"; echo 'no space left' >&2; exit 1\n")
    broken.chmod(0o755)
    with pytest.raises(EngineError, match="no space left"):
        make_index(ENTRIES, "vi", broken, tmp_path / "cache", "x")
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


def test_an_indexer_makes_one_index_after_another(engine: Path, tmp_path: Path) -> None:
    indexer = Indexer("vi", engine, tmp_path)
    folders = [indexer.begin(ENTRIES[n:], str(n)) for n in range(3)]
    assert [folder.is_dir() for folder in folders] == [True, True, False]
    indexer.finish()
    assert read_all(folders[2]) == read_all(make_index(ENTRIES[2:], "vi", engine, tmp_path, "x"))
    assert {path for path in tmp_path.iterdir() if path.name.startswith(".tmp-")} == set()


def test_an_indexer_that_is_given_up_leaves_nobody_at_work(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.write_text('#!/bin/sh\necho $$ > "$4.pid"; exec sleep 600\n')
    endless.chmod(0o755)
    indexer = Indexer("vi", endless, tmp_path / "cache")
    indexer.begin(ENTRIES, "x")
    deadline = time.monotonic() + 30
    while not (found := list((tmp_path / "cache").rglob("*.pid"))) or not found[0].read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    number = int(found[0].read_text())
    del indexer
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert list((tmp_path / "cache").iterdir()) == []
