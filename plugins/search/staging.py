"""Entries as the engine reads them: one small HTML file each, with “đ” made foldable.

The engine folds marks by decomposing letters, and đ does not decompose; ḏ (d with a line below)
does, and no language of the site writes it. Pages put it back.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from plugins.core.forking import map_forked
from plugins.core.text import fold, nfc
from plugins.search.entry import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from plugins.search.entry import Entry

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 6000
# So many articles have the words that readers may mistype.
_COUNTED_ENTRIES = 2000
# Titles take so many places in a text, however many words they have: what is found there is found
# in a title. search-engine.js counts with it too.
_TITLE_PLACES = 40
_PLACEHOLDER = "·"
# Engines sort only what has a value, and pages are of no day.
_NO_DATE = "0000"


def swap_letters(text: str) -> str:
    """Return the text with đ in a form that the engine can fold."""
    return nfc(text).replace("đ", "ḏ").replace("Đ", "Ḏ")


def render_entry(entry: Entry, paragraphs: Sequence[str]) -> str:
    """Return the file of an entry with the texts of its body; its first words are the title's.

    All is of one weight: the place of a phrase is that of the first only among words of one weight.

    What a result shows goes along as the id of an empty element: the engine keeps ids beside the
    text but, unlike its "meta" fields, finds nothing by them.
    """
    title = f'<span data-pagefind-meta="title">{escape(entry.title)}</span>'
    body = [f"<p>{title}{_pad(entry.title)}</p>", *_blocks([entry.summary])]
    body += _blocks(paragraphs)
    body += _blocks(entry.attachments)
    for title, text in entry.extra:
        if found := text.fetch():
            body += _blocks([title, found])
    facet = escape(facet_of(entry))
    head = f'<meta data-pagefind-filter="facet[content]" content="{facet}">'
    sort = f'<meta data-pagefind-sort="date[content]" content="{entry.date or _NO_DATE}">'
    card = escape(urlencode(card_of(entry)))
    return swap_letters(
        f'<!doctype html><html><head><meta charset="utf-8">{head}{sort}</head>'
        f'<body data-pagefind-body><a id="{card}"></a>{"".join(body)}</body></html>'
    )


def _pad(title: str) -> str:
    return f" {_PLACEHOLDER}" * (_TITLE_PLACES - len(title.split()))


def facet_of(entry: Entry) -> str:
    """Return all that an entry can be filtered by: "2021|news+document|Tin tức".

    One filter instead of three: the engine keeps the number of each document for each filter, and a
    reader waits for a file of each.
    """
    return f"{entry.year}|{'+'.join(entry.kinds)}|{entry.category}"


def _blocks(texts: Iterable[str]) -> list[str]:
    return [f"<p>{escape(text)}</p>" for text in texts if text]


def card_of(entry: Entry) -> dict[str, str]:
    """Return what a result shows besides the title and the words that were found."""
    card = {"url": entry.url, "date": entry.date}
    if entry.photo:
        names = ("photo", "width", "height", "tone")
        card |= dict(zip(names, map(str, entry.photo), strict=True))
    return card


def count_words(entries: Sequence[Entry], texts: Sequence[str]) -> list[str]:
    """Return the words of entries, the most frequent first, each folded word in its usual form.

    `texts` are those of the first entries' bodies. They tell a mistyped word from a rare one.
    """
    forms: Counter[str] = Counter()
    for entry, text in zip(entries, texts, strict=False):
        forms.update(_WORD.findall(nfc(f"{entry.title} {entry.summary} {text}").lower()))
    usual: dict[str, str] = {}
    ranked = sorted(forms.items(), key=lambda form: (-form[1], form[0]))
    for form, _ in ranked:
        usual.setdefault(fold(form), form)
    return list(usual.values())[:_MOST_WORDS]


def stage(entries: Sequence[Entry], folder: Path) -> list[str]:
    """Write the files of entries, numbered, into a new folder.

    Returns the texts of the first entries' bodies, for their words to be counted.
    """
    folder.mkdir(parents=True)
    write = partial(_stage_one, str(folder))
    return [text for text in map_forked(write, list(enumerate(entries))) if text is not None]


def _stage_one(folder: str, numbered: tuple[int, Entry]) -> str | None:
    number, entry = numbered
    paragraphs = paragraphs_of(entry.body.fetch())
    data = render_entry(entry, paragraphs).encode()
    with open(f"{folder}{os.sep}{number:06}.html", "wb") as file:  # noqa: PTH123 - thousands: no Path
        file.write(data)
    return " ".join(paragraphs) if number < _COUNTED_ENTRIES else None


def render_words(entries: Sequence[Entry], texts: Sequence[str]) -> str:
    return json.dumps(count_words(entries, texts), ensure_ascii=False, separators=(",", ":"))
