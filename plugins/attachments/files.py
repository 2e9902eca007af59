"""Files beside an article: which it offers, whether they are there, and what they are."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from plugins.core.catalogue import Entry
from plugins.core.document import Attachment
from plugins.core.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from plugins.core.article import AttachmentField
    from plugins.core.problems import Problem
    from plugins.core.source import Source

# What offices publish. No HTML, SVG or script: a browser would run them on the site's own origin.
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".zip": "application/zip",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
}

MISSING = Entry(
    "Tệp đính kèm “{file}” không có trong thư mục.",
    "đặt tệp cạnh bài viết, hoặc sửa lại tên tệp.",
    "The attachment is not in the folder.",
    "Put it beside the article, or mend its name.",
)
REFUSED = Entry(
    "Không được đính kèm tệp loại “{suffix}”: {file}.",
    "dùng một trong các loại: {known}.",
    "Files of this type cannot be attached.",
    "Use one of the types named.",
)
OUTSIDE = Entry(
    "Tệp đính kèm “{file}” nằm ngoài thư mục của bài viết.",
    "chép tệp vào cạnh bài viết và chỉ ghi tên tệp.",
    "The attachment lies outside the article's folder.",
    "Copy it beside the article and give its name alone.",
)

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^\s<>()\"]+)")


def find_attachment_problems(source: Source) -> Iterator[Problem]:
    """Yield a problem for each attachment that is missing, elsewhere, or of a refused type."""
    for field in source.view.attachments:
        yield from _problems_of(source, field.file, field.line)
    for line, text in source.prose_lines():
        for href in _LINK.findall(text):
            if is_attachment(href) and _is_there(source, href):
                yield from _problems_of(source, unquote(href), line)


def _problems_of(source: Source, file: str, line: int) -> Iterator[Problem]:
    suffix = posixpath.splitext(file)[1].lower()
    if "/" in file or "\\" in file:
        yield OUTSIDE.problem("attachment-outside", source.path, line, file=file)
    elif not _is_there(source, file):
        yield MISSING.problem("attachment-missing", source.path, line, file=file)
    elif suffix not in MEDIA_TYPES:
        known = ", ".join(sorted(MEDIA_TYPES))
        values = {"file": file, "suffix": suffix, "known": known}
        yield REFUSED.problem("attachment-refused", source.path, line, **values)


def _is_there(source: Source, href: str) -> bool:
    return (source.folder / unquote(urlsplit(href).path)).is_file()


def is_attachment(href: str) -> bool:
    """Tell whether a link of a body leads to a file of the article's own, not to a source."""
    parts = urlsplit(href)
    is_relative = not (parts.scheme or parts.netloc or parts.path.startswith("/"))
    return is_relative and bool(parts.path) and not parts.path.endswith(".md")


def published_name(file: str) -> str:
    """Return the name a file is published by: ASCII, since links to other names break in mail."""
    stem, suffix = posixpath.splitext(posixpath.basename(file))
    return f"{slugify(stem) or 'tep'}{suffix.lower()}"


def point_links(tree: HtmlElement, folder_url: str) -> list[str]:
    """Lead links to files beside the article to where they are published; return those files."""
    files = []
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if is_attachment(href):
            file = unquote(urlsplit(href).path)
            files.append(file)
            link.set("href", folder_url + quote(published_name(file)))
    return files


def describe(field: AttachmentField, path: Path, folder_url: str) -> Attachment:
    """Return what the page tells of an attachment."""
    name = published_name(field.file)
    suffix = posixpath.splitext(name)[1]
    return Attachment(
        url=folder_url + quote(name),
        title=field.title,
        kind=suffix.removeprefix(".").upper(),
        size_bytes=path.stat().st_size,
        media_type=MEDIA_TYPES.get(suffix, "application/octet-stream"),
        number=field.number,
        date=field.date,
    )
