"""Where an article's file names photos by their old names, it gets the new ones, and no more."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.core.text import nfc, slugify
from plugins.photos.references import find_in_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_FIELD = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:cover|file)[ \t]*:[ \t]*", re.MULTILINE)
_VALUE = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|([^\r\n#]*[^\s#])")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^<>()\"\n]*[^<>()\"\s])")
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

Span = tuple[int, int, str]


def name_for(stem: str, extension: str, taken: Collection[str]) -> str:
    """Return the name of a photo for URLs and every file system, unlike those in `taken`."""
    slug = slugify(stem) or "anh"
    number, name = 1, f"{slug}{extension}"
    while name in taken:
        number += 1
        name = f"{slug}-{number}{extension}"
    return name


def rename_in_text(text: str, folder: Path, renamed: Mapping[Path, Path]) -> str:
    """Return the text of an article in `folder` with its photos' new names; the rest as it is."""
    new_names = {_key(old): new.name for old, new in renamed.items()}
    for start, end, target in sorted(set(_targets(text)), reverse=True):
        name = _new_name(target, folder, new_names)
        if name is not None:
            text = text[:start] + target[: target.rfind("/") + 1] + name + text[end:]
    return text


def _new_name(target: str, folder: Path, new_names: Mapping[str, str]) -> str | None:
    for written in (target, unquote(target)):
        name = new_names.get(_key(Path(os.path.normpath(folder / written))))
        if name is not None:
            return name
    return None


def _key(path: Path) -> str:
    """Return what two spellings of a path share: editors mistake case, Macs change marks."""
    return nfc(str(path)).casefold()


def _targets(text: str) -> Iterator[Span]:
    """Yield where photos may be named: in images, in links, and in the front matter."""
    for reference in find_in_text(text):
        yield reference.start, reference.end, text[reference.start : reference.end]
    for link in _LINK.finditer(text):
        yield *link.span(1), link[1]
    front = _FRONT_MATTER.match(text)
    for field in _FIELD.finditer(text, 0, front.end() if front else 0):
        value = _VALUE.match(text, field.end())
        if value:
            group = next(g for g in (1, 2, 3) if value[g] is not None)
            yield *value.span(group), value[group]
