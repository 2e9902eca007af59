"""The draft's text in good order: Unicode, composed, without what copying left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.text import clean
from plugins.proofreading.legacy import DECODERS, may_be_legacy, recognise_encoding
from tools.importing.blocks import Figure, Paragraph, Span, Table, join_spans
from tools.importing.refusals import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.importing.blocks import Draft

_ABC_FONT = re.compile(r"\.Vn", re.IGNORECASE)
_ABC_CAPITALS = re.compile(r"\.Vn.*H$", re.IGNORECASE)
_VNI_FONT = re.compile(r"VNI[- ]", re.IGNORECASE)
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean_draft(draft: Draft) -> None:
    """Decode and clean every text of a draft; its doubts tell which encodings were met."""
    for paragraph in _paragraphs(draft):
        _clean_paragraph(paragraph, draft)
    for block in draft.blocks:
        if isinstance(block, Figure):
            block.caption = _decode_by_look(block.caption, draft)
            for photo in block.photos:
                photo.alt = _decode_by_look(photo.alt, draft)
    for name in ("title", "author", "summary", "category"):
        text = _decode_by_look(getattr(draft, name), draft)
        setattr(draft, name, " ".join(text.split()))
    draft.tags = [" ".join(_decode_by_look(tag, draft).split()) for tag in draft.tags]


def _paragraphs(draft: Draft) -> Iterator[Paragraph]:
    yield from draft.footnotes.values()
    for block in draft.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for cell in block.cells():
                yield from cell.paragraphs


def _clean_paragraph(paragraph: Paragraph, draft: Draft) -> None:
    for span in paragraph.spans:
        span.text = _decode_by_font(span.text, span.font, draft)
        span.font = ""
    for span in paragraph.spans:
        span.font = ""
    paragraph.pieces = join_spans(paragraph.pieces)
    encoding = _encoding_of(paragraph.text)
    for span in paragraph.spans:
        if encoding:
            draft.doubt(doubt("encoding", encoding=encoding))
            span.text = DECODERS[encoding](span.text)
        span.text = clean_text(span.text)
    for photo in paragraph.photos:
        photo.alt = " ".join(clean_text(photo.alt).split())
    _trim(paragraph)


def _decode_by_font(text: str, font: str, draft: Draft) -> str:
    encoding = "TCVN3" if _ABC_FONT.match(font) else "VNI" if _VNI_FONT.match(font) else ""
    # Unicode text in an old font is what Word shows with another font: it is right as it is.
    if not encoding or any(ord(sign) > 0x17F for sign in text):  # noqa: PLR2004 - beyond Latin
        return text
    draft.doubt(doubt("encoding", encoding=encoding))
    decoded = DECODERS[encoding](text)
    return decoded.upper() if _ABC_CAPITALS.match(font) else decoded


def _decode_by_look(text: str, draft: Draft) -> str:
    encoding = _encoding_of(text)
    if encoding:
        draft.doubt(doubt("encoding", encoding=encoding))
        text = DECODERS[encoding](text)
    return clean_text(text)


def _encoding_of(text: str) -> str:
    return recognise_encoding(text) if may_be_legacy(text) else ""


def clean_text(text: str) -> str:
    """Return a text in NFC, with plain spaces and without what cannot be seen."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", clean(text)))


def _trim(paragraph: Paragraph) -> None:
    """Drop white space at a paragraph's ends, and spaces that follow others across runs."""
    before = "\n"
    for span in paragraph.spans:
        if before[-1:] in {" ", "\n"}:
            span.text = span.text.lstrip(" ")
        before = span.text or before
    texts = [span for span in paragraph.spans if span.text]
    while texts and not texts[-1].text.rstrip():
        texts.pop().text = ""
    if texts:
        texts[-1].text = texts[-1].text.rstrip()
    while texts and not texts[0].text.lstrip():
        texts.pop(0).text = ""
    if texts:
        texts[0].text = texts[0].text.lstrip()
    paragraph.pieces = [p for p in paragraph.pieces if not isinstance(p, Span) or p.text or p.note]
