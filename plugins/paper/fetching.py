"""What WeasyPrint may read: files of the site and of the theme; no other file and no network."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class FolderFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of some folders under the addresses that stand for them.

    Addresses are virtual: WeasyPrint hashes them into the PDF, and `file:` ones would tell where
    the project lies. What was refused is in `refused`, since WeasyPrint is silent about some.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        super().__init__(allowed_protocols=())
        self._folders = {address: folder.resolve() for address, folder in folders.items()}
        self.refused: list[str] = []

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        path = self._find(url)
        if path is None:
            self.refused.append(url)
            message = f"out of reach: {url}"
            raise ValueError(message)
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})

    def _find(self, url: str) -> Path | None:
        for address, folder in self._folders.items():
            if url.startswith(address):
                place = unquote(urlsplit(url.removeprefix(address)).path)
                path = (folder / place).resolve()
                return path if path.is_relative_to(folder) and path.is_file() else None
        return None
