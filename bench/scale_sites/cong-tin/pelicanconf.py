"""The project's settings, with no more features than the other generators are asked for."""

from __future__ import annotations

import runpy
from pathlib import Path

from bench import scale_corpus as corpus

_HERE = Path(__file__).parent
_PROJECT = Path(corpus.__file__).parents[1]
globals().update(
    (name, value)
    for name, value in runpy.run_path(str(_PROJECT / "pelicanconf.py")).items()
    if name.isupper() and not name.startswith("_")
)

SITE = {
    "name": corpus.OFFICE,
    "short_name": corpus.OFFICE,
    "slogan": corpus.SLOGAN,
    "publisher": corpus.OFFICE,
    "responsible": "Chánh Văn phòng",
    "address": corpus.ADDRESS,
    "telephone": "+84 205 3999 123",
    "email": "vanphong@vinhson.example",
    "categories": [
        {"name": name, "slug": slug, "description": f"Các bài của mục {name}."}
        for slug, name in corpus.CATEGORIES.items()
    ],
    "languages": ["vi"],
}
PLUGINS = ["plugins.core", "plugins.feeds", "plugins.listings"]
SITEURL = corpus.SITE_URL
CACHE_DIR = str(_HERE / ".cache")
THEME = "theme"
