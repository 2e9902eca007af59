"""A build's recipe is one text in every process, and another one for other settings or code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from plugins.core import recipe
from plugins.core.recipe import recipe_of

PROJECT = Path(__file__).resolve().parents[3]


def make_settings() -> dict[str, Any]:
    return {
        "PLUGINS": ["plugins.core"],
        "SITEURL": "",
        "SITE": {"name": {"vi": "Văn phòng"}, "menu": ["a", "b"]},
        "KEYS": {"sort": lambda one, more=1: one in {"a", "b", "c"} or more},
        "SET": {"a", "b", "c"},
        "PLACE": Path("theme"),
    }


SETTINGS = make_settings()


@pytest.mark.parametrize(
    "change",
    [
        {"SITEURL": "https://tin.example"},
        {"SITE": {"name": {"vi": "Ủy ban"}, "menu": ["a", "b"]}},
        {"SITE": {"name": {"vi": "Văn phòng"}, "menu": ["b", "a"]}},
        {"KEYS": {"sort": lambda one: -one}},
        {"KEYS": {"sort": lambda one, more=2: one in {"a", "b", "c"} or more}},
        {"KEYS": {}},
        {"SET": {"a", "b"}},
        {"MORE": None},
    ],
)
def test_other_settings_are_another_recipe(change: dict[str, Any]) -> None:
    assert recipe_of({**SETTINGS, **change}) != recipe_of(SETTINGS)


def test_the_same_settings_made_again_are_the_same_recipe() -> None:
    again = dict(reversed(make_settings().items()))
    assert again["KEYS"]["sort"] is not SETTINGS["KEYS"]["sort"]
    assert recipe_of(again) == recipe_of(SETTINGS)


def test_code_that_changed_or_came_is_another_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipe, "_PLUGINS", tmp_path)
    recipes = set()
    for name, text in (("a.py", "1"), ("a.py", "2"), ("b/c.py", "1"), ("b/d.txt", "1")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        recipes.add(recipe_of(SETTINGS))
    assert len(recipes) == 3


def test_plugins_from_elsewhere_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "their_plugin.py").write_text("A = 1")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("their_plugin")
    settings = {**SETTINGS, "PLUGINS": ["plugins.core", "their_plugin"]}
    before = recipe_of(settings)
    (tmp_path / "their_plugin.py").write_text("A = 2")
    assert recipe_of(settings) != before


SCRIPT = dedent("""
    from pelican.settings import read_settings
    from plugins.core.recipe import recipe_of
    from tests.plugins.core.test_recipe import make_settings
    print(recipe_of({**read_settings("pelicanconf.py"), **make_settings()}))
""")


def test_processes_of_other_hashes_have_the_same_recipe() -> None:
    recipes = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(recipes) == 1
    assert recipes != {b""}
