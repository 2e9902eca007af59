"""Attachments: files beside an article, published with it, told by type and size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.attachments.files import (
    describe,
    find_problems,
    find_published,
    point_links,
    published_name,
)
from plugins.attachments.settings import AttachmentSettings
from plugins.core import pipeline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.source import Source


def take_attachments(build: Build, source: Source, tree: HtmlElement) -> None:
    settings, view = build.options_of(AttachmentSettings), source.view
    build.problems.extend(find_problems(source, tree, settings))
    names = (*(field.file for field in view.attachments), *point_links(tree, view.url))
    there = find_published(source.folder, names)
    source.extras.attachments = tuple(
        describe(field, there[field.file], view.url)
        for field in view.attachments
        if field.file in there
    )
    source.extras.attached_files = tuple(
        (published_name(name), path.relative_to(source.folder).as_posix())
        for name, path in there.items()
    )


def publish_attachments(build: Build) -> None:
    """Put the files into the output: with the pages, so that no problem leaves them there alone."""
    for document in build.documents:
        folder = build.urls.place_of(document.view.url)
        for name, file in document.extras.attached_files:
            build.output.link(f"{folder}{name}", Path(document.view.folder, file))


def register() -> None:
    pipeline.declare_settings("ATTACHMENTS", AttachmentSettings)
    pipeline.on_tree(take_attachments)
    pipeline.on_written(publish_attachments)
