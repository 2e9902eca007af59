"""Attachments: files beside an article, published with it, told by type and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.attachments.files import (
    MEDIA_TYPES,
    describe,
    find_attachment_problems,
    point_links,
    published_name,
)
from plugins.core import pipeline
from plugins.core.artifacts import link_or_copy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.problems import Problem
    from plugins.core.source import Source


def check_attachments(_build: Build, source: Source) -> Iterable[Problem]:
    return find_attachment_problems(source)


def point_links_of(_build: Build, source: Source, tree: HtmlElement) -> None:
    source.extras.linked_files = tuple(point_links(tree, source.view.url))


def publish_attachments(build: Build) -> None:
    for document in build.documents:
        _publish(build, document)


def _publish(build: Build, document: Document) -> None:
    view = document.view
    files = {field.file: view.folder / field.file for field in view.attachments}
    files |= {file: view.folder / file for file in document.extras.linked_files}
    there = {file: path for file, path in files.items() if _is_publishable(path, view.folder)}
    for file, path in there.items():
        place = build.urls.place_of(view.url) + published_name(file)
        link_or_copy(path, build.output_dir / place)
    document.extras.attachments = tuple(
        describe(field, there[field.file], view.url)
        for field in view.attachments
        if field.file in there
    )


def _is_publishable(path: Path, folder: Path) -> bool:
    # What is not has its problem already; a link out of the folder must not be followed.
    is_inside = path.resolve().parent == folder.resolve()
    return is_inside and path.is_file() and path.suffix.lower() in MEDIA_TYPES


def register() -> None:
    pipeline.on_source(check_attachments)
    pipeline.on_tree(point_links_of)
    pipeline.on_documents(publish_attachments)
