"""Search without a server: a page that looks into an index made with the site."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.page import Alternate, Page
from plugins.core.wording import load_wording, make_translator
from plugins.search.indexes import publish_index
from plugins.search.opensearch import Engine, describe
from plugins.search.policy import POLICY
from plugins.search.preparing import Preparation
from plugins.search.settings import SearchSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.build import Build
    from plugins.search.preparing import Search

_TITLES_ONLY = (
    "→ Không lập được chỉ mục (thiếu Pagefind: make engine), chỉ tìm được theo tiêu đề. / "
    "No search index (Pagefind is missing: make engine), only titles are found.\n"
)
_FAILED = (
    "→ Không lập được chỉ mục, chỉ tìm được theo tiêu đề cho đến lần dựng sau. / "
    "No search index, only titles are found until the next build. Pagefind: {said}\n"
)


class Searching:
    """The search of one run: begun once bodies are final, published when all else is there."""

    def __init__(self) -> None:
        self._preparation: Preparation | None = None

    def begin(self, build: Build) -> None:
        # The one before ends first, where a build was given up: the engine takes much memory.
        self._preparation = None
        self._preparation = Preparation(build)
        # Where somebody waits for the pages, they come first.
        if build.show_so_far is None:
            self._preparation.begin()

    def make_pages(self, build: Build) -> Iterator[Page]:
        """Yield the search page of each language; it leads to indexes that are still being made."""
        searches = {} if self._preparation is None else self._preparation.searches
        if not any(search.indexes for search in searches.values()):
            sys.stderr.write(_TITLES_ONLY)
        for lang, search in searches.items():
            yield _page_of(build, lang, search)

    def publish(self, build: Build) -> None:
        """Wait for the indexes, and put into the output what the search pages ask for.

        Where one of them cannot be had, the page finds titles.
        """
        preparation, self._preparation = self._preparation, None
        if preparation is None:
            return
        if build.show_so_far is not None and preparation.has_jobs():
            build.show_so_far()
        if said := preparation.finish():
            sys.stderr.write(_FAILED.format(said=said))
        for search in preparation.searches.values():
            build.output.write(search.titles_place, search.titles.encode())
            for folder, place in search.indexes:
                publish_index(folder, build.output, place, search.program_place)


def _page_of(build: Build, lang: str, search: Search) -> Page:
    t = make_translator(load_wording(build.theme_dir, lang), lang)
    url = build.urls.search(lang)
    return Page(
        save_as=build.urls.save_as(url),
        url=url,
        template="search.html",
        lang=lang,
        title=t("search"),
        description=t("search_description"),
        alternates=tuple(Alternate(o, build.urls.search(o)) for o in build.office.languages),
        policy=POLICY,
        context={"search": search},
    )


def write_descriptions(build: Build) -> None:
    """Write what lets browsers search here by themselves; their addresses have to be full ones."""
    if not build.urls.site_url:
        return
    for page in build.written_pages:
        if "search" in page.context:
            url = build.urls.opensearch(page.lang)
            build.output.write(build.urls.place_of(url), describe(_engine(build, page, url)))


def _engine(build: Build, page: Page, url: str) -> Engine:
    absolute, office = build.urls.absolute, build.office
    return Engine(
        lang=page.lang,
        short_name=office.short_name[page.lang],
        name=office.name[page.lang],
        description=page.description,
        contact=office.email,
        page=absolute(page.url),
        own_address=absolute(url),
        picture=absolute(build.assets["images/logo.svg"]),
    )


def register() -> None:
    pipeline.declare_settings("SEARCH", SearchSettings)
    searching = Searching()
    pipeline.on_paper(searching.begin)
    pipeline.on_pages(searching.make_pages)
    pipeline.on_written(searching.publish)
    pipeline.on_written(write_descriptions)
