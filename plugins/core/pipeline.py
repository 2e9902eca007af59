"""The pipeline: what each feature does at each stage, in the order of `PLUGINS`.

Pelican's signals call their handlers in no set order, so features register with these stages
instead, and `core` alone listens to Pelican. The stages, first to last:

    on_markdown   (Build) → Markdown extensions         once a build
    on_source     (Build, Source) → problems            each source, before Markdown
    on_tree       (Build, Source, tree) → None          each document's HTML, parsed once
    on_documents  (Build) → None                        all documents read; bodies may change
    on_paper      (Build) → None                        bodies final: what is made from whole bodies
    on_pages      (Build) → pages                       further pages to write
    on_written    (Build) → None                        every page is in the output
    on_waiting    (Build) → None                        in a preview, before the next change: what
                                                        a build of it would have to wait for
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from markdown.extensions import Extension

    from plugins.core.build import Build
    from plugins.core.page import Page
    from plugins.core.problems import Problem
    from plugins.core.source import Source

MarkdownStep = Callable[["Build"], "Iterable[Extension]"]
SourceStep = Callable[["Build", "Source"], "Iterable[Problem]"]
TreeStep = Callable[["Build", "Source", "HtmlElement"], None]
BuildStep = Callable[["Build"], None]
PagesStep = Callable[["Build"], "Iterable[Page]"]


@dataclass(slots=True)
class Pipeline:
    """The steps of each stage, and the settings classes by the name of their setting."""

    settings: dict[str, type[Any]] = field(default_factory=dict)
    markdown: list[MarkdownStep] = field(default_factory=list)
    source: list[SourceStep] = field(default_factory=list)
    tree: list[TreeStep] = field(default_factory=list)
    documents: list[BuildStep] = field(default_factory=list)
    paper: list[BuildStep] = field(default_factory=list)
    pages: list[PagesStep] = field(default_factory=list)
    written: list[BuildStep] = field(default_factory=list)
    waiting: list[BuildStep] = field(default_factory=list)


_current = Pipeline()


def current() -> Pipeline:
    """Return the pipeline that the features have filled."""
    return _current


def clear() -> None:
    """Forget every step: `core`, first in `PLUGINS`, begins anew with each run of Pelican."""
    global _current  # noqa: PLW0603 - Pelican offers plugins no object of a run to hang this on
    _current = Pipeline()


def declare_settings(name: str, kind: type[Any]) -> None:
    """Say that the Pelican setting `name` (a dict, may be absent) fills the dataclass `kind`."""
    _current.settings[name] = kind


def on_markdown(step: MarkdownStep) -> None:
    _current.markdown.append(step)


def on_source(step: SourceStep) -> None:
    _current.source.append(step)


def on_tree(step: TreeStep) -> None:
    _current.tree.append(step)


def on_documents(step: BuildStep) -> None:
    _current.documents.append(step)


def on_paper(step: BuildStep) -> None:
    _current.paper.append(step)


def on_pages(step: PagesStep) -> None:
    _current.pages.append(step)


def on_written(step: BuildStep) -> None:
    _current.written.append(step)


def on_waiting(step: BuildStep) -> None:
    _current.waiting.append(step)
