"""Old addresses that lead to new ones, and what can be wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plugins.core.problems import Problem

_PATH = re.compile(r"/(?!/)(?:[\w.~!@()+,=-]|%[0-9A-Fa-f]{2}|/(?!/))*")

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
    return bool(_PATH.fullmatch(source)) and ".." not in source.split("/")


def find_problems(redirects: Iterable[Redirect], known_urls: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong. `known_urls` are the paths of the site's pages.

    A target must be a page, so no redirect leads to another: there can be no loop.
    """
    first: dict[str, Redirect] = {}
    for one in redirects:
        other = first.setdefault(one.source, one)
        if not is_usable(one.source):
            yield one.problem("alias-form", source=one.source)
        elif one.source in known_urls or f"{one.source}/" in known_urls:
            yield one.problem("alias-taken", source=one.source)
        elif other is not one:
            yield one.problem("alias-twice", source=one.source, other=f"{other.path}:{other.line}")
        elif one.target.partition("#")[0] not in known_urls:
            yield one.problem("alias-dead", source=one.source, target=one.target)


def stub_place(place: str) -> str:
    """Return the output file of the page that redirects where the host cannot.

    "tin/12.html" is itself; "tin/12" and "tin/12/" are folders.
    """
    last = place.rpartition("/")[2]
    if last.endswith((".html", ".htm")):
        return place
    return f"{place.rstrip('/')}/index.html" if place.rstrip("/") else "index.html"
