"""Bulletins: the articles of a month, of a category or of both, for one PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.wording import load_wording, make_translator
from plugins.paper.qr import QrCode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from plugins.core.article import ArticleView
    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.paper.settings import BulletinSettings

TEMPLATE = "paper-bulletin.html"
ARTICLE = "paper-article.html"
_FILE_NAMES = {"vi": "ban-tin", "en": "bulletin"}
_ID = re.compile(r'(\sid="|\shref="#|\saria-labelledby=")')


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin in one language. `page_url` is the listing that it prints, `url` its own PDF's."""

    lang: str
    title: str
    url: str
    page_url: str
    date: datetime
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a bulletin; the ids in its HTML begin with its anchor."""

    anchor: str
    view: ArticleView
    html: str


def list_bulletins(
    build: Build, chosen: BulletinSettings, *, every_month: bool
) -> Iterator[Bulletin]:
    """Yield the bulletins of every edition: of all months, and the one that was asked for."""
    for lang in build.office.languages:
        articles = sorted(build.articles(lang), key=_order)
        wanted = {(chosen.month, chosen.category)} if chosen.month or chosen.category else set()
        if every_month:
            wanted |= {(f"{document.view.date:%Y-%m}", "") for document in articles}
        for month, category in sorted(wanted):
            found = tuple(d for d in articles if _is_in(d.view, month, category))
            if found:
                yield _describe(build, month, category, found)


def render_bulletin(build: Build, bulletin: Bulletin, absolute: Callable[[str], str]) -> str:
    """Return a bulletin's whole page."""
    t = make_translator(load_wording(build.theme_dir, bulletin.lang), bulletin.lang)
    covers = (document.extras.cover for document in reversed(bulletin.documents))
    context = {
        "document": bulletin.documents[0],
        "absolute": absolute,
        "bulletin": bulletin,
        "code": QrCode(encode(absolute(bulletin.page_url)), t("qr_title")),
        "cover": next((cover for cover in covers if cover and cover.alt), None),
        "entries": [
            _entry(build, f"bai-{number}", document, absolute)
            for number, document in enumerate(bulletin.documents, 1)
        ],
    }
    return build.render(TEMPLATE, context)


def keep_ids_apart(html: str, prefix: str) -> str:
    """Return HTML whose ids, and what refers to them, begin with a prefix."""
    return _ID.sub(rf"\g<1>{prefix}-", html)


def _entry(build: Build, anchor: str, document: Document, absolute: Callable[[str], str]) -> Entry:
    html = build.render(ARTICLE, {"document": document, "absolute": absolute})
    return Entry(anchor, document.view, keep_ids_apart(html, anchor))


def _is_in(view: ArticleView, month: str, category: str) -> bool:
    is_of_month = month in ("", f"{view.date:%Y-%m}")
    return is_of_month and (not category or bool(view.category and view.category.slug == category))


def _describe(build: Build, month: str, category: str, documents: tuple[Document, ...]) -> Bulletin:
    last = documents[-1].view
    if last.date is None:
        raise ValueError(last.path)  # articles have dates: their reader refuses others
    t = make_translator(load_wording(build.theme_dir, last.lang), last.lang)
    key = "_".join(("bulletin", *["month"] * bool(month), *["category"] * bool(category)))
    name = last.category.name if last.category else ""
    page_url = build.urls.category(last.lang, category)
    if month:
        page_url = build.urls.month(last.lang, last.date.year, last.date.month)
    file = "-".join(part for part in (_FILE_NAMES[last.lang], category, month) if part)
    return Bulletin(
        lang=last.lang,
        title=t(key, month=last.date.month, year=last.date.year, name=name),
        url=f"{page_url}{file}.pdf",
        page_url=page_url,
        date=last.date,
        documents=documents,
    )


def _order(document: Document) -> tuple[float, str]:
    view = document.view
    return view.date.timestamp() if view.date else 0.0, view.path
