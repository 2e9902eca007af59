"""Samples of core's types for tests: right by default, each test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.core.article import ArticleView, Kind, Term
from plugins.core.build import Build
from plugins.core.document import Document
from plugins.core.html import parse, serialise
from plugins.core.output import Output
from plugins.core.sections import load_office
from plugins.core.source import Source
from plugins.core.text import slugify
from plugins.core.urls import Urls

THEME = Path(__file__).resolve().parents[2] / "theme"
ZONE = "Asia/Ho_Chi_Minh"
SITE: dict[str, Any] = {
    "name": {"vi": "Văn phòng", "en": "The Office"},
    "short_name": "VP",
    "slogan": {"vi": "Vì dân", "en": "For the people"},
    "publisher": {"vi": "Văn phòng tỉnh", "en": "Provincial Office"},
    "responsible": "Chánh Văn phòng",
    "address": "Số 1",
    "telephone": "+84 205 3999 123",
    "email": "vp@example.org",
    "categories": [
        {
            "name": {"vi": "Tin tức", "en": "News"},
            "slug": {"vi": "tin-tuc", "en": "news"},
            "description": {"vi": "Các tin.", "en": "The news."},
        },
        {
            "name": {"vi": "Thông báo", "en": "Notices"},
            "slug": {"vi": "thong-bao", "en": "notices"},
            "description": {"vi": "Các thông báo.", "en": "The notices."},
        },
    ],
}
OFFICE = load_office(SITE)
URLS = Urls("https://example.org", "vi")
NEWS = Term("tin-tuc", "Tin tức", "/chuyen-muc/tin-tuc/")


def moment(text: str) -> datetime:
    """Return "2021-01-20 08:00" in the office's time zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


def make_view(name: str = "hop-bao", **changes: Any) -> ArticleView:  # noqa: ANN401 - any field
    """Return a published article of the folder 2021/<name>."""
    view = ArticleView(
        kind=Kind.ARTICLE,
        path=f"2021/{name}/index.md",
        folder=f"/nowhere/content/2021/{name}",
        key=f"2021/{name}",
        lang="vi",
        slug=slugify(name),
        url=f"/2021/01/20/{slugify(name)}/",
        save_as=f"2021/01/20/{slugify(name)}/index.html",
        title="Họp báo",
        summary="Sáng 20/01, Văn phòng họp báo.",
        date=moment("2021-01-20 08:00"),
        category=NEWS,
        lines=(("title", 2), ("date", 3), ("tags", 5)),
    )
    if "folder" in changes:
        changes["folder"] = str(changes["folder"])
    return replace(view, **changes)


def make_document(name: str = "hop-bao", html: str = "", **changes: Any) -> Document:  # noqa: ANN401 - any field
    return Document(make_view(name, **changes), html)


def make_source(body: str = "", **changes: Any) -> Source:  # noqa: ANN401 - any field of the view
    """Return a source whose body begins in line 8."""
    view = make_view(**changes)
    return Source(f"content/{view.path}", Path(view.folder), view, body, 8)


def make_build(root: Path, *documents: Document, **options: object) -> Build:
    """Return a build in the folder `root`, with the settings given: `FeedSettings=…`."""
    return Build(
        office=OFFICE,
        urls=URLS,
        project_dir=root,
        content_dir=root / "content",
        output=Output.remembered_in(root / "cache", root / "output"),
        cache_dir=root / "cache",
        theme_dir=THEME,
        timezone=ZONE,
        is_production=False,
        options={type(option): option for option in options.values()},
        documents=list(documents),
    )


def rewritten(html: str, change: Any, *arguments: object) -> str:  # noqa: ANN401 - any tree step
    """Return the HTML after a step has changed its tree."""
    tree = parse(html)
    change(tree, *arguments)
    return serialise(tree)
