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

from typing import TYPE_CHECKING

from lxml.html import HtmlElement, builder

from plugins.photos.lines import Line, append, join_lines, split_lines
from plugins.photos.shots import Shot, caption_of, photo_in, photos_in, shots_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONTAINERS = frozenset({"li", "td", "th", "dd", "div", "blockquote", "section"})


def wrap_photos_in_figures(tree: HtmlElement) -> None:
    """Change the tree in place: see the rules above. Photos amid text stay where they are."""
    for element in list(tree.iter("p", *_CONTAINERS)):
        if any(photo_in(child) is not None for child in element):
            _split(element)
    for figure in list(tree.iter("figure")):
        if not figure.get("class") and photos_in(figure):
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
    shots: list[Shot] = []
    for line in lines:
        found = shots_of(line)
        if found:
            yield from _flush(text)
            shots += found
        elif shots and (caption := caption_of(line)) is not None:
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


def _figure(shots: list[Shot]) -> HtmlElement:
    """Return the figure of one photo, or the gallery of several."""
    if len(shots) == 1:
        return _photo_figure(shots[0])
    shared: list[HtmlElement] = []
    if not any(shot.captions for shot in shots[:-1]):
        shared, shots[-1].captions = shots[-1].captions, []
    gallery = builder.FIGURE({"class": "gallery"}, *map(_photo_figure, shots))
    _add_caption(gallery, "", shared)
    return gallery


def _photo_figure(shot: Shot) -> HtmlElement:
    figure = builder.FIGURE({"class": "photo"}, shot.element)
    photo = photo_in(shot.element)
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
    captions = [caption_of(line) for line in lines]
    if len(lines) != 1 or captions[0] is None:
        join_lines(below, [lines])
        return
    figure.tail = below.tail
    below.tail = None
    below.getparent().remove(below)
    _add_caption(figure, "", [captions[0]])
