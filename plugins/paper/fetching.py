"""What WeasyPrint may read: the files that a page was sent with; no disk and no network."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from weasyprint.urls import URLFetcher, URLFetcherResponse

from plugins.paper.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Mapping


class FileFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers with files by their addresses, plain ones.

    Addresses are virtual: WeasyPrint hashes them into the PDF, and `file:` ones would tell where
    the project lies. What was refused is in `refused`, since WeasyPrint is silent about some.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.files = files
        self.refused: list[str] = []

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        name = plain(url)
        data = self.files.get(name)
        if data is None:
            self.refused.append(url)
            message = f"out of reach: {url}"
            raise ValueError(message)
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, data, {"Content-Type": media_type})
