"""Attachments: files beside an article, published with it, told by type and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.attachments.files import (
    MEDIA_TYPES,
    describe,
    find_attachment,
    find_problems,
    point_links,
    published_name,
)
from plugins.attachments.settings import AttachmentSettings
from plugins.core import pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.source import Source


def take_attachments(build: Build, source: Source, tree: HtmlElement) -> None:
    settings = build.options_of(AttachmentSettings)
    build.problems.extend(find_problems(source, tree, settings))
    source.extras.linked_files = tuple(point_links(tree, source.view.url))


def describe_attachments(build: Build) -> None:
    for document in build.documents:
        view, there = document.view, _find(document)
        document.extras.attachments = tuple(
            describe(field, there[field.file], view.url)
            for field in view.attachments
            if field.file in there
        )


def publish_attachments(build: Build) -> None:
    """Put the files into the output: with the pages, so that no problem leaves them there alone."""
    for document in build.documents:
        folder = build.urls.place_of(document.view.url)
        for name, path in _find(document).items():
            build.output.link(f"{folder}{published_name(name)}", path)


def _find(document: Document) -> dict[str, Path]:
    view = document.view
    names = (*(field.file for field in view.attachments), *document.extras.linked_files)
    paths = {name: find_attachment(view.folder, name) for name in names}
    # What is not there, or must not be published, has its problem already.
    return {n: p for n, p in paths.items() if p and p.suffix.lower() in MEDIA_TYPES}


def register() -> None:
    pipeline.declare_settings("ATTACHMENTS", AttachmentSettings)
    pipeline.on_tree(take_attachments)
    pipeline.on_documents(describe_attachments)
    pipeline.on_written(publish_attachments)
