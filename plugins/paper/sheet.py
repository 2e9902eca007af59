"""A page to print and the press that prints it: small values that go to worker processes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from plugins.core.artifacts import digest
from plugins.paper.libraries import tell_versions

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLESHEETS = ("static/css/tokens.css", "static/css/print.css", "paper/paper.css")
_FONTS = "fonts/*.ttf"
_RECIPE = ("engine.py", "fetching.py", "fontconfig.xml", "markup.py", "overflow.py", "tagging.py")
_IMAGE = re.compile(r'<img\b[^>]*\ssrc="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Press:
    """What a process prints with. `address` is the site's, "https://…/", or what stands for it."""

    address: str
    output_dir: Path
    theme_dir: Path
    cache_dir: Path

    def absolute(self, path: str) -> str:
        """Return the full address of a path on the host."""
        return urljoin(self.address, path)

    def file_of(self, url: str) -> Path | None:
        """Return the output's file at an address of the site; None where there is none."""
        if not url.startswith(self.address):
            return None
        path = self.output_dir / unquote(urlsplit(url.removeprefix(self.address)).path)
        return path if path.is_file() else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole page's HTML at its address; `key` stands for all that goes into its PDF."""

    html: str
    address: str
    key: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF of the cache, its number of pages, and what WeasyPrint complained about."""

    path: Path
    pages: int
    complaints: tuple[str, ...] = ()


class SheetMaker:
    """Makes sheets and their keys; styles, fonts and each photo are read once."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._shared = _digest_of_press(press)
        self._images: dict[str, bytes] = {}

    def make(self, html: str, path: str) -> Sheet:
        """Return the sheet of a page whose path on the host is given."""
        address = self._press.absolute(path)
        found = (urljoin(address, unescape(src)) for src in _IMAGE.findall(html))
        images = [self._digest_of_image(url) for url in dict.fromkeys(found)]
        return Sheet(html, address, digest(self._shared, address, html, *images))

    def _digest_of_image(self, url: str) -> bytes:
        if url not in self._images:
            file = self._press.file_of(url)
            self._images[url] = blake2b(file.read_bytes()).digest() if file else b""
        return self._images[url]


def _digest_of_press(press: Press) -> str:
    versions = [version(name) for name in ("weasyprint", "pydyf", "fonttools", "pillow")]
    here = Path(__file__)
    files = [press.theme_dir / place for place in STYLESHEETS]
    files += [*sorted(press.theme_dir.glob(_FONTS)), *map(here.with_name, _RECIPE)]
    return digest(*versions, tell_versions(), *_contents(files))


def _contents(files: Iterable[Path]) -> Iterable[bytes | str]:
    for file in files:
        yield file.name
        yield file.read_bytes()
