"""A process that stays between builds gives the trees that builds from nothing give."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from plugins.core.resident import PAGES
from plugins.search.engine import find_engine
from tests.site.building import PROJECT
from tests.site.edits import Workshop, add_paragraph, change_title, replace
from tests.site.resident import CLOCK, children_of, command_of, is_right, resident_of
from tests.site.test_incremental import build, build_from_nothing, differences, problems_in
from tests.site.test_reproducible import sums_of
from tools.serve.resident import ResidentBuilder

EDITS_BETWEEN = 2
BUILDS = 4
CHANGED = 75


@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(n, marks=pytest.mark.nightly) for n in range(4, 80))]
)
def test_edits_at_random_leave_the_tree_of_a_build_from_nothing(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Workshop.open(tmp_path / "project", Random(seed), has_paper=seed % 10 == 0)  # noqa: S311 - no secret
    clock = tmp_path / "clock"
    clock.write_text(str(shop.now))
    monkeypatch.chdir(shop.folder)
    monkeypatch.setenv("PYTHONUTF8", "1")
    builder = ResidentBuilder(command_of(shop.folder, "-c", CLOCK, str(clock)))

    def nothing() -> None:
        """Look when it is over."""

    try:
        done = builder.build(nothing)
        assert done.is_good, done.text
        for _ in range(BUILDS):
            for _ in range(EDITS_BETWEEN):
                shop.edit()
            clock.write_text(str(shop.now))
            done = builder.build(nothing)
    finally:
        builder.close()
    status, said, tree = build_from_nothing(shop)
    assert (done.is_good, problems_in(done.text)) == (status == 0, said), shop.done
    if done.is_good:
        assert differences(sums_of(tmp_path / "output-old"), tree) == [], shop.done


@pytest.mark.parametrize(
    "place",
    ["siteconf.py", "pelicanconf.py", "tests/plugins/samples.py", "plugins/tables/__init__.py"],
)
def test_changed_code_and_settings_end_the_process(shop: Workshop, place: str) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        with (shop.folder / place).open("a") as file:
            file.write("\n# Một dòng nữa.\n")
        assert resident.ask("build 2")[0] == CHANGED


def test_a_module_that_is_new_ends_the_process(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        (shop.folder / "plugins/tables/new.py").write_text('"""Mới."""\n')
        assert resident.ask("build 2")[0] == CHANGED


def test_code_that_was_saved_as_the_process_began_is_read_again(shop: Workshop) -> None:
    os.utime(shop.folder / "plugins/tables/__init__.py")
    with resident_of(shop.folder) as resident:
        assert [resident.ask()[0], resident.ask("build 2")[0]] == [0, CHANGED]


def test_a_source_with_a_problem_is_told_and_the_next_build_is_good(shop: Workshop) -> None:
    path = shop.article()
    text = path.read_text("utf-8")
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        path.write_text(text.replace("title: ", "titel: "), "utf-8")
        status, said = resident.ask("build 2")
        assert status == 1
        assert "titel" in said
        assert "Traceback" not in said
        path.write_text(f"{text}\nHết.\n", "utf-8")
        assert resident.ask("build 3")[0] == 0
    assert is_right(shop)


def test_what_an_ordinary_build_did_meanwhile_is_seen(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        for edit in (add_paragraph, change_title):
            edit(shop)
            assert build(shop, "old")[0] == 0
        add_paragraph(shop)
        assert resident.ask("build 2")[0] == 0
        assert is_right(shop)
        add_paragraph(shop)
        resident.begin("build 3")
        assert build(shop, "old")[0] == 0
        assert resident.await_line("build 3 0")
    assert is_right(shop)


def test_a_store_that_goes_or_breaks_is_made_anew(shop: Workshop) -> None:
    store = shop.folder.with_name("cache-old") / "store"
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
        shutil.rmtree(store)
        add_paragraph(shop)
        assert resident.ask("build 2")[0] == 0
        assert is_right(shop)
        (file,) = store.glob("*.sqlite3")
        data = bytearray(file.read_bytes())
        data[len(data) // 2 :] = b"x" * len(data[len(data) // 2 :])
        file.write_bytes(data)
        add_paragraph(shop)
        assert resident.ask("build 3")[0] == 0
    assert is_right(shop)


def test_it_holds_nothing_of_the_cache_while_it_waits(shop: Workshop) -> None:
    with resident_of(shop.folder) as resident:
        for request in ("ready 0", "build 1", "ready 1"):
            assert resident.ask(request)[0] == 0
        (copy,) = resident.copies()
        waiting = (resident.process.pid, copy, *children_of(copy))
        open_files = [f for pid in waiting for f in Path(f"/proc/{pid}/fd").iterdir()]
        assert not [f for f in open_files if "cache-old" in str(f.readlink())]


def test_settings_that_are_wrong_are_told_as_ever(shop: Workshop) -> None:
    with (shop.folder / "siteconf.py").open("a") as file:
        file.write('\nLISTINGS = {"per_pege": 2}\n')
    with resident_of(shop.folder) as resident:
        said, _ = resident.process.communicate()
        assert resident.process.returncode == 1
        assert "per_pege" in said
        assert "Traceback" not in said


def test_what_a_build_would_wait_for_is_begun_while_nobody_builds(shop: Workshop) -> None:
    told = shop.folder / "told"
    (shop.folder / "waiting.py").write_text(
        dedent(f"""
            import os
            from pathlib import Path
            from plugins.core import pipeline

            def tell(step):
                with Path({str(told)!r}).open("a") as file:
                    file.write(f"{{step}} {{os.getpid()}}\\n")

            def register():
                pipeline.on_waiting(lambda build: tell("waiting"))
                pipeline.on_documents(lambda build: tell("building"))
        """)
    )
    with (shop.folder / "siteconf.py").open("a") as file:
        file.write('\nPLUGINS = [*PLUGINS, "waiting"]\n')
    for name in ("waiting.py", "siteconf.py"):
        os.utime(shop.folder / name, (0, 0))
    with resident_of(shop.folder) as resident:
        assert resident.ask("ready 0")[0] == 0
        (copy,) = resident.copies()
        assert told.read_text() == f"waiting {copy}\n"
        assert resident.ask()[0] == 0
        assert told.read_text().splitlines()[:2] == [f"waiting {copy}", f"building {copy}"]


# Waits as long as the file is there: an engine may take seconds.
SLOW_ENGINE = """#!/bin/sh
while [ -e {hold} ]; do sleep 0.05; done
exec {engine} "$@"
"""


def test_pages_are_there_to_be_looked_at_before_the_search_index_is(shop: Workshop) -> None:
    engine, hold = find_engine(PROJECT, ""), shop.folder / "hold"
    assert engine is not None, "make engine"
    slow = shop.folder / "engine.sh"
    slow.write_text(SLOW_ENGINE.format(hold=hold, engine=engine))
    slow.chmod(0o755)
    with (shop.folder / "siteconf.py").open("a") as file:
        file.write(f"\nSEARCH = {{'engine': {str(slow)!r}}}\n")
    output = shop.folder.with_name("output-old")
    with resident_of(shop.folder) as resident:
        assert resident.ask()[0] == 0
    os.utime(shop.folder / "siteconf.py", (0, 0))
    with resident_of(shop.folder) as resident:
        assert PAGES not in resident.ask("build 2")[1]
        hold.touch()
        source = shop.folder / "content/2026/hop-bao-thang-1/index.md"
        replace(source, "^title: .*", "title: Nhan đề mới")
        resident.begin("build 3")
        assert PAGES in resident.await_line(PAGES)
        assert "Nhan đề mới" in (output / "index.html").read_text("utf-8")
        hold.unlink()
        assert resident.await_line("build 3").endswith("build 3 0\n")
    assert is_right(shop)
