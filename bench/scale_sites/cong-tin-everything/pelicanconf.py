"""The project's settings as they are: every feature on, and a clock beside them."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from bench import scale_corpus as corpus

_HERE = Path(__file__).parent
_PROJECT = Path(corpus.__file__).parents[1]
_OURS = runpy.run_path(str(_PROJECT / "pelicanconf.py"))
globals().update(
    (name, value) for name, value in _OURS.items() if name.isupper() and not name.startswith("_")
)
sys.path.insert(0, str(_HERE))

SITE = _OURS["SITE"] | {
    "categories": [
        {"name": name, "slug": slug, "description": f"Các bài của mục {name}."}
        for slug, name in corpus.CATEGORIES.items()
    ],
    "menu_pages": [],
    "footer_pages": [],
    "languages": ["vi"],
}
PLUGINS = [*_OURS["PLUGINS"], "clock"]
SITEURL = corpus.SITE_URL
CACHE_DIR = str(_HERE / ".cache")
THEME = str(_PROJECT / "theme")
# Quick to make, as many and as large as ever.
PHOTOS = {"avif_speed": 10}
# Checks are a part of everything, and only production has this one by itself.
AUDIT = {"in_previews": True}
