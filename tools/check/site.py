"""The site as its sources tell it: settings, features, and a run that renders nothing unasked."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from pelican.settings import read_settings

from plugins.core import pipeline
from plugins.core.folders import scan
from plugins.core.running import Run

if TYPE_CHECKING:
    from pathlib import Path


def open_site(settings_file: Path, content_dir: Path | None = None) -> Run:
    """Return a run of the site that a settings file describes. Raises SettingsError."""
    given = {} if content_dir is None else {"PATH": str(content_dir)}
    settings = read_settings(str(settings_file), override=given)
    pipeline.clear()
    for name in settings["PLUGINS"]:
        importlib.import_module(name).register()
    return Run(settings)


def list_sources(content_dir: Path) -> list[Path]:
    """Return the articles and pages of a content folder, as a build finds them."""
    return [content_dir / place for place in scan(str(content_dir)).sources()]
