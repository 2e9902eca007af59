"""From documents to what a search page looks into: the indexes and the titles of a language."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.placing import stamp_of
from plugins.search.attached import find_pdfs, read_pdfs
from plugins.search.engine import EngineError, find_engine
from plugins.search.entry import Entry, describe
from plugins.search.indexes import key_of_program, make_index
from plugins.search.parts import cut_into_parts
from plugins.search.settings import SearchSettings
from plugins.search.text import Text
from plugins.search.titles import name_of, render_titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document

FOLDER = "search-index"


@dataclass(frozen=True, slots=True)
class Search:
    """What a search page looks into; addresses are paths on the host, places are in the output.

    `program_url` is the engine's folder, "" without one; `index_urls` are the folders of the recent
    index and of older years'. `indexes` pairs a folder of the cache with its place.
    """

    titles_url: str
    titles_place: str
    titles: str
    program_url: str = ""
    program_place: str = ""
    index_urls: tuple[str, ...] = ()
    indexes: tuple[tuple[Path, str], ...] = ()


def read_attached(build: Build) -> dict[str, dict[str, Text]]:
    """Return the texts of attached files by their document's source and their names."""
    pdfs = find_pdfs(build.documents)
    pages = build.options_of(SearchSettings).pdf_pages
    sums = {path: _sum_file(build, path) for path in pdfs.values() if pages}
    texts = read_pdfs(sums, pages, build.cache_dir / "search" / "attached", build.executor)
    found: dict[str, dict[str, Text]] = {}
    for (source, file), path in pdfs.items():
        if path in texts:
            found.setdefault(source, {})[file] = texts[path]
    return found


def _sum_file(build: Build, path: Path) -> str:
    name, base = f"search:{path}", repr(stamp_of(path.stat()))
    return build.ledger.keep(name, base, lambda: digest(path.read_bytes()))


def _text_of(build: Build, document: Document) -> Text:
    """Return a document's HTML, which is read only where it may be another one."""
    name = f"search:{document.view.path}"

    def fetch() -> str:
        return document.html

    total = build.ledger.keep(name, document.html_stamp, lambda: digest(fetch()))
    return Text(total, fetch)


def prepare(build: Build, lang: str, attached: Mapping[str, Mapping[str, Text]]) -> Search:
    """Return a language's search, its indexes made."""
    categories = build.options_of(SearchSettings).notice_categories
    documents = [*build.articles(lang), *build.pages(lang)]
    entries = {
        d: describe(d, _text_of(build, d), categories, attached.get(d.view.path, {}))
        for d in documents
    }
    made = _make_indexes(build, lang, documents, entries)
    places = tuple((folder, f"{FOLDER}/{lang}/{folder.name}/") for folder in made)
    titles = render_titles(entries.values())
    titles_place = f"{FOLDER}/{lang}/{name_of(titles)}"
    program_place = f"{FOLDER}/{lang}/engine-{key_of_program(made[0])}/" if made else ""
    return Search(
        titles_url=build.urls.path(titles_place),
        titles_place=titles_place,
        titles=titles,
        program_url=build.urls.path(program_place) if made else "",
        program_place=program_place,
        index_urls=tuple(build.urls.path(place) for _, place in places),
        indexes=places,
    )


def _make_indexes(
    build: Build, lang: str, documents: Sequence[Document], entries: Mapping[Document, Entry]
) -> list[Path]:
    settings, cache_dir = build.options_of(SearchSettings), build.cache_dir / "search" / "indexes"
    engine = find_engine(build.project_dir, settings.engine)
    if engine is None or not documents:
        return []
    parts = cut_into_parts(documents, settings)
    try:
        return [
            make_index([entries[d] for d in part.documents], lang, engine, cache_dir, part.name)
            for part in parts
        ]
    except (EngineError, OSError) as error:
        sys.stderr.write(f"→ Pagefind: {error}\n")
        return []
