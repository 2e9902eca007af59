"""Files beside an article: which it offers, whether they are there, and what they are."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from plugins.attachments.kinds import is_true_to_name, name_kind
from plugins.core.catalogue import Entry
from plugins.core.document import Attachment
from plugins.core.files import find_file
from plugins.core.links import is_document, list_local_links
from plugins.core.text import nfc, slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from plugins.attachments.settings import AttachmentSettings
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

_MIB = 1 << 20

CATALOGUE = {
    "attachment-missing": Entry(
        "Tệp đính kèm “{file}” không có trong thư mục.",
        "đặt tệp cạnh bài viết, hoặc sửa lại tên tệp.",
        "The attachment is not in the folder.",
        "Put it beside the article, or mend its name.",
    ),
    "attachment-refused": Entry(
        "Không được đính kèm tệp loại “{suffix}”: {file}.",
        "dùng một trong các loại: {known}.",
        "Files of this type cannot be attached.",
        "Use one of the types named.",
    ),
    "attachment-outside": Entry(
        "Tệp đính kèm “{file}” nằm ngoài thư mục của bài viết.",
        "chép tệp vào cạnh bài viết và chỉ ghi tên tệp.",
        "The attachment lies outside the article's folder.",
        "Copy it beside the article and give its name alone.",
    ),
    "attachment-kind": Entry(
        "Tệp đính kèm “{file}” không phải là tệp {suffix} thật; nội dung là {found}.",
        "mở tệp bằng phần mềm của nó rồi lưu lại đúng loại; tệp chữ thì lưu với bảng mã UTF-8.",
        "The attachment is not what its name says.",
        "Save it again as that type; text as UTF-8.",
    ),
    "attachment-large": Entry(
        "Tệp đính kèm “{file}” nặng {size_mib} MiB, hơn {limit} MiB.",
        "giảm độ phân giải khi quét, hoặc chia thành nhiều tệp.",
        "The attachment is very large.",
        "Scan it at a lower resolution, or divide it.",
        is_warning=True,
    ),
    "attachment-collides": Entry(
        "Tệp đính kèm “{file}” trùng địa chỉ với “{other}”.",
        "đổi tên một trong hai tệp.",
        "Two attachments have the same address.",
        "Rename one of them.",
    ),
}


def find_problems(
    source: Source, tree: HtmlElement, settings: AttachmentSettings
) -> Iterator[Problem]:
    """Yield a problem for each attachment that is missing, elsewhere, of a refused or false type.

    A link of the body to a file that is nowhere is not told here: all links are checked by core.
    """
    fields = {field.file: [field.line] for field in source.view.attachments}
    for file, lines in fields.items():
        yield from _problems_of(source, file, lines, settings, is_link=False)
    links = list_linked_files(tree)
    for href, file in links.items():
        yield from _problems_of(source, file, source.lines_with(href), settings, is_link=True)
    places = fields | {file: source.lines_with(href) for href, file in links.items()}
    yield from _find_collisions(source, places)


def _problems_of(
    source: Source, file: str, lines: list[int], settings: AttachmentSettings, *, is_link: bool
) -> Iterator[Problem]:
    suffix = posixpath.splitext(file)[1].lower()
    values: dict[str, object] = {"file": file, "suffix": suffix}
    path, code = find_attachment(source.folder, file), ""
    is_linked_out = path is None and find_file(source.folder, file) is not None
    if "/" in file or "\\" in file or is_linked_out:
        code = "attachment-outside"
    elif path is None:
        code = "" if is_link else "attachment-missing"
    elif suffix not in MEDIA_TYPES:
        code, values["known"] = "attachment-refused", ", ".join(sorted(MEDIA_TYPES))
    elif not is_true_to_name(path):
        code, values["found"] = "attachment-kind", name_kind(path)
    elif path.stat().st_size > settings.size_mib * _MIB:
        code, values["limit"] = "attachment-large", settings.size_mib
        values["size_mib"] = path.stat().st_size // _MIB
    if code:
        yield from (CATALOGUE[code].problem(code, source.path, n, **values) for n in lines)


def _find_collisions(source: Source, files: dict[str, list[int]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, lines in files.items():
        other = first.setdefault(published_name(file), file)
        if other != file:
            entry, values = CATALOGUE["attachment-collides"], {"file": file, "other": other}
            yield entry.problem("attachment-collides", source.path, lines[0], **values)


def find_attachment(folder: Path, file: str) -> Path | None:
    """Return the file of an article's folder, or None; no symbolic link leads out of it."""
    path = find_file(folder, file)
    is_inside = path is not None and path.resolve().parent == folder.resolve()
    return path if is_inside else None


def find_published(folder: Path, files: Iterable[str]) -> dict[str, Path]:
    """Return those files of an article's folder that may be published, by the names given."""
    paths = {file: find_attachment(folder, file) for file in files}
    # What is not there, or must not be published, has its problem already.
    return {n: p for n, p in paths.items() if p and p.suffix.lower() in MEDIA_TYPES}


def is_attachment(href: str) -> bool:
    """Tell whether a local link of a body leads to a file of the article's own, not to a source."""
    return not is_document(href)


def list_linked_files(tree: HtmlElement) -> dict[str, str]:
    """Return the files that a body links to, by the link as it is written."""
    return {
        href: nfc(unquote(urlsplit(href).path)).removeprefix("./")
        for href in list_local_links(tree)
        if is_attachment(href)
    }


def published_name(file: str) -> str:
    """Return the name a file is published by: ASCII, since links to other names break in mail."""
    stem, suffix = posixpath.splitext(posixpath.basename(file))
    return f"{slugify(stem) or 'tep'}{suffix.lower()}"


def point_links(tree: HtmlElement, folder_url: str) -> list[str]:
    """Lead links to files beside the article to where they are published; return those files."""
    files = list_linked_files(tree)
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if href in files:
            fragment = urlsplit(href).fragment
            tail = f"#{fragment}" if fragment else ""
            link.set("href", folder_url + quote(published_name(files[href])) + tail)
    return list(dict.fromkeys(files.values()))


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
