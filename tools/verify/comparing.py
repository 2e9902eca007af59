"""One file of a live site against its sum."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_S = 30
_HEAD_BYTES = 4096
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"]+)">')


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that the live site lacks or gives otherwise."""

    name: str
    reason: str


def find_new_path(page: Path) -> str:
    """Return the path that a page at an old address leads to, "" where a file is no such page."""
    if page.suffix not in {".html", ".htm"}:
        return ""
    with page.open("rb") as file:
        refresh = _REFRESH.search(file.read(_HEAD_BYTES))
    return unquote(urlsplit(unescape(refresh[1].decode())).path) if refresh else ""


def compare(site_url: str, name: str, expected: str, new_path: str = "") -> Difference | None:
    """Return how the live file differs, or None. `site_url` is http(s), without a last slash.

    A host may redirect from an old address itself, if only to `new_path`.
    """
    address = f"{site_url}/{quote(_asked_as(name))}"
    request = Request(address, headers={"Accept-Encoding": "identity"})  # noqa: S310 - the caller admits http(s) alone
    try:
        with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - as above
            found = hashlib.file_digest(answer, "sha256").hexdigest()
            path = unquote(urlsplit(answer.url).path)
    except HTTPError as error:
        with error:
            return Difference(name, f"máy chủ trả lời / the host answers {error.code}")
    except (URLError, OSError) as error:
        return Difference(name, f"không tải được / cannot be fetched: {error}")
    if found == expected or (new_path and path == new_path):
        return None
    return Difference(name, f"khác nội dung / other content: {found[:12]}… ≠ {expected[:12]}…")


def _asked_as(name: str) -> str:
    # Some hosts redirect /a/index.html to /a/: pages are asked for as readers do.
    return name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name
