"""The text of a run of inline nodes: where each element lies in it, and what differs when said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.speech.elements import exponent_of, is_reference, is_silent
from plugins.speech.sentences import HARD_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.html import HtmlElement

    from plugins.speech.elements import Item


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one language; `said` replaces it in speech, where it is not None."""

    start: int
    end: int
    lang: str
    said: str | None = None


@dataclass(slots=True)
class Flow:
    """What a run of inline nodes says, places counted in characters of `text`.

    `extents` has (start, end) of each element; what is silent has no extent in the text, and its
    place in `silent` where it shows text. `solid` are the extents that are never cut apart.
    `is_known(text, title, lang)` tells of an `abbr`
    whether the speaker knows it, and so may see it in its context ("1002/QĐ-UBND").
    """

    is_known: Callable[[str, str, str], bool]
    text: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    extents: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    silent: list[int] = field(default_factory=list)
    solid: list[tuple[int, int]] = field(default_factory=list)

    def read(self, items: Iterable[Item], lang: str) -> None:
        """Append the items' text."""
        for item in items:
            if isinstance(item, str):
                self._add(item, lang)
            else:
                start = len(self.text)
                self._read_element(item, item.get("lang") or lang)
                self.extents[item] = (start, len(self.text))

    def _add(self, text: str, lang: str, said: str | None = None) -> None:
        start = len(self.text)
        self.text += text
        self.stretches.append(Stretch(start, len(self.text), lang, said))

    def _read_element(self, element: HtmlElement, lang: str) -> None:
        if is_silent(element):
            self._pass_over(element)
        elif element.tag == "br":
            self._add(HARD_BREAK, lang)
        elif element.tag == "sup":
            self._read_sup(element, lang)
        elif element.tag == "abbr" and element.get("title"):
            self._read_abbreviation(element, lang)
        else:
            self._read_children(element, lang)

    def _pass_over(self, element: HtmlElement) -> None:
        if isinstance(element.tag, str) and "".join(element.itertext()).strip():
            self.silent.append(len(self.text))

    def _read_children(self, element: HtmlElement, lang: str) -> None:
        if element.text:
            self._add(element.text, lang)
        for child in element:
            self.read([child, child.tail] if child.tail else [child], lang)

    def _read_sup(self, sup: HtmlElement, lang: str) -> None:
        raised = exponent_of(sup, self.text[-4:])
        if raised is not None:
            self._add_solid("".join(sup.itertext()), lang, raised)
        elif is_reference(sup):
            self._pass_over(sup)
        else:
            self._read_children(sup, lang)

    def _read_abbreviation(self, abbr: HtmlElement, lang: str) -> None:
        text, title = "".join(abbr.itertext()), abbr.get("title", "")
        said = None if self.is_known(text, title, lang) else title
        self._add_solid(text, lang, said)

    def _add_solid(self, text: str, lang: str, said: str | None) -> None:
        self.solid.append((len(self.text), len(self.text) + len(text)))
        self._add(text, lang, said)
