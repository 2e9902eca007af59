"""The last look before the public sees a site: everything in the finished tree is checked."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.audit.between import explain, find_suspects
from plugins.audit.book import with_book
from plugins.audit.looking import look_at_files, read_page
from plugins.audit.recipe import recipe_for
from plugins.audit.settings import AuditSettings
from plugins.audit.site import Site
from plugins.audit.weights import Scales, find_unknown_templates
from plugins.core import pipeline
from plugins.core.generating import refuse_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.audit.book import Book
    from plugins.audit.ties import Ties
    from plugins.core.build import Build
    from plugins.core.problems import Problem


# Pages that many others lead to, when it has to be told what is wrong with their links.
_REMEMBERED = 512
_SETTINGS_FILE = "pelicanconf.py"


def audit_output(build: Build) -> None:
    """Check every file of the output; raise ProblemsFoundError that tells all that is wrong."""
    settings = build.options_of(AuditSettings)
    if not (build.is_production or settings.in_previews):
        return
    site = Site(
        address=build.urls.absolute("") if build.urls.site_url else "",
        base_path=build.urls.base_path,
        files={name: build.output.size_of(name) for name in build.output.places()},
    )

    def audit(book: Book) -> None:
        build.problems.extend(_find_problems(build, settings, site, book))

    path = build.cache_dir / "audit" / "book.sqlite3"
    with_book(path, recipe_for(site), audit)
    refuse_problems(build)


def _find_problems(
    build: Build, settings: AuditSettings, site: Site, book: Book
) -> Iterator[Problem]:
    yield from look_at_files(build.output, site, book)
    read = lru_cache(_REMEMBERED)(partial(read_page, build.output.folder))
    yield from explain(find_suspects(book, site), site, read)
    yield from _weigh(build, settings, site, book.pages())


def _weigh(
    build: Build, settings: AuditSettings, site: Site, pages: Iterable[Ties]
) -> Iterator[Problem]:
    """Yield the pages that are too heavy, and the budgets that no page can have."""
    known = [path.stem for path in (build.theme_dir / "templates").glob("*.html")]
    yield from find_unknown_templates(settings, known, _SETTINGS_FILE)
    templates = {page.save_as: PurePosixPath(page.template).stem for page in build.written_pages}
    yield from Scales(site, settings, templates).find_heavy(pages)


def register() -> None:
    pipeline.declare_settings("AUDIT", AuditSettings)
    pipeline.on_written(audit_output)
