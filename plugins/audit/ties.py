"""What ties a page to other files: all that is kept of it once it is found sound by itself."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from plugins.audit.facts import Facts
    from plugins.audit.site import Site

# How the places of pages end, and of no other files.
PAGE = ".html"


class Ties(NamedTuple):
    """Places are below the output; "" stands for a link that leads nowhere.

    `places` are where links lead and what is loaded, `anchors` pairs the place of another page with
    an anchor there; those that the page itself has are left out. `alternates` pairs the place of a
    translation with its full address. `first_load` holds the copies to choose from of what a
    browser loads at once.
    """

    file: str
    size_bytes: int
    ids: tuple[str, ...]
    places: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    alternates: tuple[tuple[str, str], ...]
    first_load: tuple[tuple[str, ...], ...]

    def pack(self) -> bytes:
        return marshal.dumps(tuple(self))

    @classmethod
    def unpack(cls, data: bytes) -> Ties:
        return cls(*marshal.loads(data))  # noqa: S302 - our own file


def find_ties(facts: Facts, site: Site) -> Ties:
    """Return the ties of a page; which files there are does not matter."""
    file, ids = facts.file, dict.fromkeys(one for _, one in facts.ids)
    leads = dict.fromkeys(_lead(file, href, site) for _, href in facts.links if _counts(href, site))
    loaded = {site.file_of(file, href): None for _, href in facts.loaded if site.is_own(href)}
    return Ties(
        file,
        facts.size_bytes,
        tuple(ids),
        tuple({**dict.fromkeys(place for place, _ in leads), **loaded}),
        tuple(
            (place, anchor)
            for place, anchor in leads
            if anchor and (place != file or anchor not in ids)
        ),
        tuple((_place_of(file, url, site), url) for _, url in facts.alternates),
        tuple(
            dict.fromkeys(
                tuple(site.file_of(file, href) for href in choice if site.is_own(href))
                for choice in facts.first_load
            )
        ),
    )


def _counts(href: str, site: Site) -> bool:
    return not href or site.is_own(href)


def _lead(file: str, href: str, site: Site) -> tuple[str, str]:
    """Return the place and the anchor that a link leads to."""
    if not href:
        return "", ""
    parts = urlsplit(href)
    return site.file_of(file, href) if parts.path else file, unquote(parts.fragment)


def _place_of(file: str, url: str, site: Site) -> str:
    return site.file_of(file, url) if site.is_own(url) else ""
