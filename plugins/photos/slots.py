"""Slots: what stands for a photo in an article's HTML until its derivatives are made.

A slot carries all that is needed to fill it, so nothing is remembered between the stages. The
sanitiser, which ran before, lets neither the element nor the scheme through: no article can
forge one.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import defaultdict
from dataclasses import dataclass, fields
from html import escape
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml.html import HtmlElement, builder

from plugins.photos.catalogue import PhotoError
from plugins.photos.places import find_photo, is_photo_name
from plugins.photos.references import find_references
from plugins.photos.widths import COLUMNS, columns_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.core.source import Source

_SLOT = re.compile(r'<photo-slot data-photo="([^"]*)"></photo-slot>')
_LINK = re.compile(r'href="photo-slot:([^"]*)"')


@dataclass(frozen=True, slots=True)
class Slot:
    """A photo in a body. `photo` is its path below the content folder.

    `source` and `line` tell where it is written; `is_link_text` that a link of the editor's
    surrounds it. `narrow` and `wide` are how many of six columns it takes on narrow and on wide
    screens.
    """

    photo: str
    alt: str
    source: str
    line: int
    is_link_text: bool = False
    narrow: int = COLUMNS
    wide: int = COLUMNS

    @property
    def is_only_linked(self) -> bool:
        """Tell whether the photo is not in the body, but a link's words lead to it."""
        return self.is_link_text and not self.alt


_FIELDS = attrgetter(*(field.name for field in fields(Slot)))


def place_slots(source: Source, content_dir: Path, tree: HtmlElement) -> Iterator[Problem]:
    """Replace each photo in the tree by its slot; yield a problem for each that cannot be one.

    Links to photos beside the article will lead to the largest derivative: originals are never
    published.
    """
    lines = _lines_by_target(source)
    _unlink_photos_from_their_files(tree)
    for image in list(tree.iter("img")):
        written = image.get("src") or ""
        line = _line_of(lines, written, source.body_line)
        try:
            path = find_photo(unquote(written), source.folder, content_dir)
        except PhotoError as error:
            yield error.problem(source.path, line)
            continue
        photo = path.relative_to(content_dir).as_posix()
        is_link_text = next(image.iterancestors("a"), None) is not None
        columns = columns_of(image)
        slot = Slot(photo, image.get("alt") or "", source.path, line, is_link_text, *columns)
        _replace(image, _element(slot))
    for link in tree.iter("a"):
        _slot_link(link, source, content_dir)


def find_slots(html: str) -> list[Slot]:
    """Return the slots of a body in reading order, then the photos that links lead to."""
    return [_read(packed) for pattern in (_SLOT, _LINK) for packed in pattern.findall(html)]


def fill_slots(
    html: str,
    slots: Iterable[Slot],
    render: Callable[[Slot, int], str],
    address_of: Callable[[Slot], str],
) -> str:
    """Return the HTML with `slots`, which are its own, filled.

    `render` gets the slot and its number from 0.
    """
    numbered = enumerate(slots)

    def fill(_: re.Match[str]) -> str:
        number, slot = next(numbered)
        return render(slot, number)

    filled = _SLOT.sub(fill, html)
    return _LINK.sub(lambda _: f'href="{escape(address_of(next(numbered)[1]))}"', filled)


def _element(slot: Slot) -> HtmlElement:
    element = builder.E("photo-slot", {"data-photo": _pack(slot)})
    element.text = ""  # an end tag, as every parser of HTML wants it
    return element


def _pack(slot: Slot) -> str:
    return urlsafe_b64encode(json.dumps(_FIELDS(slot)).encode()).decode()


def _read(packed: str) -> Slot:
    return Slot(*json.loads(urlsafe_b64decode(packed)))


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def _unlink_photos_from_their_files(tree: HtmlElement) -> None:
    """Drop links around photos that only led to a photo's file: every photo gets its own link."""
    for link in list(tree.iter("a")):
        if len(link) == 1 and link[0].tag == "img" and _is_local_photo(link.get("href")):
            link.drop_tag()


def _slot_link(link: HtmlElement, source: Source, content_dir: Path) -> None:
    href = link.get("href") or ""
    if not _is_local_photo(href):
        return
    try:
        path = find_photo(unquote(href), source.folder, content_dir)
    except PhotoError:
        return  # core checks the targets of links
    photo = path.relative_to(content_dir).as_posix()
    slot = Slot(photo, "", source.path, source.body_line, is_link_text=True)
    link.set("href", f"photo-slot:{_pack(slot)}")


def _is_local_photo(href: str | None) -> bool:
    return bool(href) and ":" not in str(href) and is_photo_name(str(href))


def _lines_by_target(source: Source) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = defaultdict(list)
    for reference in find_references(source):
        lines[unquote(reference.target)].append(reference.line)
    return lines


def _line_of(lines: dict[str, list[int]], written: str, default: int) -> int:
    """Return the next line that names a photo; the last one stays for what is named again."""
    numbers = lines.get(unquote(written), [default])
    return numbers.pop(0) if len(numbers) > 1 else numbers[0]
