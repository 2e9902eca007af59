"""Entries as the engine reads them: one small HTML file each, with “đ” made foldable.

The engine folds marks by decomposing letters, and đ does not decompose; ḏ (d with a line below)
does, and no language of the site writes it. Pages put it back.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from plugins.core.text import nfc
from plugins.search.entry import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.search.entry import Entry

END = "</body></html>"
# Between what an article says itself and what is attached to it. The engine passes it over.
_BESIDE = "<!--beside-->"
_TAG = re.compile(r"<[^>]+>")
# Titles take so many places in a text, however many words they have: what is found there is found
# in a title. search-engine.js counts with it too.
_TITLE_PLACES = 40
_PLACEHOLDER = "·"
# Engines sort only what has a value, and pages are of no day.
_NO_DATE = "0000"


def swap_letters(text: str) -> str:
    """Return the text with đ in a form that the engine can fold."""
    return nfc(text).replace("đ", "ḏ").replace("Đ", "Ḏ")


def render_entry(entry: Entry) -> str:
    """Return the file of an entry; its first words are the title's.

    All is of one weight: the place of a phrase is that of the first only among words of one weight.

    What a result shows goes along as the id of an empty element: the engine keeps ids beside the
    text but, unlike its "meta" fields, finds nothing by them.
    """
    title = f'<span data-pagefind-meta="title">{escape(entry.title)}</span>'
    body = [f"<p>{title}{_pad(entry.title)}</p>", *_blocks([entry.summary])]
    body += _blocks(paragraphs_of(entry.body.fetch()))
    body += [_BESIDE, *_blocks(entry.attachments)]
    for title, text in entry.extra:
        if found := text.fetch():
            body += _blocks([title, found])
    facet = escape(facet_of(entry))
    head = f'<meta data-pagefind-filter="facet[content]" content="{facet}">'
    sort = f'<meta data-pagefind-sort="date[content]" content="{entry.date or _NO_DATE}">'
    card = escape(urlencode(card_of(entry)))
    return swap_letters(
        f'<!doctype html><html><head><meta charset="utf-8">{head}{sort}</head>'
        f'<body data-pagefind-body><a id="{card}"></a>{"".join(body)}{END}'
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


def own_text_of(staged: str) -> str:
    """Return the title, the summary and the body of an entry's file, without what is attached."""
    own = unescape(_TAG.sub(" ", staged.partition(_BESIDE)[0]))
    return own.replace("ḏ", "đ").replace("Ḏ", "Đ")
