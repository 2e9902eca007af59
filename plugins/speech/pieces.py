"""Runs of text laid out in spans, so that the HTML stays valid and every id is there once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.html import builder

from plugins.speech.elements import primary, put_children, take_children

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

    from plugins.speech.elements import Item
    from plugins.speech.flow import Flow
    from plugins.speech.runs import Run

_APART = -1
"""The number of an element that holds pieces of several runs, and so lies in no span itself."""


@dataclass(slots=True)
class Numbering:
    """Hands out the ids s1, s2, …; an id that is taken is left out."""

    prefix: str
    taken: Collection[str]
    last: int = 0

    def next_id(self) -> str:
        self.last += 1
        while f"{self.prefix}{self.last}" in self.taken:
            self.last += 1
        return f"{self.prefix}{self.last}"


@dataclass(slots=True)
class _Row:
    """Items laid out so far, and the span that is open at their end, with what may yet join it."""

    done: list[Item] = field(default_factory=list)
    number: int | None = None
    span: HtmlElement | None = None
    inside: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)

    def close(self) -> None:
        if self.span is not None:
            put_children(self.span, self.inside)
            self.done.append(self.span)
        self.done += self.waiting
        self.number, self.span, self.inside, self.waiting = None, None, [], []


@dataclass(slots=True)
class Arrangement:
    """Puts the items of one flow into spans; `lang` is the document's language.

    `place` is how far the flow is laid out, `sentence` the id of the sentence there.
    """

    flow: Flow
    runs: list[Run]
    lang: str
    numbering: Numbering
    place: int = 0
    sentence: str = ""
    begun: set[int] = field(default_factory=set)

    def arrange(self, items: list[Item]) -> list[Item]:
        """Return the items, neighbours of one run in one span.

        Items without text (white space, photos) stay out of a span at its ends.
        """
        row = _Row()
        for item, number in self._cut(items):
            if number is None:
                row.waiting.append(item)
            elif number == _APART:
                row.close()
                row.done.append(item)
            else:
                self._place(row, item, number)
        row.close()
        return row.done

    def _place(self, row: _Row, item: Item, number: int) -> None:
        if number != row.number:
            row.close()
            row.number, row.span = number, self._open(number)
        row.inside += [*row.waiting, item]
        row.waiting.clear()

    def _cut(self, items: list[Item]) -> Iterator[tuple[Item, int | None]]:
        """Yield each item, text cut at the bounds of runs, with the number of its run."""
        for item in items:
            if isinstance(item, str):
                yield from self._cut_text(item)
            else:
                yield item, self._number_of(item)

    def _cut_text(self, text: str) -> Iterator[tuple[str, int | None]]:
        start = self.place
        end = start + len(text)
        for number in self._runs_between(start, end):
            run = self.runs[number]
            first, last = max(run.start, start), min(run.end, end)
            if first > self.place:
                yield text[self.place - start : first - start], None
            self.place = last
            yield text[first - start : last - start], number
        if self.place < end:
            rest, self.place = text[self.place - start :], end
            yield rest, None

    def _number_of(self, element: HtmlElement) -> int | None:
        start, end = self.flow.extents[element]
        numbers = self._runs_between(start, end)
        if len(numbers) > 1:
            put_children(element, self.arrange(take_children(element)))
            return _APART
        self.place = end
        return numbers[0] if numbers else None

    def _runs_between(self, start: int, end: int) -> list[int]:
        return [n for n, run in enumerate(self.runs) if run.start < end and run.end > start]

    def _open(self, number: int) -> HtmlElement:
        """Return a new span for a piece of a run."""
        run, span = self.runs[number], builder.SPAN({"class": "s"})
        is_first = number not in self.begun
        self.begun.add(number)
        if run.opens and is_first:
            self.sentence = self.numbering.next_id()
            span.set("id", self.sentence)
        else:
            span.set("data-s", self.sentence)
        if primary(run.lang) != primary(self.lang):
            span.set("lang", run.lang)
        if run.said is not None:
            span.set("data-say", run.said if is_first else "")
        return span
