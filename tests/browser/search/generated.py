"""A generated archive behind the real search page: recent years and older ones apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.search import borrow_page, start
from bench.search_archive import generate_articles
from plugins.search.entry import paragraphs_of
from plugins.search.parts import cut_into_parts
from plugins.search.preparing import Preparation
from plugins.search.settings import SearchSettings

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.document import Document

SETTINGS = SearchSettings(archive_from_articles=50, articles_per_index=120)
_ARTICLES = 320


@dataclass(frozen=True)
class Archive:
    """The site's folder, what is in it, and where its indexes are."""

    folder: Path
    documents: tuple[Document, ...]
    recent: tuple[Document, ...]
    recent_url: str
    older_url: str
    text: str = field(repr=False)


def build_archive(site: Path, folder: Path) -> Archive:
    """Make a site of generated articles' index and a built site's search page."""
    build = start(folder / "cache")
    build.options = {**build.options, SearchSettings: SETTINGS}
    build.documents = list(generate_articles(_ARTICLES))
    preparation = Preparation(build)
    assert preparation.finish() == ""
    made = preparation.searches["vi"]
    borrow_page(site, folder / "site", made)
    parts = cut_into_parts(build.documents, SETTINGS)
    texts = (
        " ".join([d.view.title, d.view.summary, *paragraphs_of(d.html)]) for d in build.documents
    )
    return Archive(
        folder=folder / "site",
        documents=tuple(build.documents),
        recent=parts[0].documents,
        recent_url=made.index_urls[0],
        older_url=made.index_urls[1],
        text=" ".join(texts).lower(),
    )
