"""The text of attached PDFs, as far as it can be read; each file is read once."""

from __future__ import annotations

import re
from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.executor import Task
from plugins.core.files import find_file
from plugins.core.text import clean
from plugins.search.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.core.document import Document
    from plugins.core.executor import Executor

_WORD_CUT = re.compile(r"-\n(?=[a-zà-ỹ])")


def find_pdfs(documents: Iterable[Document]) -> dict[tuple[str, str], Path]:
    """Return the attached PDFs by the source of the document and the name that it calls them."""
    found = {
        (document.view.path, field.file): find_file(Path(document.view.folder), field.file)
        for document in documents
        for field in document.view.attachments
        if field.file.lower().endswith(".pdf")
    }
    return {key: path for key, path in found.items() if path is not None}


def read_pdfs(
    sums: Mapping[Path, str], pages: int, cache_dir: Path, executor: Executor
) -> dict[Path, Text]:
    """Return each file's text, from the cache where it was read before.

    `sums` are what stands for the files' bytes.
    """
    kept = {p: cache_dir / f"{digest(sums[p], str(pages))}.txt" for p in sorted(sums) if pages}
    unread = [path for path, place in kept.items() if not place.is_file()]
    # Processes: the library logs what it finds odd, and Pelican makes each log entry fatal.
    task = Task("Đọc tệp PDF", extract_text, pages, versions=list_versions, own_process=True)
    files = ((path, path.read_bytes()) for path in unread)
    for path, text in executor.map_in_order(task, files, len(unread)):
        write_atomically(kept[path], text.encode())
    return {p: Text(place.stem, partial(place.read_text, "utf-8")) for p, place in kept.items()}


def list_versions() -> dict[str, str]:
    """Return the version of what reads: another one may find other text."""
    return {"pypdf": version("pypdf")}


def extract_text(pages: int, file: bytes) -> str:
    """Return the text of a PDF's first pages, "" where there is none to be had."""
    # As slow to load as half of Pelican, and files that were read before are not read again.
    from pypdf import PdfReader  # noqa: PLC0415

    try:
        found = [page.extract_text() for page in PdfReader(BytesIO(file)).pages[:pages]]
    except Exception:  # noqa: BLE001 - a damaged file fails in any way, and is only not found by its text
        return ""
    return " ".join(clean(_WORD_CUT.sub("", "\n".join(found))).split())
