"""The tiny site's settings: the project's own, for an office that is all of the tests'."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from pelicanconf import *  # noqa: F403 - Pelican reads this module's names as settings
from pelicanconf import PLUGINS
from tests.plugins.samples import SITE as _SITE

SITE = {
    **_SITE,
    "responsible": {"vi": "Chánh Văn phòng", "en": "The Chief of Office"},
    "address": {"vi": "Số 1, đường Hùng Vương", "en": "1 Hung Vuong Street"},
    "menu_pages": ["gioi-thieu"],
    "footer_pages": ["gioi-thieu"],
}
SITENAME = "VP"
# Below a path, in production: what holds there holds at a host's root.
SITEURL = "https://tin.example/cong"
IS_PRODUCTION = True
THEME = str(Path.cwd() / "theme")
LISTINGS = {"per_page": 2}
OUTLINE = {"contents_from_headings": 3}

__all__ = [name for name in globals() if name.isupper()]
assert PLUGINS
