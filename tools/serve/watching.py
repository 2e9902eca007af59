"""Notices when a file changes that the site is built from."""

from __future__ import annotations

import sys
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
# An editor saves within a few milliseconds; files that come one by one are built one by one.
_QUIET_MS = 10
_DEBOUNCE_MS = 200
_LOOK_EVERY_MS = 1000
_LIMIT = (
    "→ Hệ thống không báo được thay đổi của từng ấy thư mục, nên cứ mỗi giây xem lại một lần. "
    "Tăng fs.inotify.max_user_watches thì nhanh hơn.\n"
    "  The system does not report changes of so many folders: looking every second instead. "
    "A larger fs.inotify.max_user_watches makes it quicker."
)


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
    def follow(*, by_looking: bool) -> None:
        for _ in watch(
            *places,
            watch_filter=wanted,
            stop_event=stop,
            recursive=recursive,
            raise_interrupt=False,
            step=_QUIET_MS,
            debounce=_DEBOUNCE_MS,
            force_polling=by_looking,
            poll_delay_ms=_LOOK_EVERY_MS,
        ):
            changed.set()

    def notice() -> None:
        try:
            follow(by_looking=False)
        except OSError:
            # Linux lets a user watch so many folders, over all programs.
            print(_LIMIT, file=sys.stderr, flush=True)
            follow(by_looking=True)

    thread = Thread(target=notice, daemon=True)
    thread.start()
    return thread
