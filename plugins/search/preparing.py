"""From documents to what a search page looks into: the indexes and the titles of a language."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.placing import stamp_of
from plugins.search.attached import find_pdfs, read_pdfs
from plugins.search.engine import EngineError, find_engine
from plugins.search.entry import describe
from plugins.search.indexes import Indexer, key_of_program
from plugins.search.parts import cut_into_parts
from plugins.search.settings import SearchSettings
from plugins.search.text import Text
from plugins.search.titles import name_of, render_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.search.parts import Part

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


class Preparation:
    """A language's search on its way: begun once bodies are final, finished for its page."""

    def __init__(self, build: Build, lang: str, attached: Mapping[str, Mapping[str, Text]]) -> None:
        self._build, self._lang = build, lang
        categories = build.options_of(SearchSettings).notice_categories
        documents = [*build.articles(lang), *build.pages(lang)]
        self._entries = {
            d: describe(d, _text_of(build, d), categories, attached.get(d.view.path, {}))
            for d in documents
        }
        self._indexer = _make_indexer(build, lang)
        self._folders: list[Path] = []
        if self._indexer is not None and documents:
            self._begin(self._indexer, cut_into_parts(documents, build.options_of(SearchSettings)))

    def _begin(self, indexer: Indexer, parts: Sequence[Part]) -> None:
        with self._doing_without():
            self._folders = [
                indexer.begin([self._entries[d] for d in part.documents], part.name)
                for part in parts
            ]

    def settle(self) -> None:
        """Wait for the index that is being made."""
        if self._indexer is not None:
            with self._doing_without():
                self._indexer.finish()

    @contextmanager
    def _doing_without(self) -> Iterator[None]:
        """Let titles be all that is found where the engine goes wrong."""
        try:
            yield
        except (EngineError, OSError) as error:
            sys.stderr.write(f"→ Pagefind: {error}\n")
            self._folders, self._indexer = [], None

    def finish(self) -> Search:
        """Return the language's search, its indexes made."""
        self.settle()
        urls, lang, made = self._build.urls, self._lang, self._folders
        places = tuple((folder, f"{FOLDER}/{lang}/{folder.name}/") for folder in made)
        titles = render_titles(self._entries.values())
        titles_place = f"{FOLDER}/{lang}/{name_of(titles)}"
        program_place = f"{FOLDER}/{lang}/engine-{key_of_program(made[0])}/" if made else ""
        return Search(
            titles_url=urls.path(titles_place),
            titles_place=titles_place,
            titles=titles,
            program_url=urls.path(program_place) if made else "",
            program_place=program_place,
            index_urls=tuple(urls.path(place) for _, place in places),
            indexes=places,
        )


def prepare(build: Build, lang: str, attached: Mapping[str, Mapping[str, Text]]) -> Search:
    """Return a language's search, its indexes made."""
    return Preparation(build, lang, attached).finish()


def _make_indexer(build: Build, lang: str) -> Indexer | None:
    engine = find_engine(build.project_dir, build.options_of(SearchSettings).engine)
    cache_dir = build.cache_dir / "search" / "indexes"
    return None if engine is None else Indexer(lang, engine, cache_dir)
