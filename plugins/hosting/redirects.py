"""Old addresses that lead to new ones, and what can be wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from plugins.core.problems import Problem

_PATH = re.compile(r"/(?!/)(?:[\w.~!@()+,=-]|%[0-9A-Fa-f]{2}|/(?!/))*")
# What the site itself writes there, though no page has that address.
_OWN = re.compile(
    r"/(?:[a-z]{2}/)?(?:assets|photos|feeds|search-index)(?:/.*)?"
    r"|/(?:robots\.txt|sitemap[^/]*\.xml|(?:[a-z]{2}/)?opensearch\.xml|manifest\.sha256|_headers|_redirects)(?:/.*)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\.(?!(?:html?|php|aspx?|jsp)$)\w+$", re.IGNORECASE)
# Names that some file system cannot hold: hidden, too long, or Windows' own.
_BAD_NAME = re.compile(r"\..*|.*\.|(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_NAME_BYTES = 200
_LONGEST_BYTES = 1000

CATALOGUE = {
    "alias-form": Entry(
        "Địa chỉ cũ “{source}” không dùng được.",
        "viết đường dẫn bắt đầu bằng “/”, không có “..”, dấu cách, “?” hay “#”, như /tin/12.html.",
        "This old address cannot be used.",
        "Write a path that begins with “/”, without “..”, spaces, “?” or “#”.",
    ),
    "alias-taken": Entry(
        "Địa chỉ cũ “{source}” đang là địa chỉ của một trang.",
        "bỏ dòng này, hoặc đổi địa chỉ trang kia.",
        "This old address belongs to a page.",
        "Remove the line, or move that page.",
    ),
    "alias-twice": Entry(
        "Địa chỉ cũ “{source}” được dẫn đến hai nơi ({other}).",
        "giữ lại một.",
        "This old address leads to two places.",
        "Keep one.",
    ),
    "alias-dead": Entry(
        "Địa chỉ cũ “{source}” dẫn đến “{target}”, nhưng không có trang ấy.",
        "sửa địa chỉ đích.",
        "This old address leads to no page.",
        "Mend the target.",
    ),
}


@dataclass(frozen=True, slots=True)
class Redirect:
    """`source` and `target` are paths on the host; `path` and `line` tell where it is written."""

    source: str
    target: str
    path: str
    line: int

    def problem(self, code: str, **values: object) -> Problem:
        return CATALOGUE[code].problem(code, self.path, self.line, **values)


def is_usable(source: str) -> bool:
    """Tell whether every host can redirect from this path."""
    if not _PATH.fullmatch(source) or len(source.encode()) > _LONGEST_BYTES:
        return False
    names = source.strip("/").split("/")
    return not any(_BAD_NAME.fullmatch(n) or len(n.encode()) > _LONGEST_NAME_BYTES for n in names)


def find_problems(
    redirects: Collection[Redirect], known_urls: Collection[str], base_path: str = ""
) -> Iterator[Problem]:
    """Yield what is wrong. `known_urls` are the paths of the site's documents.

    A target must be a page, so no redirect leads to another: there can be no loop.
    """
    first: dict[str, Redirect] = {}
    files = {one.source for one in redirects if _is_file(one.source)}
    for one in redirects:
        other = first.setdefault(one.source, one)
        if not is_usable(one.source):
            yield one.problem("alias-form", source=one.source)
        elif _is_taken(one.source, known_urls, base_path) or _folders(one.source) & files:
            yield one.problem("alias-taken", source=one.source)
        elif other is not one:
            yield one.problem("alias-twice", source=one.source, other=f"{other.path}:{other.line}")
        elif one.target.partition("#")[0] not in known_urls:
            yield one.problem("alias-dead", source=one.source, target=one.target)


def _is_taken(source: str, known_urls: Collection[str], base_path: str) -> bool:
    """Tell whether the site writes a page or a file of its own there."""
    if _OWN.fullmatch(source.removeprefix(base_path)):
        return True
    if f"{source.rstrip('/')}/" in known_urls:
        return True
    # Attachments and PDFs lie beside their page, by names nobody knows yet.
    places = (one.rpartition("/") for one in (source, *_folders(source)))
    return any(f"{folder}/" in known_urls and _PUBLISHED.search(n) for folder, _, n in places)


def _folders(source: str) -> set[str]:
    """Return the folders that a path leads through: "/a/b/c" → "/a/b", "/a"."""
    names = source.rstrip("/").split("/")
    return {"/".join(names[:length]) for length in range(2, len(names))}


def _is_file(source: str) -> bool:
    return source.endswith((".html", ".htm"))


def stub_place(place: str) -> str:
    """Return the output file of the page that redirects where the host cannot.

    "tin/12.html" is itself; "tin/12" and "tin/12/" are folders.
    """
    if _is_file(place):
        return place
    return f"{place.rstrip('/')}/index.html" if place.rstrip("/") else "index.html"
