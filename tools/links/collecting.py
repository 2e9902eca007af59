"""The links of a built site that lead elsewhere, and the pages they stand on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from plugins.audit.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Places to share at answer programs as they please, and are the same on every page.
_SHARING = frozenset({"www.facebook.com", "sp.zalo.me"})


def collect_links(output: Path, own_hosts: Iterable[str]) -> dict[str, list[str]]:
    """Return the pages of each address (without its fragment), both in order."""
    own = frozenset(own_hosts)
    pages: dict[str, set[str]] = defaultdict(set)
    for path in sorted(output.rglob("*.html")):
        facts = read_facts(path.relative_to(output).as_posix(), path.read_bytes())
        for _, href in facts.links:
            parts = urlsplit(href)
            if parts.scheme in {"http", "https"} and parts.netloc not in own | _SHARING:
                pages[urldefrag(href).url].add(facts.file)
    return {url: sorted(found) for url, found in sorted(pages.items())}
