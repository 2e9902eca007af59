"""Mends what is certain: characters, quotes in captions, and the case and form of file names."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from plugins.core.artifacts import write_atomically
from plugins.core.text import nfc
from plugins.photos.references import find_in_text
from plugins.proofreading.characters import mend_characters
from plugins.proofreading.paragraphs import mend_caption_quotes
from tools.check.site import list_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_FENCE = re.compile(r" {0,3}(```|~~~)")


def fix_sources(content_dir: Path) -> list[Path]:
    """Mend every source and file name below a folder; return the paths that changed."""
    renamed = list(_rename_files(content_dir))
    return [*renamed, *(path for path in list_sources(content_dir) if _fix_source(path))]


def _fix_source(path: Path) -> bool:
    old = path.read_bytes()
    try:
        text = old.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    new = _use_files_names(mend_text(text), path.parent).encode("utf-8")
    if new != old:
        write_atomically(path, new)
    return new != old


def mend_text(text: str) -> str:
    """Return a source's text with its lines mended; line ends stay as they are."""
    pieces = _LINE_END.split(text)
    is_code = False
    for place in range(0, len(pieces), 2):
        line = mend_characters(pieces[place])
        is_code ^= _FENCE.match(line) is not None
        pieces[place] = line if is_code else mend_caption_quotes(line)
    return "".join(pieces)


def _use_files_names(text: str, folder: Path) -> str:
    """Return the text with its photos named letter by letter as their files are."""
    names = os.listdir(folder)  # noqa: PTH208 - names only, and no Path made for each
    for photo in sorted(find_in_text(text), key=lambda one: one.start, reverse=True):
        same = [n for n in names if nfc(n).casefold() == nfc(photo.target).casefold()]
        is_safe = len(same) == 1 and same[0] != photo.target and photo.end > photo.start
        if is_safe and text[photo.start : photo.end] == photo.target:
            text = text[: photo.start] + same[0] + text[photo.end :]
    return text


def _rename_files(content_dir: Path) -> Iterator[Path]:
    """Give each file a name in NFC, unless another file has it; yield the new paths."""
    for folder, _folders, names in os.walk(content_dir):
        for name in sorted(names):
            path, new = content_dir / folder / name, content_dir / folder / nfc(name)
            if nfc(name) != name and not new.exists():
                yield path.rename(new)
