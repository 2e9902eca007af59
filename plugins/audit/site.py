"""The site under audit: its address, and which files there are."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Site:
    """`address` is the host's ("https://vinhson.example", "" in a preview), without the base path.

    `files` are the output's files, as paths below it, and their sizes in bytes.
    """

    address: str
    base_path: str
    files: Mapping[str, int]

    def is_own(self, href: str) -> bool:
        """Tell whether an address is of this site: relative, or with the site's own host."""
        parts = urlsplit(href)
        if parts.scheme not in {"", "http", "https"}:
            return False
        return not parts.netloc or f"{parts.scheme}://{parts.netloc}" == self.address

    def file_of(self, page: str, href: str) -> str:
        """Return the file that an own address leads to, seen from the page's file."""
        base = f"{self.base_path}/{page}"
        path = urlsplit(urljoin(base, urlsplit(href)._replace(scheme="", netloc="").geturl())).path
        place = unquote(path).removeprefix(self.base_path).removeprefix("/")
        return f"{place}index.html" if not place or place.endswith("/") else place

    def url_of(self, page: str) -> str:
        """Return the full address of a page's file."""
        place = (
            page.removesuffix("index.html") if posixpath.basename(page) == "index.html" else page
        )
        return f"{self.address}{self.base_path}/{place}"
