"""What a line holds, as far as photos go: photos and nothing else, or the caption of some."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.photos.lines import Line, Node, append

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FULL_STOPS = frozenset({".", "…"})

# A line's shape: P a photo, C italics, "." the full stop after them, x all else.
_PHOTOS = re.compile(r"(?:P(?:C\.?)?)+")
_CAPTION = re.compile(r"C\.?")


@dataclass(slots=True)
class Shot:
    """A photo (or the link that holds it) and the captions written for it."""

    element: HtmlElement
    captions: list[HtmlElement] = field(default_factory=list)


def shots_of(line: Line) -> list[Shot]:
    """Return the photos of a line that holds photos only, each perhaps with its caption."""
    if not _PHOTOS.fullmatch(_shape(line)):
        return []
    shots: list[Shot] = []
    for node in line.nodes:
        if isinstance(node, str):
            if node.strip():
                append(shots[-1].captions[-1], node.strip())
        elif node.tag == "em":
            shots[-1].captions.append(node)
        else:
            shots.append(Shot(node, _captions_inside(node)))
    return shots


def caption_of(line: Line) -> HtmlElement | None:
    """Return the italics of a line that holds nothing else but a full stop after them."""
    if not _CAPTION.fullmatch(_shape(line)):
        return None
    caption = next(node for node in line.nodes if not isinstance(node, str))
    append(caption, "".join(node.strip() for node in line.nodes if isinstance(node, str)))
    return caption


def _shape(line: Line) -> str:
    """Return a letter for each node that is more than white space; see `_PHOTOS`."""
    return "".join(map(_letter, line.nodes))


def _letter(node: Node) -> str:
    if isinstance(node, str):
        return "." if node.strip() in _FULL_STOPS else "x" * bool(node.strip())
    if photo_in(node) is not None:
        return "P"
    return "C" if node.tag == "em" and not photos_in(node) else "x"


def photo_in(node: HtmlElement) -> HtmlElement | None:
    """Return the photo that a node is, or that a link with nothing else but italics holds."""
    if node.tag == "img":
        return node
    if node.tag != "a" or [child.tag for child in node] not in (["img"], ["img", "em"]):
        return None
    has_text = (node.text or "").strip() or any((child.tail or "").strip() for child in node)
    return None if has_text else node[0]


def photos_in(element: HtmlElement) -> list[HtmlElement]:
    """Return every photo below an element."""
    return list(element.iter("img"))


def _captions_inside(node: HtmlElement) -> list[HtmlElement]:
    """Take the caption out of a link around a photo: the link is the photo's, not its words'."""
    captions = [child for child in node if child.tag == "em"]
    for caption in captions:
        caption.tail = None
        node.remove(caption)
    return captions
