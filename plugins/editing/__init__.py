"""The editing page in the public site, where the settings ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.settings import SettingsError
from plugins.editing.settings import EditingSettings

if TYPE_CHECKING:
    from plugins.core.build import Build

PLACE = "admin"
CACHE = "editor"


def publish_page(build: Build) -> None:
    """Copy the page that `make editor-page` has made; raise SettingsError where it has not."""
    if not build.options_of(EditingSettings).publish:
        return
    made = build.cache_dir / CACHE / PLACE
    if not (made / "index.html").is_file():
        raise SettingsError(
            "EDITING: trang soạn bài chưa được tạo, hãy chạy “make editor-page” trước / "
            "the editing page is not made: run “make editor-page” first."
        )
    for path in sorted(made.rglob("*")):
        if path.is_file():
            place = path.relative_to(made).as_posix()
            build.output.write(f"{PLACE}/{place}", path.read_bytes())


def register() -> None:
    pipeline.declare_settings("EDITING", EditingSettings)
    pipeline.on_written(publish_page)
