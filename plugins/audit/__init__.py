"""The last look before the public sees a site: everything in the finished tree is checked."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.audit.between import find_problems_between
from plugins.audit.facts import read_facts
from plugins.audit.files import find_problems_of_file
from plugins.audit.pages import find_problems_of_page
from plugins.audit.settings import AuditSettings
from plugins.audit.site import Site
from plugins.audit.weights import Scales, find_unknown_templates
from plugins.core import pipeline
from plugins.core.generating import refuse_problems
from plugins.core.workers import map_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plugins.audit.facts import Facts
    from plugins.core.build import Build
    from plugins.core.problems import Problem


_SETTINGS_FILE = "pelicanconf.py"


def audit_output(build: Build) -> None:
    """Check every file of the output; raise ProblemsFoundError that tells all that is wrong."""
    settings = build.options_of(AuditSettings)
    if not (build.is_production or settings.in_previews):
        return
    names = build.output.places()
    places = [build.output_dir / name for name in names]
    site = Site(
        address=build.urls.absolute("") if build.urls.site_url else "",
        base_path=build.urls.base_path,
        files={name: build.output.size_of(name) for name in names},
    )
    look = partial(_look_at, build.output_dir, site)
    # Below some hundred files, starting workers takes longer than they save.
    looked = map_in_order(
        look, places, label="Kiểm tra", processes=len(places) >= settings.files_for_workers
    )
    for _, found in looked:
        build.problems.extend(found)
    pages = [facts for facts, _ in looked if facts is not None]
    build.problems.extend(find_problems_between(pages, site))
    build.problems.extend(_weigh(build, settings, site, pages))
    refuse_problems(build)


def _weigh(
    build: Build, settings: AuditSettings, site: Site, pages: Iterable[Facts]
) -> Iterator[Problem]:
    """Yield the pages that are too heavy, and the budgets that no page can have."""
    known = [path.stem for path in (build.theme_dir / "templates").glob("*.html")]
    yield from find_unknown_templates(settings, known, _SETTINGS_FILE)
    templates = {page.save_as: PurePosixPath(page.template).stem for page in build.written_pages}
    yield from Scales(site, settings, templates).find_heavy(pages)


def _look_at(output_dir: Path, site: Site, path: Path) -> tuple[Facts | None, list[Problem]]:
    if path.suffix != ".html":
        return None, list(find_problems_of_file(path, output_dir))
    data = path.read_bytes()
    facts = read_facts(path.relative_to(output_dir).as_posix(), data)
    return facts, list(find_problems_of_page(facts, site))


def register() -> None:
    pipeline.declare_settings("AUDIT", AuditSettings)
    pipeline.on_written(audit_output)
