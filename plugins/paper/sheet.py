"""A page to print, with all that it shows: what goes to a worker, and what comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

# Other attributes may hold a ">".
_IMAGE = re.compile(r'<img\b(?:[^">]|"[^"]*")*?\ssrc="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole page's HTML at its address, and the files that it shows by their addresses."""

    html: str
    address: str
    files: Mapping[str, bytes] = field(default_factory=dict)


class Print(NamedTuple):
    """A PDF, its number of pages, and what WeasyPrint complained about."""

    pdf: bytes
    pages: int
    complaints: tuple[str, ...] = ()


def find_images(html: str, address: str) -> tuple[str, ...]:
    """Return the addresses of the images that a page shows, each once."""
    found = (urljoin(address, unescape(src)) for src in _IMAGE.findall(html))
    return tuple(dict.fromkeys(found))


def plain(url: str) -> str:
    """Return an address as files are known by: letters for their codes, nothing behind "?"."""
    return unquote(urlsplit(url)._replace(query="", fragment="").geturl())
