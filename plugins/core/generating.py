"""The build's second half: from documents to written pages, stage by stage."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from plugins.core import pipeline
from plugins.core.assets import publish_assets
from plugins.core.catalogue import problem
from plugins.core.chrome import Chrome
from plugins.core.compiled import keep_compiled
from plugins.core.documents import (
    find_problems_between,
    is_published,
    join_neighbours,
    join_translations,
    put_in_order,
    resolve_links,
)
from plugins.core.page import page_of
from plugins.core.problems import ProblemsFoundError
from plugins.core.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.page import Page
    from plugins.core.problems import Problem


def assemble(build: Build, found: list[Document], environment: Environment) -> None:
    """Join the documents and run the stages "documents" and "paper".

    Raises ProblemsFoundError before anything is written where the sources have problems.
    """
    documents = put_in_order(found)
    views = [document.view for document in documents]
    build.documents = [d for d in documents if is_published(d)]
    build.problems.extend(find_problems_between(build.documents, views, build.content_dir.name))
    join_neighbours(build.documents)
    join_translations(build.documents)
    resolve_links(build.documents, views)
    _prepare_theme(build, environment)
    for step in pipeline.current().documents:
        step(build)
    refuse_problems(build)
    for step in pipeline.current().paper:
        step(build)
    refuse_problems(build)


def refuse_problems(build: Build) -> None:
    """Raise ProblemsFoundError where the build has found any that is no mere warning."""
    if build.problems.errors:
        raise ProblemsFoundError(build.problems.report())


def tell_warnings(build: Build) -> None:
    """Tell what an editor had better look at, now that nothing stops the build."""
    if len(build.problems):
        sys.stderr.write(f"{build.problems.report()}\n")


def _prepare_theme(build: Build, environment: Environment) -> None:
    build.environment = environment
    keep_compiled(environment, build.ledger)
    places = publish_assets(build.theme_dir / "static", build.output)
    build.assets = {place: build.urls.path(published) for place, published in places.items()}
    chrome = Chrome(build, ())

    def render(template: str, context: Mapping[str, object]) -> str:
        document: Any = context["document"]
        base = chrome.context_of(page_of(build, document))
        return environment.get_template(template).render({**base, **context})

    build.render = render


def gather_pages(build: Build) -> list[Page]:
    """Return every page of the site: the documents', then what features add."""
    pages = [page_of(build, document) for document in build.documents]
    for step in pipeline.current().pages:
        pages.extend(step(build))
    counts = Counter(page.save_as for page in pages)
    for page in pages:
        # Neither two pages in one file, nor a page where another's folder has to be.
        if counts[page.save_as] > 1 or any(folder in counts for folder in _above(page.save_as)):
            build.problems.add(_collision(build, page))
    refuse_problems(build)
    tell_warnings(build)
    build.written_pages = pages
    return pages


def _above(place: str) -> Iterator[str]:
    while "/" in place:
        place = place.rpartition("/")[0]
        yield place


def _collision(build: Build, page: Page) -> Problem:
    document: Any = page.context.get("document")
    name = f"{build.content_dir.name}/{document.view.path}" if document else page.save_as
    return problem("page-collides", name, 1, url=page.url, other="một trang khác")


def write_pages(build: Build, pages: list[Page]) -> int:
    """Put each page into the output, and run the stage "written"; return how many were rendered."""
    rendered = Renderer(build, pages).publish()
    for step in pipeline.current().written:
        step(build)
    build.output.sweep()
    build.output.save()
    return rendered
