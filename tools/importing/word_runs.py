"""The runs of a Word paragraph: text, photos and notes, tracked changes settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.importing.blocks import Photo, Piece, Span
from tools.importing.refusals import doubt
from tools.importing.word_package import R, W
from tools.importing.word_styles import Look, is_on, value_of, with_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from tools.importing.blocks import Draft
    from tools.importing.word_package import Package
    from tools.importing.word_styles import Styles

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RAISED = {"superscript": "sup", "subscript": "sub"}
_TEXTS = {f"{W}tab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# What stands around runs, and is passed through.
_WRAPPERS = {f"{W}{n}" for n in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")}
_CHANGES = {f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom")}
TEXT_BOX = f"{W}txbxContent"


@dataclass(slots=True)
class WordFile:
    """A .docx on its way to a draft; `part` is the one that is being read."""

    package: Package
    styles: Styles
    draft: Draft
    part: str = "word/document.xml"
    relations: dict[str, str] = field(default_factory=dict)
    boxes: list[_Element] = field(default_factory=list)


def read_pieces(word: WordFile, parent: _Element, look: Look, link: str = "") -> Iterator[Piece]:
    """Yield the runs and photos below a paragraph, or below what wraps runs in it."""
    for child in parent:
        if child.tag in _CHANGES:
            word.draft.doubt(doubt("tracked"))
        if child.tag == f"{W}r":
            yield from _read_run(word, child, look, link)
        elif child.tag == f"{W}hyperlink":
            target = word.relations.get(child.get(f"{R}id", ""), "")
            yield from read_pieces(word, child, look, target or link)
        elif child.tag in _WRAPPERS:
            yield from read_pieces(word, child, look, link)


def _read_run(word: WordFile, run: _Element, look: Look, link: str) -> Iterator[Piece]:
    properties = run.find(f"{W}rPr")
    style_id = value_of(properties, "rStyle")
    if style_id in word.styles.by_id and properties is not None:
        look = with_run(look, word.styles.by_id[style_id].find(f"{W}rPr"))
    look = with_run(look, properties)
    if properties is not None and is_on(properties, "vanish", inherited=False):
        return
    raised = _RAISED.get(value_of(properties, "vertAlign"), "")
    for child in run:
        text = _text_of(child)
        if text:
            yield Span(text, look.is_bold, look.is_italic, link, raised, look.font)
        elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            yield from _refer_to_note(child)
        else:
            yield from _read_drawings(word, child)


def _text_of(child: _Element) -> str:
    if child.tag == f"{W}t":
        return child.text or ""
    if child.tag == f"{W}br":
        return "" if child.get(f"{W}type") in {"page", "column"} else "\n"
    return _TEXTS.get(str(child.tag), "")


def _refer_to_note(reference: _Element) -> Iterator[Span]:
    kind = "f" if "footnote" in str(reference.tag) else "e"
    number = reference.get(f"{W}id", "")
    if number.isdecimal():
        yield Span("", note=f"{kind}{number}")


def _read_drawings(word: WordFile, element: _Element) -> Iterator[Photo]:
    """Yield the photos of a drawing; text boxes are noted for after the paragraph."""
    if element.tag == f"{_MC}AlternateContent":
        # The same thing twice, for newer and older programs: the newer form will do.
        choice = element.find(f"{_MC}Choice")
        element = element if choice is None else choice
    if element.tag not in {f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}Choice"}:
        return
    boxes = list(element.iter(TEXT_BOX))
    word.boxes.extend(boxes)
    alt = next((p.get("descr", "") for p in element.iter(f"{_WP}docPr")), "")
    for name, attribute in ((f"{_DRAWING}blip", f"{R}embed"), (f"{_VML}imagedata", f"{R}id")):
        for image in element.iter(name):
            if not any(box in image.iterancestors() for box in boxes):
                target = word.relations.get(image.get(attribute, ""), "")
                yield Photo(target, alt)
