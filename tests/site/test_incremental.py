"""A build that goes on from the last one gives what a build from nothing gives, to the byte."""

from __future__ import annotations

import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.site.building import Pelican
from tests.site.edits import ACTS, Workshop
from tests.site.test_reproducible import sums_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITS_BETWEEN = 2
BUILDS = 2


def build(shop: Workshop, name: str) -> tuple[int, str, dict[str, str]]:
    """Return how a build ended, what it said is wrong, and the sums of the tree that it left."""
    cache, output = shop.folder.with_name(f"cache-{name}"), shop.folder.with_name(f"output-{name}")
    pelican = Pelican(shop.folder, shop.folder / "siteconf.py", str(shop.now), cache)
    done = pelican.run(shop.folder / "content", output)
    tree = sums_of(output) if done.returncode == 0 else {}
    return done.returncode, problems_in(done.stdout + done.stderr), tree


def problems_in(said: str) -> str:
    """Return the problems; not how long the build took, nor what it made anew."""
    lines = said.splitlines()
    return "\n".join(one for one in lines if " — " in one or one.startswith("  ("))


def build_from_nothing(shop: Workshop) -> tuple[int, str, dict[str, str]]:
    """Build with photos, PDFs and packed copies of before, and with nothing else."""
    cache, output = shop.folder.with_name("cache-new"), shop.folder.with_name("output-new")
    shutil.rmtree(output, ignore_errors=True)
    for kept in ("store", "output"):
        shutil.rmtree(cache / kept, ignore_errors=True)
    return build(shop, "new")


@pytest.mark.parametrize(
    "seed", [*range(20), *(pytest.param(n, marks=pytest.mark.nightly) for n in range(20, 300))]
)
def test_edits_at_random_leave_the_tree_of_a_build_from_nothing(seed: int, tmp_path: Path) -> None:
    has_paper = seed % 10 == 0
    shop = Workshop.open(tmp_path / "project", Random(seed), has_paper=has_paper)  # noqa: S311 - no secret
    old = build(shop, "old")
    assert old[0] == 0, old[1]
    for _ in range(BUILDS):
        for _ in range(EDITS_BETWEEN):
            shop.edit()
        old = build(shop, "old")
    new = build_from_nothing(shop)
    assert old[:2] == new[:2], shop.done
    assert differences(old[2], new[2]) == [], shop.done


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(
        place for place in one.keys() | other.keys() if one.get(place) != other.get(place)
    )


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_every_edit_changes_the_project(act: Callable[[Workshop], None], tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "project", Random(1))  # noqa: S311 - no secret
    before = (_state_of(shop), shop.now)
    act(shop)
    assert (_state_of(shop), shop.now) != before


def _state_of(shop: Workshop) -> dict[str, tuple[int, str]]:
    sums = sums_of(shop.folder)
    return {p: (shop.folder.joinpath(p).stat().st_mtime_ns, total) for p, total in sums.items()}
