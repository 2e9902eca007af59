"""Files that a saved page names: beside the page, or in a copy of the old portal's files."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from plugins.core.files import find_file
from plugins.core.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Drupal's derivatives ("styles/large/public/") and WordPress's ("anh-300x200.jpg").
_DRUPAL_STYLE = re.compile(r"styles/[^/]+/public/")
_WORDPRESS_SIZE = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
_DATA = re.compile(r"data:[\w/+.-]*(?P<base64>;base64)?,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Where to look: the page's folder, and folders that mirror the portal's paths."""

    folder: Path
    mirrors: tuple[Path, ...] = ()

    def read(self, address: str) -> bytes | None:
        """Return the bytes of what an address in the page names; None where it is not here."""
        embedded = _DATA.match(address)
        if embedded:
            return _decode(address[embedded.end() :], is_base64=bool(embedded["base64"]))
        for base, place in self._places(address):
            found = find_file(base, place)
            if found is not None:
                try:
                    return found.read_bytes()
                except OSError:
                    continue
        return None

    def _places(self, address: str) -> Iterator[tuple[Path, str]]:
        """Yield where a file may be, the original before what was derived from it."""
        path = _path_of(address)
        original = _WORDPRESS_SIZE.sub("", _DRUPAL_STYLE.sub("", path))
        for one in dict.fromkeys((original, path)):
            place = posixpath.normpath(one.lstrip("/"))
            for mirror in self.mirrors:
                yield mirror, place
                yield mirror, posixpath.basename(place)
            yield self.folder, place


def original_stem(address: str) -> str:
    """Return the name, without its extension, of the photo that an address was derived from."""
    return _WORDPRESS_SIZE.sub("", name_of(address)).rpartition(".")[0]


def name_of(address: str) -> str:
    """Return the file name of an address: "/files/anh%20hop.jpg?itok=x" → "anh hop.jpg"."""
    return "" if _DATA.match(address) else posixpath.basename(_path_of(address))


def absolute(base: str, address: str) -> str:
    """Return a full address, "" where it cannot be told."""
    try:
        whole = urljoin(base, address.strip())
        return whole if urlsplit(whole).scheme in {"http", "https", "mailto", "tel"} else ""
    except ValueError:
        return ""


def _path_of(address: str) -> str:
    try:
        return nfc(unquote(urlsplit(address.strip()).path))
    except ValueError:
        return ""


def _decode(text: str, *, is_base64: bool) -> bytes | None:
    if not is_base64:
        return unquote_to_bytes(text)
    try:
        return base64.b64decode(unquote(text), validate=False)
    except (binascii.Error, ValueError):
        return None
