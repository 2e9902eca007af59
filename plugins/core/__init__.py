"""The edge to Pelican: its reader, its generator, and the moments at which stages run.

Pelican finds the sources, builds the templates' environment and writes the files; what a page
is and what it shows is decided here. Nothing below this file knows Pelican.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Category

from plugins.core import pipeline
from plugins.core.article import Kind, Status
from plugins.core.containment import find_linked_folders
from plugins.core.formats import FILTERS
from plugins.core.generating import assemble, gather_pages, refuse_problems, write_pages
from plugins.core.limits import Limits
from plugins.core.problems import ProblemsFoundError
from plugins.core.running import Run
from plugins.core.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.writers import Writer

_run: Run | None = None


def current_run() -> Run:
    """Return the run that `start_run` began: Pelican's classes take no arguments of ours."""
    if _run is None:
        message = "Pelican has not been initialised"
        raise RuntimeError(message)
    return _run


class EditorReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads an editor's file with our reader; Pelican gets only what it insists on."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        document = current_run().read(Path(source_path))
        if document is None:
            # The problem is noted; a "skip" keeps Pelican from complaining a second time.
            return "", {"status": "skip"}
        view = document.view
        category = view.category.name if view.category else view.kind
        metadata: dict[str, Any] = {
            "title": view.title,
            "slug": view.slug,
            "lang": view.lang,
            "status": "published" if view.status is Status.PUBLISHED else "draft",
            "summary": view.summary,
            "category": Category(category, self.settings),
            "key": view.key,
            "document": document,
        }
        if view.kind is Kind.ARTICLE:
            # Pelican insists on a date; where an editor's is missing, its problem stops the build.
            metadata["date"] = view.date or current_run().reader.now
        return document.html, metadata


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes every page of the site."""

    def generate_output(self, _writer: Writer) -> None:
        build = current_run().build
        with telling_what_is_wrong():
            write_pages(build, gather_pages(build))


@contextmanager
def telling_what_is_wrong() -> Iterator[None]:
    """End the program with a report where settings or sources have problems.

    Pelican would log the exception: folded at the terminal's width, with a trace. It lets
    SystemExit pass, whose message Python prints as it is, and whose status is 1.
    """
    try:
        yield
    except (ProblemsFoundError, SettingsError) as error:
        raise SystemExit(str(error)) from error


def start_run(pelican: Pelican) -> None:
    """Validate all settings: an exception here stops Pelican, one in `register` does not."""
    global _run  # noqa: PLW0603 - Pelican's readers and generators are made without arguments of ours
    with telling_what_is_wrong():
        _run = Run(pelican.settings)
        _run.build.problems.extend(find_linked_folders(_run.build.content_dir))
        refuse_problems(_run.build)
        _run.build.output.open()


def use_our_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = EditorReader


def teach_filters(generator: Generator) -> None:
    generator.env.filters.update(FILTERS)


def add_our_generator(_pelican: Pelican) -> type[PortalGenerator]:
    return PortalGenerator


def join_documents(generators: list[Generator]) -> None:
    """Take what Pelican has read and run the stages up to the finished bodies."""
    context = generators[0].context
    contents = (c for c in context["generated_content"].values() if c is not None)
    found = [content.metadata["document"] for content in contents]
    portal = next(g for g in generators if isinstance(g, PortalGenerator))
    with telling_what_is_wrong():
        assemble(current_run().build, found, portal.env)


def register() -> None:
    pipeline.clear()
    pipeline.declare_settings("LIMITS", Limits)
    signals.initialized.connect(start_run)
    signals.readers_init.connect(use_our_reader)
    signals.generator_init.connect(teach_filters)
    signals.get_generators.connect(add_our_generator)
    signals.all_generators_finalized.connect(join_documents)
