"""Proofreading: wording, characters, numbers and names, as a careful colleague would look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.proofreading.checking import check_source
from plugins.proofreading.names import find_name_problems, find_names
from plugins.proofreading.settings import ProofreadingSettings
from plugins.proofreading.targets import find_anchor_links, find_missing_targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.html import HtmlElement

    from plugins.core.article import ArticleView
    from plugins.core.build import Build
    from plugins.core.problems import Problem
    from plugins.core.source import Source


def proofread(build: Build, source: Source) -> Iterable[Problem]:
    settings = build.options_of(ProofreadingSettings)
    build.problems.extend(check_source(build, source, settings))
    drop_ignored(build, {source.path: source.view})
    source.extras.names = find_names(source.view, source.body)
    return ()


def note_anchor_links(_build: Build, source: Source, tree: HtmlElement) -> None:
    source.extras.anchor_links = find_anchor_links(tree)


def compare_documents(build: Build) -> None:
    """Find what only all documents together show."""
    folder = build.content_dir.name
    build.problems.extend(find_missing_targets(build.documents, folder))
    build.problems.extend(find_name_problems(build.documents, folder))
    drop_ignored(build, {f"{folder}/{d.view.path}": d.view for d in build.documents})


def drop_ignored(build: Build, views: Mapping[str, ArticleView]) -> None:
    """Drop the warnings that the site or an article does not want to hear, core's among them.

    `views` are those of the sources by their paths.
    """
    everywhere = build.options_of(ProofreadingSettings).ignore
    own = {path: [code for code, _reason in view.ignore] for path, view in views.items()}
    codes_of = {path: {*codes, *everywhere} for path, codes in own.items() if codes or everywhere}
    if codes_of:
        build.problems.drop_warnings(codes_of)


def register() -> None:
    pipeline.declare_settings("PROOFREADING", ProofreadingSettings)
    pipeline.on_source(proofread)
    pipeline.on_tree(note_anchor_links)
    pipeline.on_documents(compare_documents)
