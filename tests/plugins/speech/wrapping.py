"""Sentences wrapped for tests, by a speaker that says text as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.html import parse
from plugins.speech.markup import wrap_sentences

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Plain:
    """Says text as it is written, and knows one abbreviation."""

    def say(self, text: str, _lang: str) -> str:
        return text.replace("m²", "mét vuông")

    def knows(self, abbreviation: str, _meaning: str, _lang: str) -> bool:
        return abbreviation == "UBND"


def wrap(html: str, lang: str = "vi") -> HtmlElement:
    tree = parse(html)
    wrap_sentences(tree, lang, Plain())
    return tree


def pieces_of(tree: HtmlElement) -> dict[str, list[HtmlElement]]:
    """Return the pieces of each sentence, as the player finds them."""
    sentences: dict[str, list[HtmlElement]] = {}
    for span in tree.xpath('.//span[@class="s"]'):
        sentences.setdefault(span.get("id") or span.get("data-s"), []).append(span)
    return sentences
