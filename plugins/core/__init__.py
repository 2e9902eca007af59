"""The edge to Pelican: its reader, its generator, and the moments at which stages run.

Pelican finds the sources, builds the templates' environment and writes the files; what a page
is and what it shows is decided here. Nothing below this file knows Pelican.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Category

from plugins.core import pipeline
from plugins.core.article import Status
from plugins.core.build import Build
from plugins.core.dates import read_clock
from plugins.core.document import Document
from plugins.core.formats import FILTERS
from plugins.core.generating import assemble, gather_pages, write_pages
from plugins.core.html import parse, serialise
from plugins.core.links import find_broken_links, mark_document_links
from plugins.core.markup import Renderer
from plugins.core.reading import Reader
from plugins.core.sections import load_office
from plugins.core.settings import SettingsError, load
from plugins.core.urls import Urls

if TYPE_CHECKING:
    from pelican.writers import Writer

    from plugins.core.source import Source

_run: Run | None = None


class Run:
    """One run of Pelican: the build, and what reads its sources."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.build = start_build(settings)
        build = self.build
        self.reader = Reader(
            office=build.office,
            urls=build.urls,
            project_dir=build.project_dir,
            content_dir=build.content_dir,
            timezone=build.timezone,
            now=read_clock(build.timezone),
        )
        self._renderers: dict[str, Renderer] = {}

    def read(self, path: Path) -> Document | None:
        """Return the document of a source file, or None; its problems are in the build."""
        source, problems = self.reader.read(path)
        self.build.problems.extend(problems)
        if source is None:
            return None
        self.build.problems.extend(find_broken_links(source, self.build.content_dir))
        for step in pipeline.current().source:
            self.build.problems.extend(step(self.build, source))
        return Document(source.view, self._render(source), source.body, source.extras)

    def _render(self, source: Source) -> str:
        renderer = self._renderers.get(source.view.lang)
        if renderer is None:
            extensions = [e for step in pipeline.current().markdown for e in step(self.build)]
            renderer = self._renderers[source.view.lang] = Renderer(source.view.lang, extensions)
        tree = parse(renderer.render(source.body))
        mark_document_links(source.view, tree)
        for step in pipeline.current().tree:
            step(self.build, source, tree)
        return serialise(tree)


def start_build(settings: dict[str, Any]) -> Build:
    """Return the build that Pelican's settings describe. Raises SettingsError, all at once."""
    options, wrong = {}, []
    for name, kind in pipeline.current().settings.items():
        try:
            options[kind] = load(name, kind, settings.get(name, {}))
        except SettingsError as error:
            wrong.append(str(error))
    office = None
    try:
        office = load_office(settings.get("SITE"))
    except SettingsError as error:
        wrong.append(str(error))
    if settings["IS_PRODUCTION"] and not settings["SITEURL"].startswith("https://"):
        wrong.append(
            "SITEURL: bản để đăng cần địa chỉ đầy đủ, bắt đầu bằng https:// / "
            "production needs a full address that begins with https://"
        )
    if wrong or office is None:
        raise SettingsError("\n".join(wrong))
    project_dir = Path(settings["PATH"]).resolve().parent
    return Build(
        office=office,
        urls=Urls(settings["SITEURL"], settings["DEFAULT_LANG"]),
        project_dir=project_dir,
        content_dir=Path(settings["PATH"]).resolve(),
        output_dir=Path(settings["OUTPUT_PATH"]).resolve(),
        cache_dir=Path(settings["CACHE_DIR"]).resolve(),
        theme_dir=Path(settings["THEME"]).resolve(),
        timezone=settings["TIMEZONE"],
        is_production=settings["IS_PRODUCTION"],
        options=options,
    )


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
        if view.date:
            metadata["date"] = view.date
        return document.html, metadata


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes every page of the site."""

    def generate_output(self, writer: Writer) -> None:
        build = current_run().build
        write_pages(build, gather_pages(build), writer)


def start_run(pelican: Pelican) -> None:
    """Validate all settings: an exception here stops Pelican, one in `register` does not."""
    global _run  # noqa: PLW0603 - Pelican's readers and generators are made without arguments of ours
    _run = Run(pelican.settings)


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
    assemble(current_run().build, found, portal.env)


def register() -> None:
    pipeline.clear()
    signals.initialized.connect(start_run)
    signals.readers_init.connect(use_our_reader)
    signals.generator_init.connect(teach_filters)
    signals.get_generators.connect(add_our_generator)
    signals.all_generators_finalized.connect(join_documents)
