"""The last look before the public sees a site: everything in the finished tree is checked."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.audit.book import with_book
from plugins.audit.course import find_problems
from plugins.audit.looking import Looking
from plugins.audit.recipe import recipe_for
from plugins.audit.settings import AuditSettings
from plugins.audit.site import Site
from plugins.audit.weights import Scales, find_unknown_templates
from plugins.core import pipeline
from plugins.core.generating import refuse_problems

if TYPE_CHECKING:
    from plugins.audit.book import Book
    from plugins.core.build import Build

_SETTINGS_FILE = "pelicanconf.py"


def audit_output(build: Build) -> None:
    """Check every file of the output; raise ProblemsFoundError that tells all that is wrong."""
    settings, output = build.options_of(AuditSettings), build.output
    if not (build.is_production or settings.in_previews):
        return
    stamps = output.stamps()
    site = Site(
        address=build.urls.absolute("") if build.urls.site_url else "",
        base_path=build.urls.base_path,
        files={place: stamp[0] for place, stamp in stamps.items()},
    )
    scales = Scales(site, settings, _templates_of(build))

    def audit(book: Book) -> None:
        # Production has a manifest, which asks for the sums of all files.
        looking = Looking(output, site, book, is_summed=build.is_production)
        build.problems.extend(find_problems(looking, stamps, scales, book))

    known = [path.stem for path in (build.theme_dir / "templates").glob("*.html")]
    build.problems.extend(find_unknown_templates(settings, known, _SETTINGS_FILE))
    with_book(build.cache_dir / "audit" / "book.sqlite3", recipe_for(site), audit)
    refuse_problems(build)


def _templates_of(build: Build) -> dict[str, str]:
    """Return the name of each page's template, by the page's place."""
    names = {template: PurePosixPath(template).stem for template in _used_templates(build)}
    return {page.save_as: names[page.template] for page in build.written_pages}


def _used_templates(build: Build) -> set[str]:
    return {page.template for page in build.written_pages}


def register() -> None:
    pipeline.declare_settings("AUDIT", AuditSettings)
    pipeline.on_written(audit_output)
