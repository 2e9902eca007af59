"""One run of Pelican: its settings checked, and each source read into a document."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from plugins.core import pipeline
from plugins.core.anchors import drop_wrong_languages, make_anchors_safe
from plugins.core.catalogue import problem
from plugins.core.containment import find_linked_folders
from plugins.core.dates import read_clock
from plugins.core.document import Document
from plugins.core.folders import scan
from plugins.core.forking import set_aside, use_at_most
from plugins.core.html import parse, serialise
from plugins.core.keeping import keep_records, lock, open_store, start_over
from plugins.core.ledger import Ledger
from plugins.core.leftovers import drop_leftovers
from plugins.core.limits import Limits, TangledError
from plugins.core.links import find_broken_links, mark_document_links
from plugins.core.markup import Renderer
from plugins.core.memory import Memory
from plugins.core.patience import OutOfTimeError, within_cpu_time
from plugins.core.placing import look_at
from plugins.core.reading import Reader
from plugins.core.sources import read_documents
from plugins.core.starting import start_build
from plugins.core.workforce import WorkerSettings, make_executor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.folders import Tree
    from plugins.core.forking import Aside
    from plugins.core.placing import Look
    from plugins.core.source import Source
    from plugins.core.store import Store


_NOTHING: tuple[str, tuple[tuple[str, int], ...]] = ("", ())


class Run:
    """One run of Pelican: the build, and what reads its sources.

    `memory` tells which store is meant; whoever only reads sources needs none.
    """

    def __init__(self, settings: dict[str, Any], memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.build = start_build(settings)
        build = self.build
        build.executor = make_executor(build.options_of(WorkerSettings))
        self.reader = Reader(
            office=build.office,
            urls=build.urls,
            project_dir=build.project_dir,
            content_dir=build.content_dir,
            timezone=build.timezone,
            now=read_clock(build.timezone),
            limits=build.options_of(Limits),
        )
        self._renderers: dict[str, Renderer] = {}
        self._lock: IO[bytes] | None = None
        self._itself: Run | None = None
        self._store: Store | None = None
        # Looks at the output meanwhile, where somebody has made it ready.
        self.look: Aside[Look] | None = None

    def begin(self) -> None:
        """Wait for other builds, and take up what the last one kept."""
        build = self.build
        use_at_most(build.options_of(WorkerSettings).local)
        if self.look is None and build.output.is_large():
            # Before there is a lock, which it would hold as well.
            self.look = set_aside(partial(look_at, str(build.output.folder)))
        self._lock = lock(build.cache_dir)
        self._store = open_store(build.cache_dir, self.memory.recipe)
        if self.look is not None:
            self.look.begin()

    def read_all(self) -> list[Document]:
        """Return every document, read anew where something changed."""
        build = self.build
        tree = scan(str(build.content_dir), self.memory.names)
        build.problems.extend(find_linked_folders(tree, build.content_dir.name))
        documents = self._read_tree(tree)
        look = None if self.look is None else self.look.result()
        build.output.open(look, self.memory.outputs)
        # All of it stays to the end: to look through it for rubbish takes a quarter of a second.
        gc.freeze()
        return documents

    def _read_tree(self, tree: Tree) -> list[Document]:
        if self._store is None:
            raise RuntimeError("the run has not begun")
        while True:
            try:
                self.build.ledger = Ledger(self.memory.records_of(self._store))
                return read_documents(self, tree, self._store)
            except sqlite3.Error as error:
                # At most twice: an empty store has no damage, and one for this build only is last.
                self._store = start_over(self._store, error)

    def end(self) -> None:
        """Keep what the next build needs, and let it begin."""
        if self._store is not None:
            keep_records(self._store, *self.build.ledger.changes())
        if self._lock is not None:
            self._lock.close()
        # A circle that the collector may not touch is not taken apart, object by object, as Python
        # ends: the system takes all of it at once.
        self._itself = self
        gc.freeze()

    def read(self, path: Path) -> Document | None:
        """Return the document of a source file, or None; its problems are in the build."""
        source = self._read_file(path)
        if source is None:
            return None
        html, links = _NOTHING
        with self._bounds(source):
            self._check(source)
            html, links = self._render(source)
        return Document(source.view, html, source.extras, links=links)

    def read_source(self, path: Path) -> Source | None:
        """Return a file that is read and checked, or None; its problems are in the build."""
        source = self._read_file(path)
        if source is not None:
            with self._bounds(source):
                self._check(source)
        return source

    def render(self, source: Source) -> Document:
        """Return the document of a source, its body as HTML; "" where that goes beyond bounds."""
        html, links = _NOTHING
        with self._bounds(source):
            html, links = self._render(source)
        return Document(source.view, html, source.extras, links=links)

    def _read_file(self, path: Path) -> Source | None:
        source, problems = self.reader.read(path)
        self.build.problems.extend(problems)
        return source

    def _check(self, source: Source) -> None:
        for step in pipeline.current().source:
            self.build.problems.extend(step(self.build, source))

    @contextmanager
    def _bounds(self, source: Source) -> Iterator[None]:
        """End what would take minutes, or all of the stack, with a problem."""
        limits = self.reader.limits
        try:
            with within_cpu_time(limits.cpu_s):
                yield
        except (TangledError, RecursionError):
            self._give_up("nested-deep", source, limits.nesting)
        except OutOfTimeError:
            self._give_up("source-slow", source, limits.cpu_s)

    def _give_up(self, code: str, source: Source, limit: int) -> None:
        # Markdown's parser remembers where it was stopped.
        self._renderers.clear()
        self.build.problems.add(problem(code, source.path, source.body_line, limit=limit))

    def _render(self, source: Source) -> tuple[str, tuple[tuple[str, int], ...]]:
        renderer = self._renderers.get(source.view.lang)
        if renderer is None:
            extensions = [e for step in pipeline.current().markdown for e in step(self.build)]
            renderer = Renderer(source.view.lang, extensions, self.reader.limits.nesting)
            self._renderers[source.view.lang] = renderer
        tree = parse(renderer.render(source.body))
        make_anchors_safe(tree)
        drop_wrong_languages(tree)
        self.build.problems.extend(find_broken_links(source, tree, self.build.content_dir))
        links = mark_document_links(source, tree)
        for step in pipeline.current().tree:
            step(self.build, source, tree)
        drop_leftovers(tree)
        return serialise(tree), links
