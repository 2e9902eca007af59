"""The build that Pelican's settings describe: all settings checked, nothing read yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.core import pipeline
from plugins.core.build import Build
from plugins.core.output import Output
from plugins.core.sections import load_office
from plugins.core.settings import SettingsError, load
from plugins.core.urls import Urls


def start_build(settings: dict[str, Any]) -> Build:
    """Return the build that Pelican's settings describe. Raises SettingsError, all at once."""
    options, wrong = {}, []
    for name, kind in pipeline.current().settings.items():
        try:
            options[kind] = load(name, kind, settings.get(name, {}))
        except SettingsError as error:
            wrong.append(str(error))
    office = None
    try:
        office = load_office(settings.get("SITE"), settings["DEFAULT_LANG"])
    except SettingsError as error:
        wrong.append(str(error))
    if settings["IS_PRODUCTION"] and not settings["SITEURL"].startswith("https://"):
        wrong.append(
            "SITEURL: bản để đăng cần địa chỉ đầy đủ, bắt đầu bằng https:// / "
            "production needs a full address that begins with https://"
        )
    if wrong or office is None:
        raise SettingsError("\n".join(wrong))
    # As Pelican names the sources: a symbolic link on the way stays one.
    content_dir = Path(settings["PATH"]).absolute()
    cache_dir = Path(settings["CACHE_DIR"]).resolve()
    return Build(
        office=office,
        urls=Urls(settings["SITEURL"], settings["DEFAULT_LANG"]),
        project_dir=content_dir.parent,
        content_dir=content_dir,
        output=Output.remembered_in(cache_dir, Path(settings["OUTPUT_PATH"]).resolve()),
        cache_dir=cache_dir,
        theme_dir=Path(settings["THEME"]).resolve(),
        timezone=settings["TIMEZONE"],
        is_production=settings["IS_PRODUCTION"],
        options=options,
    )
