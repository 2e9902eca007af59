"""Each change of a source is noticed, however an editor saves it; nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from tools.serve.watching import SettingsFilter, watch_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
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


# Watches twenty folders where a user may watch five, and ends once a change is noticed.
LIMITED = """
import sys
from pathlib import Path
from threading import Event
from tools.serve.watching import watch_sources

project, noticed, stop = Path(sys.argv[1]), Event(), Event()
threads = watch_sources(project, noticed, stop)
number = 0
while not noticed.wait(0.3):
    number += 1
    (project / "content/7/index.md").write_text(str(number))
stop.set()
for thread in threads:
    thread.join()
"""


def test_more_folders_than_may_be_watched_are_looked_at_instead(project: Path) -> None:
    for number in range(20):
        (project / "content" / str(number)).mkdir()
    limit = "echo 5 > /proc/sys/user/max_inotify_watches"
    prefix = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-ec"]
    try:
        subprocess.run([*prefix, limit], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no name spaces here: {error}")
    done = subprocess.run(
        [*prefix, f'{limit}; exec "$0" "$@"', sys.executable, "-c", LIMITED, str(project)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=True,
    )
    assert "cứ mỗi giây xem lại một lần" in done.stderr
    assert "Traceback" not in done.stderr
