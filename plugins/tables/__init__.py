"""Tables of articles: captions, head cells, and a frame that scrolls on small screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.tables.markup import dress_tables

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.source import Source

_LABELS = {"vi": "Bảng số liệu", "en": "Table"}


def dress_tables_of(_build: Build, source: Source, tree: HtmlElement) -> None:
    dress_tables(tree, _LABELS[source.view.lang])


def register() -> None:
    pipeline.on_tree(dress_tables_of)
