"""What a reader sees and no program was told: title, author, lead and headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.importing.blocks import Block, Paragraph, Table
from tools.importing.dates import find_date
from tools.importing.refusals import doubt

if TYPE_CHECKING:
    from tools.importing.blocks import Draft

_LETTERHEAD = re.compile(r"độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:(?:tin|bài|ảnh|tác giả|người viết)(?:\s*(?:,|và|-|/|;)?\s*(?:tin|bài|ảnh))*)\s*:\s*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^nguồn(?: tin)?\s*:\s*", re.IGNORECASE)
_KIND_OF_LETTER = re.compile(
    "THÔNG BÁO|BÁO CÁO|KẾ HOẠCH|QUYẾT ĐỊNH|TỜ TRÌNH|HƯỚNG DẪN|GIẤY MỜI|NGHỊ QUYẾT|CHỈ THỊ|KẾT LUẬN"
)
_SENTENCE_ENDS = (".", ":", ";", ",", "!", "?")
_HEADING_ENDS = (".", ";", ",")
_ROMAN = re.compile(r"(?:[IVX]+|[A-H])\s*[.)–-]\s")
_NUMBERED = re.compile(r"\d{1,2}\s*[.)]\s")
_MOST_TITLE_SIGNS = 250
_MOST_HEADING_SIGNS = 120
_MOST_AUTHOR_SIGNS = 60
_LEAST_LEAD_SIGNS = 60
_TITLE_LINES = 4
_TOP_HEADING = 2


def drop_letterhead(draft: Draft) -> None:
    """Drop the national motto and the office's name at the top of an official letter."""
    for place, block in enumerate(draft.blocks[:6]):
        text = _text_of(block)
        if _LETTERHEAD.search(text):
            draft.date = draft.date or find_date(text)
            draft.doubt(doubt("letterhead"))
            del draft.blocks[: place + 1]
            return


def _text_of(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for cell in block.cells()) if isinstance(block, Table) else ""


def take_title(draft: Draft) -> None:
    """Take the first lines as the title where they look like one, and drop them if it is known."""
    lines: list[Paragraph] = []
    for block in draft.blocks[:_TITLE_LINES]:
        if not isinstance(block, Paragraph) or not _is_title(block, is_first=not lines):
            break
        lines.append(block)
        if block.role == "title" or block.level:
            break
    text = _join_title([line.text for line in lines])
    if lines and len(text) <= _MOST_TITLE_SIGNS and draft.title in {"", text}:
        draft.title = text
        del draft.blocks[: len(lines)]


def _join_title(lines: list[str]) -> str:
    """Return the lines as one; "THÔNG BÁO / Về việc …" becomes "Thông báo về việc …"."""
    if len(lines) > 1 and _KIND_OF_LETTER.fullmatch(lines[0]):
        first = lines[1][0].lower() + lines[1][1:] if lines[1].startswith("V") else lines[1]
        lines = [lines[0].capitalize(), first, *lines[2:]]
    return " ".join(lines)


def _is_title(paragraph: Paragraph, *, is_first: bool) -> bool:
    if paragraph.photos or not paragraph.text:
        return False
    if paragraph.role == "title" or (is_first and paragraph.level == 1):
        return True
    is_centred_bold = paragraph.is_bold and paragraph.align == "center"
    is_bold_line = paragraph.is_bold and is_first and not paragraph.text.endswith(".")
    return is_centred_bold or (is_bold_line and len(paragraph.text) <= _MOST_HEADING_SIGNS * 2)


def take_author(draft: Draft) -> None:
    """Take the short line at the end that stands right, or in bold, as the author."""
    last = [b for b in draft.blocks[-4:] if isinstance(b, Paragraph) and b.text]
    for paragraph in reversed(last):
        text = paragraph.text
        stands_out = paragraph.align == "right" or (paragraph.is_bold and paragraph is last[-1])
        is_short = len(text) <= _MOST_AUTHOR_SIGNS and len(text.split()) <= 10  # noqa: PLR2004 - words
        if is_short and _SOURCE.match(text):
            draft.source = draft.source or _SOURCE.sub("", text)
            _drop(draft, paragraph)
        elif is_short and not text.endswith(_SENTENCE_ENDS) and (stands_out or _BYLINE.match(text)):
            draft.author = draft.author or _BYLINE.sub("", text)
            _drop(draft, paragraph)
            return


def _drop(draft: Draft, paragraph: Paragraph) -> None:
    """Drop this very paragraph: another may say the same."""
    draft.blocks = [block for block in draft.blocks if block is not paragraph]


def take_lead(draft: Draft, most_signs: int) -> None:
    """Take a bold first paragraph as the summary; it stands above the article anyway."""
    first = next((b for b in draft.blocks if isinstance(b, Paragraph)), None)
    if first is None or not first.is_plain:
        return
    is_lead = first.is_bold and len(first.text) >= _LEAST_LEAD_SIGNS
    if is_lead and len(first.text) <= most_signs:
        draft.summary = first.text
        _drop(draft, first)
    elif is_lead:
        for span in first.spans:
            span.is_bold = False


def recognise_headings(draft: Draft) -> None:
    """Make headings of short bold paragraphs, and bring all levels into order below the title."""
    paragraphs = [b for b in draft.blocks if isinstance(b, Paragraph)]
    fake = [p for p in paragraphs[1:] if p.is_plain and _is_fake_heading(p)]
    has_parts = any(_ROMAN.match(p.text) for p in fake)
    for paragraph in fake:
        is_below = has_parts and _NUMBERED.match(paragraph.text)
        paragraph.level = _TOP_HEADING + 1 if is_below else _TOP_HEADING
    _order_levels([p for p in paragraphs if p.level])


def _is_fake_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_short = len(text) <= _MOST_HEADING_SIGNS and not text.endswith(_HEADING_ENDS)
    return paragraph.is_bold and is_short and paragraph.align != "right"


def _order_levels(headings: list[Paragraph]) -> None:
    levels = sorted({heading.level for heading in headings})
    before = _TOP_HEADING - 1
    for heading in headings:
        level = _TOP_HEADING + levels.index(heading.level)
        heading.level = before = min(level, before + 1, 6)
        for span in heading.spans:
            span.is_bold = False
