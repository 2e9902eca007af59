"""The bench of many articles compares like with like."""

from __future__ import annotations

import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench.scale_corpus import TAGS, make_stories, make_story
from bench.scale_edits import (
    BODY,
    COLD,
    EDITS,
    EDITS_OF_RESIDENT,
    RESIDENT_BODY,
    SAME,
    TEMPLATE,
    TITLE,
    Site,
)
from bench.scale_engines import ENGINES, EVERYTHING, HUGO, OUTPUT, PELICAN, SITES, US
from bench.scale_floors import find_missed
from bench.scale_measure import Cost, FailedError, measure
from bench.scale_outputs import find_differences, look_at
from bench.scale_resident import staying
from bench.scale_trials import Results, Trial

if TYPE_CHECKING:
    from bench.scale_engines import Engine
    from bench.scale_outputs import Built

COUNT = 45
LIMIT_S = 120


def build(engine: Engine, folder: Path) -> Built:
    site = engine.make(folder, COUNT)
    measure(engine.install(), site, engine.env, LIMIT_S)
    return look_at(site / OUTPUT)


def make_site(folder: Path) -> Site:
    return Site(US.make(folder, COUNT), COUNT, SITES / US.folder)


def runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def read_all(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.folder)
def test_every_generator_gets_the_words_of_every_article(engine: Engine) -> None:
    stories = list(make_stories(COUNT))
    files = [text for _, text in engine.sources(stories)]
    for story in stories:
        (text,) = (text for text in files if text.endswith(f"\n\n{story.body}"))
        head = text.removesuffix(story.body)
        assert story.title in head
        assert story.summary in head
        assert all(tag in head or TAGS[tag] in head for tag in story.tags)


def test_an_article_has_the_same_words_in_an_archive_of_any_size() -> None:
    small, large = make_story(7, COUNT), make_story(7, 1000)
    assert (small.title, small.body, small.tags) == (large.title, large.body, large.tags)
    assert list(islice(make_stories(COUNT), 6, 7)) == [small]


def test_our_pages_and_pelicans_have_the_same_words_and_links(tmp_path: Path) -> None:
    ours, pelicans = build(US, tmp_path), build(PELICAN, tmp_path)
    assert ours.pages == pelicans.pages > COUNT
    assert len(ours.words) > COUNT
    assert not find_differences(ours, pelicans)


@pytest.mark.parametrize(("name", "changed"), [(SAME, 0), (BODY, 1), (TITLE, 1), (TEMPLATE, 1)])
def test_an_edit_changes_one_file_and_is_put_back(tmp_path: Path, name: str, changed: int) -> None:
    site = make_site(tmp_path)
    before = read_all(site.folder)
    EDITS[name](site, 1)
    once = read_all(site.folder)
    assert sum(once[place] != data for place, data in before.items()) == changed
    EDITS[COLD](site, 2)
    assert read_all(site.folder) == before


def test_with_everything_on_it_is_told_how_long_each_feature_took(tmp_path: Path) -> None:
    folder = EVERYTHING.make(tmp_path, 2)
    site = Site(folder, 2, SITES / EVERYTHING.folder, has_everything=True)
    results = Results(2)
    Trial(EVERYTHING, site, EVERYTHING.install(), LIMIT_S).run(1, results)
    assert not results.failed
    for name in (COLD, SAME, BODY):
        assert len(results.costs[EVERYTHING.name, name]) == 1
        parts = results.parts[EVERYTHING.name, name]
        assert {"photos", "paper", "search", "audit"} <= parts.keys()
        assert ("search indexes, beside all else" in parts) is (name != SAME)
    assert len(results.costs[EVERYTHING.name, RESIDENT_BODY]) == 1


def test_a_process_that_stays_is_measured_by_edits_of_its_own(tmp_path: Path) -> None:
    site, results = make_site(tmp_path), Results(COUNT)
    Trial(US, site, US.install(), LIMIT_S).run(1, results)
    assert not results.failed
    assert [name for _, name in results.costs] == [*EDITS, *EDITS_OF_RESIDENT]
    assert all(cost.cpu_s > 0 for (cost,) in results.costs.values())
    EDITS[BODY](site, 2)
    ordinary = read_all(site.folder)
    EDITS_OF_RESIDENT[RESIDENT_BODY](site, 2)
    assert read_all(site.folder) != ordinary


def test_a_process_that_stays_and_fails_says_why(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with staying(US.install(), site.folder, LIMIT_S) as resident:
        site.folder.joinpath("content/sai.md").write_text("Không có gì ở đầu.", "utf-8")
        with pytest.raises(FailedError, match=r"content/sai\.md"):
            resident.build()


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site.folder / "pelicanconf.py").write_text("raise SystemExit('no settings today')", "utf-8")
    with pytest.raises(FailedError, match="no settings today"):
        measure(US.install(), site.folder, US.env, LIMIT_S)


def test_a_build_without_an_end_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    command = ["sh", "-c", "sleep 600 & echo $!; wait"]
    with pytest.raises(FailedError, match=r"exit -9 .*\n\d+$") as error:
        measure(command, tmp_path / "here", {}, limit_s=0.5)
    child = int(str(error.value).splitlines()[-1])
    # The system ends it in its own time, and may keep its entry for whoever would ask.
    for _ in range(100):
        if not runs(child):
            return
        time.sleep(0.05)
    pytest.fail("what the build had started still runs")


def test_a_process_is_measured_with_its_children(tmp_path: Path) -> None:
    work = "import os, time; b = bytearray(60_000_000); time.sleep(0.5); b[0] = 1"
    command = ["sh", "-c", f'python3 -c "{work}" & python3 -c "{work}" & wait']
    (tmp_path / "here").mkdir()
    assert measure(command, tmp_path / "here", {}, LIMIT_S).peak_mb > 110


@pytest.mark.parametrize(
    ("name", "wall_s", "missed"),
    [
        (COLD, 10.9, 0),
        (COLD, 11.1, 1),
        (BODY, 2, 0),
        (RESIDENT_BODY, 0.9, 0),
        (RESIDENT_BODY, 2, 1),
    ],
)
def test_a_floor_is_told_only_where_it_is_missed(name: str, wall_s: float, missed: int) -> None:
    results = Results(10_000)
    results.costs[US.name, name].append(Cost(wall_s, 20, 500))
    results.costs[HUGO.name, COLD].append(Cost(10, 20, 1000))
    assert len(find_missed([results])) == missed
