"""Headings: their levels checked, an anchor for each, and a table of contents where it helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.outline.check import find_heading_problems
from plugins.outline.headings import anchor_headings, choose_contents
from plugins.outline.settings import OutlineSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.problems import Problem
    from plugins.core.source import Source


def check_headings(_build: Build, source: Source) -> Iterable[Problem]:
    return find_heading_problems(source)


def outline_document(build: Build, source: Source, tree: HtmlElement) -> None:
    least = build.options_of(OutlineSettings).contents_from_headings
    source.extras.contents = choose_contents(anchor_headings(tree), least)


def register() -> None:
    pipeline.declare_settings("OUTLINE", OutlineSettings)
    pipeline.on_source(check_headings)
    pipeline.on_tree(outline_document)
