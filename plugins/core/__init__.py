"""The edge to Pelican: its generator, and the moments at which stages run.

Pelican reads the settings, finds the plugins and builds the templates' environment; how sources
are read and pages written is decided below this file, where nothing knows Pelican.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.core import pipeline
from plugins.core.article import Kind
from plugins.core.disk import DiskError, telling_of_the_disk
from plugins.core.forking import WorkerLostError
from plugins.core.formats import FILTERS
from plugins.core.generating import assemble, gather_pages, write_pages
from plugins.core.limits import Limits
from plugins.core.memory import Memory
from plugins.core.problems import ProblemsFoundError
from plugins.core.recipe import recipe_of
from plugins.core.running import Run
from plugins.core.settings import SettingsError
from plugins.core.workforce import WorkerSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.writers import Writer

_run: Run | None = None
_generators: list[Generator] = []


def current_run() -> Run:
    """Return the run that `start_run` began: Pelican's classes take no arguments of ours."""
    if _run is None:
        message = "Pelican has not been initialised"
        raise RuntimeError(message)
    return _run


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads every source, and writes every page of the site."""

    def generate_context(self) -> None:
        run = current_run()
        with telling_what_is_wrong():
            run.begin()
            self.documents = run.read_all()

    def generate_output(self, _writer: Writer) -> None:
        build = current_run().build
        with telling_what_is_wrong():
            write_pages(build, gather_pages(build))
            current_run().end()


@contextmanager
def telling_what_is_wrong() -> Iterator[None]:
    """End the program with a report where settings, sources or the machine have problems.

    Pelican would log the exception: folded at the terminal's width, with a trace. It lets
    SystemExit pass, whose message Python prints as it is, and whose status is 1.
    """
    try:
        with telling_of_the_disk():
            yield
    except (ProblemsFoundError, SettingsError, DiskError, WorkerLostError) as error:
        raise SystemExit(str(error)) from error


def start_run(pelican: Pelican, memory: Memory | None = None) -> None:
    """Validate all settings: an exception here stops Pelican, one in `register` does not."""
    global _run  # noqa: PLW0603 - Pelican's generators are made without arguments of ours
    with telling_what_is_wrong():
        _run = Run(pelican.settings, memory or Memory(recipe_of(pelican.settings)))


def teach_filters(generator: Generator) -> None:
    generator.env.filters.update(FILTERS)


def add_our_generator(_pelican: Pelican) -> type[PortalGenerator]:
    return PortalGenerator


def join_documents(generators: list[Generator]) -> None:
    """Run the stages up to the finished bodies."""
    portal = next(g for g in generators if isinstance(g, PortalGenerator))
    _generators[:] = generators
    with telling_what_is_wrong():
        assemble(current_run().build, portal.documents, portal.env)


def tell_what_was_read(_pelican: Pelican) -> None:
    """Let Pelican's last line count our documents: its own generators have had none."""
    build = current_run().build
    for generator in _generators:
        if isinstance(generator, ArticlesGenerator):
            generator.articles = [d for d in build.documents if d.view.kind is Kind.ARTICLE]
        elif isinstance(generator, PagesGenerator):
            generator.pages = [d for d in build.documents if d.view.kind is Kind.PAGE]


def register() -> None:
    pipeline.clear()
    pipeline.declare_settings("LIMITS", Limits)
    pipeline.declare_settings("WORKERS", WorkerSettings)
    signals.initialized.connect(start_run)
    signals.generator_init.connect(teach_filters)
    signals.get_generators.connect(add_our_generator)
    signals.all_generators_finalized.connect(join_documents)
    signals.finalized.connect(tell_what_was_read)
