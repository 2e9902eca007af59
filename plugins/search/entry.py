"""What is found of a document: its words, what can be filtered by, and what a result shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from plugins.core.article import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plugins.core.document import Document, Picture
    from plugins.search.text import Text

# Bodies are serialised by lxml, which leaves no bare "<" or ">" in texts and attributes.
_HIDDEN = re.compile(r'<a class="footnote-backref".*?</a>|<(script|style|svg)\b.*?</\1>', re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|u|wbr)\b[^>]*>")
_BLOCK = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as search knows it; `date` is ISO, "" where there is none. `body` is HTML.

    `kinds` are among news, notice, document and page; `extra` are texts that stand in attached
    files, with their titles.
    """

    url: str
    title: str
    summary: str
    body: Text
    date: str = ""
    category: str = ""
    kinds: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    extra: tuple[tuple[str, Text], ...] = ()
    photo: tuple[str, int, int, int] | None = None

    @property
    def year(self) -> str:
        return self.date[:4]


def describe(
    document: Document, body: Text, notice_categories: Sequence[str], texts: Mapping[str, Text]
) -> Entry:
    """Return the entry of a document; `texts` are those of attached files by their names."""
    view, extras = document.view, document.extras
    return Entry(
        url=view.url,
        title=view.title,
        summary=view.summary,
        body=body,
        date=f"{view.date:%Y-%m-%dT%H:%M}" if view.date else "",
        category=view.category.name if view.category else "",
        kinds=tuple(_kinds_of(document, notice_categories)),
        attachments=tuple(f"{file.title} {file.number or ''}".strip() for file in view.attachments),
        extra=tuple((f.title, texts[f.file]) for f in view.attachments if f.file in texts),
        photo=_smallest(extras.cover) if extras.cover else None,
    )


def _kinds_of(document: Document, notice_categories: Sequence[str]) -> list[str]:
    view = document.view
    if view.kind is Kind.PAGE:
        return ["page"]
    is_notice = view.category is not None and view.category.slug in notice_categories
    return ["notice" if is_notice else "news", *(["document"] if view.attachments else [])]


def _smallest(cover: Picture) -> tuple[str, int, int, int]:
    """Return a cover's smallest derivative that any browser with WebAssembly shows."""
    candidates = cover.sources[-1][1] if cover.sources else cover.src
    return candidates.split(",")[0].split(" ")[0], cover.width_px, cover.height_px, cover.tone


def paragraphs_of(html: str) -> list[str]:
    """Return the texts of a body's blocks, in their order."""
    bare = _BLOCK.sub("\n", _INLINE.sub("", _HIDDEN.sub("", html)))
    return [text for text in _BREAK.split(unescape(bare).strip()) if text]
