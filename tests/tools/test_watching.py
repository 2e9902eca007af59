"""Each change of a source is noticed, however an editor saves it; nothing else is."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from tools.serve.watching import SettingsFilter, watch_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S = 30.0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "theme", "plugins", "output"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pelicanconf.py").write_text("")
    return tmp_path


@pytest.fixture
def changed(project: Path) -> Iterator[Event]:
    noticed, stop = Event(), Event()
    threads = watch_sources(project, noticed, stop)
    yield noticed
    stop.set()
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


@pytest.mark.parametrize("name", ["content/tin/bài.md", "theme/a.css", "plugins/a.py"])
def test_a_change_of_a_source_is_noticed(project: Path, changed: Event, name: str) -> None:
    assert _is_noticed_writing(project / name, changed)


def test_settings_that_are_saved_by_renaming_are_noticed_every_time(
    project: Path, changed: Event
) -> None:
    for _ in range(2):
        assert _is_noticed_writing(project / "pelicanconf.py", changed, is_renamed=True)


@pytest.mark.parametrize(
    ("name", "is_settings"),
    [
        ("pelicanconf.py", True),
        ("publishconf.py", True),
        ("notes.txt", False),
        ("pelicanconf.py~", False),
        (".pelicanconf.py.swp", False),
    ],
)
def test_only_settings_count_in_the_project_folder(name: str, *, is_settings: bool) -> None:
    assert SettingsFilter()(Change.modified, f"/dự án/{name}") is is_settings


def _is_noticed_writing(path: Path, changed: Event, *, is_renamed: bool = False) -> bool:
    """Write until it is noticed, since the watch begins a moment after its threads."""
    changed.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline_s = time.monotonic() + PATIENCE_S
    while not changed.wait(0.3) and time.monotonic() < deadline_s:
        written = path.with_suffix(".new") if is_renamed else path
        written.write_text(str(time.monotonic()))
        written.replace(path)
    return changed.is_set()
