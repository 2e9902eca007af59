"""Proofreading: wording, characters, numbers and names, as a careful colleague would look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.proofreading.checking import check_source
from plugins.proofreading.names import find_name_problems
from plugins.proofreading.settings import ProofreadingSettings
from plugins.proofreading.targets import find_missing_targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.core.article import ArticleView
    from plugins.core.build import Build
    from plugins.core.problems import Problem
    from plugins.core.source import Source


def proofread(build: Build, source: Source) -> Iterable[Problem]:
    settings = build.options_of(ProofreadingSettings)
    build.problems.extend(check_source(build, source, settings))
    drop_ignored(build, source.path, source.view)
    return ()


def compare_documents(build: Build) -> None:
    """Find what only all documents together show."""
    folder = build.content_dir.name
    build.problems.extend(find_missing_targets(build.documents, folder))
    build.problems.extend(find_name_problems(build.documents, folder))
    for document in build.documents:
        drop_ignored(build, f"{folder}/{document.view.path}", document.view)


def drop_ignored(build: Build, path: str, view: ArticleView) -> None:
    """Drop the warnings that the site or the article does not want to hear, core's among them."""
    codes = {code for code, _reason in view.ignore} | {
        *build.options_of(ProofreadingSettings).ignore
    }
    if codes:
        build.problems.drop_warnings(path, codes)


def register() -> None:
    pipeline.declare_settings("PROOFREADING", ProofreadingSettings)
    pipeline.on_source(proofread)
    pipeline.on_documents(compare_documents)
