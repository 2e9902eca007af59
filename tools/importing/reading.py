"""Files to bring in, whatever their kind: each yields its drafts, or says why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.formats import format_size
from tools.importing.blocks import Draft
from tools.importing.feeds import read_feed
from tools.importing.html_page import read_page
from tools.importing.nearby import Nearby
from tools.importing.refusals import RefusedError, refusal
from tools.importing.word import read_word
from tools.importing.word_package import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_WORD = {".docx", ".docm", ".doc", ".rtf", ".dotx"}
_PAGES = {".html", ".htm", ".xhtml"}
_FEEDS = {".xml", ".rss", ".wxr"}
_DIGEST_SIGNS = 16


def list_files(path: Path) -> list[Path]:
    """Return the files to bring in: the path itself, or those below a folder that may be articles.

    What a browser saved beside a page ("bai_files/") belongs to the page.
    """
    if not path.is_dir():
        return [path]
    kinds = _WORD | _PAGES | _FEEDS
    return [
        file
        for file in sorted(path.rglob("*"))
        if file.suffix.lower() in kinds
        and file.is_file()
        and not any(part.endswith("_files") or part.startswith(".") for part in file.parts[:-1])
        and not file.name.startswith(("~$", "."))
    ]


def digest_of(data: bytes) -> str:
    return digest(data)[:_DIGEST_SIGNS]


def _nothing_is_known(_digest: str) -> bool:
    return False


def read_file(
    path: Path, mirrors: Sequence[Path] = (), is_known: Callable[[str], bool] = _nothing_is_known
) -> Iterator[Draft]:
    """Yield the drafts of a file; what is known by its digest is not read, and comes empty.

    Raises RefusedError for what cannot be brought in.
    """
    suffix = path.suffix.lower()
    if suffix not in _WORD | _PAGES | _FEEDS:
        raise refusal("kind", suffix=path.suffix or path.name)
    data = _read_bytes(path)
    nearby = Nearby(path.parent, tuple(mirrors))
    try:
        if suffix in _FEEDS:
            yield from read_feed(data, path.name, nearby)
            return
        draft = Draft(path.name, digest_of(data))
        if is_known(draft.digest):
            pass
        elif suffix in _WORD:
            read_word(data, draft)
        else:
            read_page(data, draft, nearby)
    except RecursionError as error:
        raise refusal("unreadable", detail="lồng quá nhiều tầng / nested too deep") from error
    yield draft


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            sizes = {"size": format_size(size, "vi"), "limit": format_size(MOST_BYTES, "vi")}
            raise refusal("large", **sizes)
        return path.read_bytes()
    except OSError as error:
        raise refusal("unreadable", detail=error.strerror or str(error)) from error


__all__ = ["RefusedError", "digest_of", "list_files", "read_file"]
