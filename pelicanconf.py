"""The site and its pipeline: an office that makes this portal its own changes `SITE`, no more."""

from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined

_HERE = Path(__file__).parent

# ─── The office ──────────────────────────────────────────────────────────────────────────────────
# Texts are one string for all languages, or one for each.

SITE: dict[str, Any] = {
    "name": {
        "vi": "Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn",
        "en": "Office of the People's Committee of Vinh Son Province",
    },
    "short_name": {"vi": "Văn phòng UBND tỉnh Vĩnh Sơn", "en": "Vinh Son PPC Office"},
    "slogan": {
        "vi": "Kỷ cương, trách nhiệm – gần dân, vì dân phục vụ",
        "en": "Disciplined and accountable – close to the people, at their service",
    },
    "publisher": {
        "vi": "Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn",
        "en": "Office of the People's Committee of Vinh Son Province",
    },
    "responsible": {"vi": "Chánh Văn phòng UBND tỉnh", "en": "The Chief of Office"},
    "address": {
        "vi": "Số 1, đường Hùng Vương, phường Vĩnh Sơn, tỉnh Vĩnh Sơn",
        "en": "1 Hung Vuong Street, Vinh Son Ward, Vinh Son Province, Viet Nam",
    },
    "telephone": "+84 205 3999 123",
    "email": "vanphong@vinhson.example",
    "categories": [
        {
            "name": {"vi": "Tin tức", "en": "News"},
            "slug": {"vi": "tin-tuc", "en": "news"},
            "description": {
                "vi": "Hoạt động của Văn phòng và của lãnh đạo tỉnh.",
                "en": "What the office and the province's leaders are doing.",
            },
        },
        {
            "name": {"vi": "Chỉ đạo điều hành", "en": "Direction and administration"},
            "slug": {"vi": "chi-dao-dieu-hanh", "en": "direction"},
            "description": {
                "vi": "Kết luận, chỉ thị và công văn của Ủy ban nhân dân tỉnh.",
                "en": "Conclusions, directives and letters of the People's Committee.",
            },
        },
        {
            "name": {"vi": "Thông báo", "en": "Notices"},
            "slug": {"vi": "thong-bao", "en": "notices"},
            "description": {
                "vi": "Lịch tiếp công dân, lịch công tác và các thông báo khẩn.",
                "en": "Citizens' reception, schedules and urgent notices.",
            },
        },
        {
            "name": {"vi": "Lấy ý kiến", "en": "Public consultation"},
            "slug": {"vi": "lay-y-kien", "en": "consultation"},
            "description": {
                "vi": "Dự thảo văn bản mời người dân và doanh nghiệp góp ý.",
                "en": "Drafts on which citizens and businesses are asked for their opinion.",
            },
        },
        {
            "name": {"vi": "Cải cách hành chính", "en": "Administrative reform"},
            "slug": {"vi": "cai-cach-hanh-chinh", "en": "reform"},
            "description": {
                "vi": "Thủ tục, dịch vụ công trực tuyến và chuyển đổi số.",
                "en": "Procedures, online public services and digital transformation.",
            },
        },
    ],
    "menu_pages": ["gioi-thieu", "lien-he"],
    "footer_pages": ["gioi-thieu", "lien-he", "tro-giup", "tuyen-bo-tro-nang"],
    "languages": ["vi", "en"],
}

# ─── The pipeline ────────────────────────────────────────────────────────────────────────────────
# Top to bottom is the order within each stage (plugins/core/pipeline.py lists the stages). Any
# folder but core's may be deleted: its row is then passed over.

_PIPELINE = (
    "core",  #         all                        reads, joins and writes the documents
    "outline",  #      source, tree               headings: anchors, levels, the table of contents
    "tables",  #       tree                       tables that scroll and name their header cells
    "glossary",  #     tree                       abbreviations and foreign words
    "photos",  #       source, tree, documents    figures, derivatives, social pictures
    "attachments",  #  tree, written              files beside an article
    "proofreading",  # source, tree, documents    wording, characters, numbers, names
    "speech",  #       tree, documents, written   sentences and how they are spoken
    "related",  #      documents                  articles on the same matter
    "feeds",  #        documents, written         Atom, RSS and JSON
    "listings",  #     pages                      home, categories, tags, archive, site map, 404
    "hosting",  #      documents, pages, written  headers, redirects, security.txt
    "sitemap",  #      written                    sitemap.xml and robots.txt
    # Begun before the PDFs, and waited for when all else is written.
    "search",  #       paper, pages, written      the search page and its index
    "paper",  #        tree, documents, paper     PDF and the QR code
    "audit",  #        written                    what is wrong in the finished tree
    "editing",  #      written                    the page to write articles in, where it is public
    "compression",  #  written                    smaller copies of every text
    "manifest",  #     written                    the sum of every file
)
PLUGINS = [
    f"plugins.{name}" for name in _PIPELINE if (_HERE / "plugins" / name / "__init__.py").is_file()
]

# ─── Pelican ─────────────────────────────────────────────────────────────────────────────────────

SITENAME = SITE["short_name"]["vi"]
SITEURL = ""
IS_PRODUCTION = False
PATH = "content"
OUTPUT_PATH = "output"
CACHE_DIR = ".cache"
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
# A name that a template mistypes stops the build; what a plugin adds is in `extras`, never absent.
JINJA_ENVIRONMENT = {
    "undefined": StrictUndefined,
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # A build takes each template as it is when it is first used, and forgets none.
    "auto_reload": False,
    "cache_size": -1,
}
# `Build.output` writes what changed and deletes what no longer belongs there.
DELETE_OUTPUT_DIRECTORY = False

# docutils warns about languages that it has no table for, Vietnamese among them.
READERS = {"rst": None, "html": None}

# Core's generator reads every source and writes every page, in every language: Pelican's own
# readers and writers have nothing to do. Originals are never published.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
