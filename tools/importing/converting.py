"""From what a file holds to an article: every step that the kinds of file have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.fields import SUMMARY_LIMIT
from tools.articles import front_matter
from tools.importing.blocks import Paragraph
from tools.importing.cleaning import clean_draft
from tools.importing.dates import find_date
from tools.importing.figures import gather_figures
from tools.importing.markdown import MarkdownWriter, comment
from tools.importing.refusals import doubt
from tools.importing.structure import (
    drop_letterhead,
    recognise_headings,
    take_author,
    take_lead,
    take_title,
)
from tools.importing.typed_lists import recognise_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.importing.blocks import Draft

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_LEAST_SUMMARY_SIGNS = 40


@dataclass(frozen=True, slots=True)
class Defaults:
    """What an article has where its file does not say: today, the categories, the state."""

    today: str
    categories: Sequence[str]
    is_draft: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """An article ready to be written: its text, its files by name, what somebody must look at."""

    title: str
    year: str
    text: str
    files: dict[str, bytes]
    notes: tuple[str, ...]


def convert(draft: Draft, defaults: Defaults) -> Article:
    """Return the article that a draft becomes."""
    clean_draft(draft)
    draft.blocks = [b for b in draft.blocks if not (isinstance(b, Paragraph) and b.is_blank)]
    drop_letterhead(draft)
    draft.blocks = gather_figures(draft.blocks, draft)
    take_title(draft)
    take_author(draft)
    take_lead(draft, SUMMARY_LIMIT)
    recognise_headings(draft)
    recognise_lists(draft)
    _fill_fields(draft, defaults)
    return _write(draft, defaults)


def _fill_fields(draft: Draft, defaults: Defaults) -> None:
    if not draft.title:
        draft.title = draft.origin.rpartition(".")[0] or draft.origin
        draft.doubt(doubt("title"))
    if not draft.date:
        draft.date = find_date(draft.summary or _summarise(draft))
        code = "date-guessed" if draft.date else "date"
        draft.date = draft.date or defaults.today
        draft.doubt(doubt(code, date=draft.date))
    known = {name.casefold(): name for name in defaults.categories}
    category = known.get(draft.category.casefold(), "")
    if not category:
        category = defaults.categories[0]
        draft.doubt(doubt("category", category=category))
    draft.category = category
    if not _LEAST_SUMMARY_SIGNS <= len(draft.summary) <= SUMMARY_LIMIT:
        draft.summary = _summarise(draft) or draft.title
        draft.doubt(doubt("summary"))


def _summarise(draft: Draft) -> str:
    """Return the beginning of the first paragraph, up to the end of a sentence or a word."""
    texts = (b.text for b in draft.blocks if isinstance(b, Paragraph) and b.is_plain and b.text)
    text = next(texts, "")
    if len(text) <= SUMMARY_LIMIT:
        return text
    ends = [m.end() for m in _SENTENCE_END.finditer(text, 0, SUMMARY_LIMIT)]
    if ends and ends[-1] >= _LEAST_SUMMARY_SIGNS:
        return text[: ends[-1]]
    return text[: SUMMARY_LIMIT - 1].rpartition(" ")[0] + "…"


def _write(draft: Draft, defaults: Defaults) -> Article:
    writer = MarkdownWriter(draft)
    body = writer.write()
    fields: dict[str, str | list[str]] = {
        "title": draft.title,
        "date": draft.date,
        "category": draft.category,
        "tags": draft.tags,
        "author": draft.author,
        "source": draft.source,
        "summary": draft.summary,
        "status": "draft" if defaults.is_draft else "",
    }
    notes = "".join(f"{comment(note)}\n" for note in draft.notes)
    pieces = (front_matter(fields), notes, body, f"{mark(draft)}\n")
    text = "\n".join(piece for piece in pieces if piece)
    files = {writer.photo_names[key]: photo.data for key, photo in draft.photos.items()}
    files |= {writer.file_names[name]: data for name, data in draft.files.items()}
    return Article(draft.title, draft.date[6:10], text, files, tuple(draft.notes))


def mark(draft: Draft) -> str:
    """Return the comment by which a later run knows that a file is already here."""
    origin = " ".join(draft.origin.replace("--", "–").replace(">", "›").split())
    return f"<!-- Nhập từ: {origin} [{draft.digest}] -->"
