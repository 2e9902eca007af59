"""Pages of the built site by what they show, whatever their articles are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "home": "/",
    "report": "article:hoi-nghi-tong-ket-cong-tac-van-phong",
    "gallery": 'marked:class="gallery',
    "contents": 'marked:class="contents',
    "table": "marked:<table",
    "attachments": 'marked:class="attachment',
    "category": "/chuyen-muc/tin-tuc/",
    "tag": "glob:the/*/index.html",
    "archive": "/luu-tru/",
    "month": "glob:20*/*/index.html",
    "page": "/gioi-thieu/",
    "contact": "/lien-he/",
    "site-map": "/so-do-trang/",
    "search": "/tim-kiem/",
    "not-found": "/404.html",
    "english-home": "/en/",
    "english-search": "/en/search/",
    "english-article": "glob:en/20*/*/*/*/index.html",
}


def find_page(site: Path, name: str) -> str:
    """Return the path on the host of one of `PAGES`."""
    kind, _, what = PAGES[name].partition(":")
    if not what:
        return kind
    if kind == "glob":
        return _path_of(site, min(site.glob(what)))
    articles = sorted(site.glob("20*/*/*/*/index.html"))
    if kind == "article":
        return _path_of(site, next(file for file in articles if file.parent.name == what))
    return _path_of(site, next(file for file in articles if what in file.read_text("utf-8")))


def _path_of(site: Path, file: Path) -> str:
    return f"/{file.parent.relative_to(site).as_posix()}/"
