"""One file of a live site against its sum."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that the live site lacks or gives otherwise."""

    name: str
    reason: str


def compare(site_url: str, name: str, expected: str) -> Difference | None:
    """Return how the live file differs, or None. `site_url` is http(s), without a last slash."""
    address = f"{site_url}/{quote(_asked_as(name))}"
    request = Request(address, headers={"Accept-Encoding": "identity"})  # noqa: S310 - the caller admits http(s) alone
    try:
        with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - as above
            found = hashlib.file_digest(answer, "sha256").hexdigest()
    except HTTPError as error:
        with error:
            return Difference(name, f"máy chủ trả lời / the host answers {error.code}")
    except (URLError, OSError) as error:
        return Difference(name, f"không tải được / cannot be fetched: {error}")
    if found == expected:
        return None
    return Difference(name, f"khác nội dung / other content: {found[:12]}… ≠ {expected[:12]}…")


def _asked_as(name: str) -> str:
    # Some hosts redirect /a/index.html to /a/: pages are asked for as readers do.
    return name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name
