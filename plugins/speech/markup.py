"""Every sentence of a body becomes `<span class="s" id="s3">`, what differs in speech beside it.

A sentence is one span where HTML allows it. Where it crosses the bounds of an element, or changes
its language, it is several pieces: the first has the id, the others name it, `data-s="s3"`. What a
piece says is its `data-say`, else its text; an empty `data-say` was said with the piece before it.
A piece in another language than the document's has a `lang`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from lxml.html import builder

from plugins.core.html import serialise
from plugins.speech.elements import is_block, is_silent, put_children, take_children
from plugins.speech.flow import Flow
from plugins.speech.pieces import Arrangement, Numbering
from plugins.speech.runs import make_runs
from plugins.speech.tables import find_headings

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

    from plugins.speech.elements import Item
    from plugins.speech.runs import Speaker


def wrap_sentences(tree: HtmlElement, lang: str, speaker: Speaker) -> None:
    """Wrap every sentence of a body in the language `lang`: ids s1, s2, … in reading order."""
    taken = {str(name) for name in tree.xpath(".//@id")}
    _Wrapper(lang, speaker, Numbering("s", taken)).wrap_block(tree, lang)


def wrap_line(
    text: str, lang: str, speaker: Speaker, prefix: str, taken: Collection[str] = ()
) -> str:
    """Return a title's or a summary's escaped text as HTML; ids t1, t2, … for the prefix "t".

    `taken` are ids on the same page, which are not used again.
    """
    line = builder.DIV(text)
    _Wrapper(lang, speaker, Numbering(prefix, taken)).wrap_block(line, lang)
    return serialise(line)


def has_sentences(tree: HtmlElement) -> bool:
    """Tell whether there is anything to say."""
    return bool(tree.xpath("boolean(.//span[@class='s'])"))


@dataclass(slots=True)
class _Wrapper:
    """Walks through blocks and wraps the sentences of each; `lang` is the document's."""

    lang: str
    speaker: Speaker
    numbering: Numbering
    headings: dict[HtmlElement, str] = field(default_factory=dict)
    heading: str = ""

    def wrap_block(self, block: HtmlElement, lang: str) -> None:
        if is_silent(block):
            return
        lang = block.get("lang") or lang
        if block.tag == "table":
            self.headings |= find_headings(block)
        self.heading = self.headings.get(block, self.heading)
        items: list[Item] = []
        for breaks, group in groupby(take_children(block), key=is_block):
            wrap = self._wrap_blocks if breaks else self._wrap_flow
            items += wrap(list(group), lang)
        put_children(block, items)

    def _wrap_blocks(self, blocks: list[Item], lang: str) -> list[Item]:
        for block in blocks:
            if not isinstance(block, str):
                self.wrap_block(block, lang)
        return blocks

    def _wrap_flow(self, items: list[Item], lang: str) -> list[Item]:
        flow = Flow(self.speaker.knows)
        flow.read(items, lang)
        runs = make_runs(flow, lang, self.speaker, self.heading)
        if not runs:
            return items
        self.heading = ""
        return Arrangement(flow, runs, self.lang, self.numbering).arrange(items)
