"""Search without a server: a page that looks into an index made with the site."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.page import Alternate, Page
from plugins.core.wording import load_wording, make_translator
from plugins.search.indexes import publish_index, sweep
from plugins.search.opensearch import Engine, describe
from plugins.search.policy import POLICY
from plugins.search.preparing import Preparation, Search, read_attached
from plugins.search.settings import SearchSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.build import Build

_TITLES_ONLY = (
    "→ Không lập được chỉ mục (thiếu Pagefind: make engine), chỉ tìm được theo tiêu đề. / "
    "No search index (Pagefind is missing: make engine), only titles are found.\n"
)


_preparations: dict[str, Preparation] = {}


def begin_indexes(build: Build) -> None:
    """Let the engine begin: it works on a core of its own while documents are printed."""
    attached = read_attached(build)
    _preparations.clear()
    for lang in build.office.languages:
        for other in _preparations.values():
            # The engine takes much memory: never two at once.
            other.settle()
        _preparations[lang] = Preparation(build, lang, attached)


def make_pages(build: Build) -> Iterator[Page]:
    """Yield the search page of each language, once its indexes are made."""
    found = {lang: one.finish() for lang, one in _preparations.items()}
    _preparations.clear()
    if not any(search.indexes for search in found.values()):
        sys.stderr.write(_TITLES_ONLY)
    for lang, search in found.items():
        t = make_translator(load_wording(build.theme_dir, lang), lang)
        url = build.urls.search(lang)
        yield Page(
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


def publish_indexes(build: Build) -> None:
    """Put into the output what the search pages ask for."""
    used = 0
    for page in build.written_pages:
        search = page.context.get("search")
        if isinstance(search, Search):
            build.output.write(search.titles_place, search.titles.encode())
            for folder, place in search.indexes:
                publish_index(folder, build.output, place, search.program_place)
            used += len(search.indexes)
    sweep(build.cache_dir / "search" / "indexes", used)


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
    pipeline.on_paper(begin_indexes)
    pipeline.on_pages(make_pages)
    pipeline.on_written(publish_indexes)
    pipeline.on_written(write_descriptions)
