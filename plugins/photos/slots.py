"""Slots: what stands for a photo in an article's HTML until its derivatives are made.

A slot is a number: what it needs to be filled is in the document's extras, at that place. The
sanitiser, which ran before, lets neither the element nor the scheme through: no article can
forge one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml.html import HtmlElement, builder

from plugins.core.document import BodyPhotos, PhotoUse
from plugins.photos.catalogue import PhotoError
from plugins.photos.places import find_photo, is_photo_name
from plugins.photos.references import find_references
from plugins.photos.widths import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.core.source import Source

_SLOT = re.compile(
    r'<photo-slot data-number="(\d+)"></photo-slot>|(?<=href=")photo-slot:(\d+)(?=")'
)


def place_slots(source: Source, content_dir: Path, tree: HtmlElement) -> Iterator[Problem]:
    """Replace each photo in the tree by its slot; yield a problem for each that cannot be one.

    Links to photos beside the article will lead to the largest derivative: originals are never
    published. What was found is in the source's extras in the end.
    """
    lines = _lines_by_target(source)
    uses: list[PhotoUse] = []
    _unlink_photos_from_their_files(tree)
    for image in list(tree.iter("img")):
        written = image.get("src") or ""
        line = _line_of(lines, written, source.body_line)
        try:
            photo = find_photo(unquote(written), source.folder, content_dir)
        except PhotoError as error:
            yield error.problem(source.path, line)
            continue
        use = _use_of(image, photo, line)
        _replace(image, _slot(len(uses)))
        uses.append(use)
    for link in tree.iter("a"):
        target = _photo_behind(link, source, content_dir)
        if target is not None:
            link.set("href", f"photo-slot:{len(uses)}")
            uses.append(PhotoUse(target, source.body_line, is_shown=False))
    source.extras.photos = BodyPhotos(tuple(uses), _named_cover(source, content_dir))


def fill_slots(html: str, fillings: Sequence[str]) -> str:
    """Return the HTML with each slot filled by what is in `fillings` at its number.

    That is markup for a photo that is shown, an address for a link.
    """
    return _SLOT.sub(lambda slot: fillings[int(slot[slot.lastindex or 0])], html)


def _use_of(image: HtmlElement, photo: str, line: int) -> PhotoUse:
    alt = image.get("alt") or ""
    is_link_text = next(image.iterancestors("a"), None) is not None
    narrow, wide = columns_of(image)
    return PhotoUse(photo, line, alt, is_link_text=is_link_text, narrow=narrow, wide=wide)


def _slot(number: int) -> HtmlElement:
    element = builder.E("photo-slot", {"data-number": str(number)})
    element.text = ""  # an end tag, as every parser of HTML wants it
    return element


def _named_cover(source: Source, content_dir: Path) -> str:
    if not source.view.cover:
        return ""
    try:
        return find_photo(source.view.cover, source.folder, content_dir)
    except PhotoError:
        return ""  # the check of the source has told of it


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def _unlink_photos_from_their_files(tree: HtmlElement) -> None:
    """Drop links around photos that only led to a photo's file: every photo gets its own link."""
    for link in list(tree.iter("a")):
        if len(link) == 1 and link[0].tag == "img" and _is_local_photo(link.get("href")):
            link.drop_tag()


def _photo_behind(link: HtmlElement, source: Source, content_dir: Path) -> str | None:
    """Return the photo that a link leads to, if it does so."""
    href = link.get("href") or ""
    if not _is_local_photo(href):
        return None
    try:
        return find_photo(unquote(href), source.folder, content_dir)
    except PhotoError:
        return None  # core checks the targets of links


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
