"""From documents to what a search page looks into: the indexes and the titles of a language."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.search.attached import find_pdfs, read_pdfs
from plugins.search.engine import EngineError, find_engine
from plugins.search.entry import Entry, describe
from plugins.search.indexes import key_of_program, make_index
from plugins.search.parts import cut_into_parts
from plugins.search.settings import SearchSettings
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


def read_attached(build: Build) -> dict[str, dict[str, str]]:
    """Return the texts of attached files by their document's source and their names."""
    pdfs = find_pdfs(build.documents)
    pages = build.options_of(SearchSettings).pdf_pages
    texts = read_pdfs(pdfs.values(), pages, build.cache_dir / "search" / "attached", build.executor)
    found: dict[str, dict[str, str]] = {}
    for (source, file), path in pdfs.items():
        found.setdefault(source, {})[file] = texts.get(path, "")
    return found


def prepare(build: Build, lang: str, attached: Mapping[str, Mapping[str, str]]) -> Search:
    """Return a language's search, its indexes made."""
    categories = build.options_of(SearchSettings).notice_categories
    documents = [*build.articles(lang), *build.pages(lang)]
    entries = {d: describe(d, categories, attached.get(d.view.path, {})) for d in documents}
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
