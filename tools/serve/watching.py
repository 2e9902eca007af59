"""Notices when a file changes that the site is built from."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watchfiles import Change

SOURCE_FOLDERS = ("content", "theme", "plugins")
SETTINGS_FILES = "*conf.py"


class SettingsFilter(DefaultFilter):
    """Lets only the site's settings files pass."""

    def __call__(self, change: Change, path: str) -> bool:
        return fnmatch(Path(path).name, SETTINGS_FILES) and super().__call__(change, path)


def watch_sources(project: Path, changed: Event, stop: Event) -> list[Thread]:
    """Set `changed` after each change below `project`, from threads that end once `stop` is set.

    The settings files are watched through their folder, since an editor that saves by renaming
    would leave a watch on the file itself looking at the old one.
    """
    folders = [project / name for name in SOURCE_FOLDERS if (project / name).is_dir()]
    return [
        _start(folders, DefaultFilter(), changed, stop, recursive=True),
        _start([project], SettingsFilter(), changed, stop, recursive=False),
    ]


def _start(
    places: Sequence[Path], wanted: DefaultFilter, changed: Event, stop: Event, *, recursive: bool
) -> Thread:
    def notice() -> None:
        for _ in watch(
            *places,
            watch_filter=wanted,
            stop_event=stop,
            recursive=recursive,
            raise_interrupt=False,
            debounce=200,
        ):
            changed.set()

    thread = Thread(target=notice, daemon=True)
    thread.start()
    return thread
