"""From documents to what a search page looks into: the indexes and the titles of a language."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.forking import set_aside
from plugins.core.placing import stamp_of
from plugins.search.attached import find_pdfs, read_pdfs
from plugins.search.engine import find_engine
from plugins.search.entry import describe
from plugins.search.indexes import Job, key_of, key_of_program, make_indexes, sweep
from plugins.search.parts import cut_into_parts
from plugins.search.pool import Pool, name_entry
from plugins.search.settings import SearchSettings
from plugins.search.text import Text
from plugins.search.titles import name_of, render_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.forking import Aside
    from plugins.search.entry import Entry

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


class Preparation:
    """The search of each language: known at once, while another core makes what it looks into."""

    def __init__(self, build: Build) -> None:
        engine = find_engine(build.project_dir, build.options_of(SearchSettings).engine)
        attached = read_attached(build)
        self._jobs: list[Job] = []
        self.searches: dict[str, Search] = {}
        for lang in build.office.languages:
            entries = _describe_all(build, lang, attached)
            jobs = _plan(build, lang, entries, engine) if engine and entries else []
            self.searches[lang] = _search_of(build, lang, entries.values(), jobs)
            self._jobs += jobs
        self._cache_dir = build.cache_dir / "search"
        self._pool = Pool(self._cache_dir / "entries")
        self._due = [job for job in self._jobs if not _is_there(job.folder)]
        self._make = partial(make_indexes, self._pool, self._due)
        self._aside: Aside[str] | None = None

    def begin(self) -> None:
        """Let another core, if there is one, make what is not there yet."""
        self._aside = set_aside(self._make) if self._due else None
        if self._aside is not None:
            self._aside.begin()

    def has_jobs(self) -> bool:
        """Tell whether there is an index to be made."""
        return bool(self._due)

    def finish(self) -> str:
        """Wait for the indexes; return what went wrong, "" where nothing did."""
        sweep(self._cache_dir / "indexes", len(self._jobs))
        if not self._due:
            return ""
        said = self._make() if self._aside is None else self._aside.result()
        self._pool.sweep({name for job in self._jobs for name in job.entries})
        return said


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


def _describe_all(
    build: Build, lang: str, attached: Mapping[str, Mapping[str, Text]]
) -> dict[Document, Entry]:
    """Return the entry of each document of a language; `attached` has the files' texts."""
    categories = build.options_of(SearchSettings).notice_categories
    return {
        d: describe(d, _text_of(build, d), categories, attached.get(d.view.path, {}))
        for d in (*build.articles(lang), *build.pages(lang))
    }


def _text_of(build: Build, document: Document) -> Text:
    """Return a document's HTML, which is read only where it may be another one."""
    name = f"search:{document.view.path}"

    def fetch() -> str:
        return document.html

    total = build.ledger.keep(name, document.html_stamp, lambda: digest(fetch()))
    return Text(total, fetch)


def _plan(build: Build, lang: str, entries: Mapping[Document, Entry], engine: Path) -> list[Job]:
    """Return the indexes of a language, those too that are there already."""
    jobs, engine_sum = [], _sum_file(build, engine)
    for part in cut_into_parts(list(entries), build.options_of(SearchSettings)):
        found = {name_entry(entries[d]): entries[d] for d in part.documents}
        folder = build.cache_dir / "search" / "indexes" / key_of(found, lang, engine_sum)
        jobs.append(Job(engine, folder, lang, part.name, found))
    return jobs


def _is_there(folder: Path) -> bool:
    """Tell whether an index was made before, and note that it is used."""
    with suppress(FileNotFoundError):
        os.utime(folder)
        return True
    return False


def _search_of(build: Build, lang: str, entries: Iterable[Entry], jobs: Sequence[Job]) -> Search:
    """Return what a language's page looks into; without indexes, the titles alone."""
    titles = render_titles(entries)
    titles_place = f"{FOLDER}/{lang}/{name_of(titles)}"
    program_place = ""
    if jobs:
        key = key_of_program(_sum_file(build, jobs[0].engine))
        program_place = f"{FOLDER}/{lang}/engine-{key}/"
    places = [f"{FOLDER}/{lang}/{job.folder.name}/" for job in jobs]
    return Search(
        titles_url=build.urls.path(titles_place),
        titles_place=titles_place,
        titles=titles,
        program_url=build.urls.path(program_place) if jobs else "",
        program_place=program_place,
        index_urls=tuple(map(build.urls.path, places)),
        indexes=tuple(zip([job.folder for job in jobs], places, strict=True)),
    )
