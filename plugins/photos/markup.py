"""Photos that stand alone become figures: with their captions, in galleries where several meet.

The rules, on the HTML that Markdown made (so that photos written as HTML follow them too):

- a line of photos only, in a paragraph, list item, cell or quotation, becomes a figure;
- the title in `![alt](photo.jpg "Chú thích")` is the photo's caption;
- italics alone in the line or paragraph right under a photo are its caption;
- photos without text between them are a gallery; italics under the last of them are the gallery's
  caption, italics under each are the photos' own;
- the alternative text is never shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.html import HtmlElement, builder

from plugins.photos.lines import Line, append, join_lines, split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONTAINERS = frozenset({"li", "td", "th", "dd", "div", "blockquote", "section"})
_FULL_STOPS = frozenset({".", "…"})


@dataclass(slots=True)
class _Shot:
    """A photo (or the link that holds it) and the captions written for it."""

    element: HtmlElement
    captions: list[HtmlElement] = field(default_factory=list)


def wrap_photos_in_figures(tree: HtmlElement) -> None:
    """Change the tree in place: see the rules above. Photos amid text stay where they are."""
    for element in list(tree.iter("p", *_CONTAINERS)):
        if any(_photo_in(child) is not None for child in element):
            _split(element)
    for figure in list(tree.iter("figure")):
        if not figure.get("class") and _photos_in(figure):
            figure.set("class", "photo")
        _take_caption_below(figure)


def _split(element: HtmlElement) -> None:
    """Replace the lines of photos in an element by figures; a paragraph is itself replaced."""
    pieces = list(_pieces(split_lines(element)))
    if element.tag != "p":
        join_lines(element, pieces)
        return
    parent = element.getparent()
    place, tail = parent.index(element), element.tail
    element.tail = None
    parent.remove(element)
    new = [_paragraph(element, piece) if isinstance(piece, list) else piece for piece in pieces]
    parent[place:place] = new
    new[-1].tail = tail


def _paragraph(model: HtmlElement, lines: list[Line]) -> HtmlElement:
    paragraph = builder.P(dict(model.attrib))
    join_lines(paragraph, [lines])
    return paragraph


def _pieces(lines: Iterable[Line]) -> Iterator[list[Line] | HtmlElement]:
    """Yield runs of text lines as they are, and a figure for each run of photos."""
    text: list[Line] = []
    shots: list[_Shot] = []
    for line in lines:
        found = _shots_of(line)
        if found:
            yield from _flush(text)
            shots += found
        elif shots and (caption := _caption_of(line)) is not None:
            shots[-1].captions.append(caption)
        elif not shots or not line.is_blank:
            if shots:
                yield _figure(shots)
                shots = []
            text.append(line)
    if shots:
        yield _figure(shots)
    yield from _flush(text)


def _flush(text: list[Line]) -> Iterator[list[Line]]:
    if any(not line.is_blank for line in text):
        yield text.copy()
    text.clear()


def _shots_of(line: Line) -> list[_Shot]:
    """Return the photos of a line that holds photos only, the last perhaps with its caption."""
    shots: list[_Shot] = []
    for node in line.nodes:
        if isinstance(node, str):
            if not _is_end(node, shots[-1].captions if shots else []):
                return []
        elif _photo_in(node) is not None:
            shots.append(_Shot(node, _captions_inside(node)))
        elif node.tag == "em" and shots and not shots[-1].captions:
            shots[-1].captions.append(node)
        else:
            return []
    return shots


def _caption_of(line: Line) -> HtmlElement | None:
    """Return the italics of a line that holds nothing else but a full stop after them."""
    captions: list[HtmlElement] = []
    for node in line.nodes:
        if isinstance(node, str):
            if not _is_end(node, captions):
                return None
        elif node.tag == "em" and not captions and not _photos_in(node):
            captions.append(node)
        else:
            return None
    return captions[0] if captions else None


def _is_end(text: str, captions: list[HtmlElement]) -> bool:
    """Tell whether text is white space, or the full stop after a caption, which it then joins."""
    mark = text.strip()
    if mark in _FULL_STOPS and captions:
        append(captions[-1], mark)
        return True
    return not mark


def _photo_in(node: HtmlElement) -> HtmlElement | None:
    """Return the photo that a node is, or that a link with nothing else but italics holds."""
    if node.tag == "img":
        return node
    if node.tag != "a" or [child.tag for child in node] not in (["img"], ["img", "em"]):
        return None
    has_text = (node.text or "").strip() or any((child.tail or "").strip() for child in node)
    return None if has_text else node[0]


def _photos_in(element: HtmlElement) -> list[HtmlElement]:
    return list(element.iter("img"))


def _captions_inside(node: HtmlElement) -> list[HtmlElement]:
    """Take the caption out of a link around a photo: the link is the photo's, not its words'."""
    captions = [child for child in node if child.tag == "em"]
    for caption in captions:
        caption.tail = None
        node.remove(caption)
    return captions


def _figure(shots: list[_Shot]) -> HtmlElement:
    """Return the figure of one photo, or the gallery of several."""
    if len(shots) == 1:
        return _photo_figure(shots[0])
    shared: list[HtmlElement] = []
    if not any(shot.captions for shot in shots[:-1]):
        shared, shots[-1].captions = shots[-1].captions, []
    gallery = builder.FIGURE({"class": "gallery"}, *map(_photo_figure, shots))
    _add_caption(gallery, "", shared)
    return gallery


def _photo_figure(shot: _Shot) -> HtmlElement:
    figure = builder.FIGURE({"class": "photo"}, shot.element)
    photo = _photo_in(shot.element)
    title = "" if photo is None else photo.attrib.pop("title", "")
    _add_caption(figure, " ".join(title.split()), shot.captions)
    return figure


def _add_caption(figure: HtmlElement, title: str, italics: list[HtmlElement]) -> None:
    """Add the words of a caption: italics alone lose the slant, after a title they keep it."""
    if not title and not italics:
        return
    caption = builder.FIGCAPTION(title)
    for number, em in enumerate(italics):
        append(caption, " " if title or number else "")
        if title:
            append(caption, em)
        else:
            _pour(em, caption)
    figure.append(caption)


def _pour(em: HtmlElement, caption: HtmlElement) -> None:
    append(caption, em.text or "")
    for child in list(em):
        # lxml moves the text after an element together with it.
        caption.append(child)


def _take_caption_below(figure: HtmlElement) -> None:
    """Bind a paragraph of italics right under a figure to it, if it still lacks a caption."""
    below = figure.getnext()
    if below is None or below.tag != "p" or (figure.tail or "").strip():
        return
    if figure.find("figcaption") is not None:
        return
    lines = split_lines(below)
    captions = [_caption_of(line) for line in lines]
    if len(lines) != 1 or captions[0] is None:
        join_lines(below, [lines])
        return
    figure.tail = below.tail
    below.tail = None
    below.getparent().remove(below)
    _add_caption(figure, "", [captions[0]])
