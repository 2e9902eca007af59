"""Pelican as it comes, its addresses and pages those of the others."""

from __future__ import annotations

import json
import sys
from pathlib import Path

_HERE = Path(__file__).parent
# Nothing of this project may be imported here: Pelican uses every reader that it sees.
_OFFICE = json.loads((_HERE / "office.json").read_text("utf-8"))
# Pelican has no neighbours of its own.
sys.path.insert(0, str(_HERE))

SITENAME = _OFFICE["name"]
SITEURL = ""
ADDRESS = _OFFICE["address"]
HOST = FEED_DOMAIN = _OFFICE["url"]
MENU = [(entry["slug"], entry["name"]) for entry in _OFFICE["menu"]]
PATH = "content"
THEME = "theme"
PLUGINS = ["neighbours"]
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"
READERS = {"rst": None, "html": None}
USE_FOLDER_AS_CATEGORY = False
SLUGIFY_SOURCE = "basename"
FORMATTED_FIELDS: list[str] = []

ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
CATEGORY_URL = "chuyen-muc/{slug}/"
TAG_URL = "the/{slug}/"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
TAG_SAVE_AS = f"{TAG_URL}index.html"
YEAR_ARCHIVE_SAVE_AS = f"{YEAR_ARCHIVE_URL}index.html"
MONTH_ARCHIVE_SAVE_AS = f"{MONTH_ARCHIVE_URL}index.html"
AUTHOR_SAVE_AS = ""

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"category": None, "tag": None, "period_archives": None}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/trang/{number}/", "{base_name}/trang/{number}/index.html"),
]
DIRECT_TEMPLATES = ["index", "archives", "sitemap", "404"]
ARCHIVES_SAVE_AS = "luu-tru/index.html"
SITEMAP_SAVE_AS = "so-do-trang/index.html"

FEED_ALL_ATOM = "feeds/atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
