"""The addresses that paper tells and prints from: full ones, even before a site has its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from plugins.paper.settings import PaperSettings
from plugins.paper.sheet import plain

if TYPE_CHECKING:
    from plugins.core.build import Build

_PLAIN = re.compile(r"https?://[a-z0-9.:-]+/[\w./-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Site:
    """The site at its address, "https://…/", or at what stands for it."""

    address: str

    def absolute(self, path: str) -> str:
        """Return the full address of a path on the host."""
        if path[:1] == "/" != path[1:2]:
            # As `urljoin` does, which takes ten times as long, for every document.
            return "/".join(self.address.split("/", 3)[:3]) + path
        return urljoin(self.address, path)

    def place_of(self, url: str) -> str | None:
        """Return where in the output the file at an address would be; None for other sites'."""
        if not url.startswith(self.address):
            return None
        # Most are plain as they are, and to take an address apart takes long.
        known = url if _PLAIN.fullmatch(url) else plain(url)
        return known.removeprefix(self.address)


def site_of(build: Build) -> Site:
    """Return the site that a build makes."""
    preview = build.options_of(PaperSettings).preview_address.rstrip("/")
    site = build.urls.site_url or f"{preview}{build.urls.base_path}"
    return Site(f"{site}/")
