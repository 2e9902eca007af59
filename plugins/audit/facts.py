"""The facts of one finished page, gathered in one walk through its elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
_LOADED_BY_LINK = frozenset({"stylesheet", "preload", "modulepreload", "icon", "manifest"})
_LOADED_AT_ONCE = frozenset({"stylesheet", "preload", "modulepreload"})
_CODE = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})

At = tuple[int, str]
"""A line of the file (from 1), and what stands there."""


@dataclass(slots=True)
class Facts:
    """What checks need to know of a page; `file` is its path below the output.

    `first_load` holds what a browser loads before anybody scrolls; of a photo the copies to choose
    from.
    """

    file: str
    size_bytes: int = 0
    lang: str = ""
    title: str = ""
    is_indexed: bool = True
    canonical: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)
    ids: list[At] = field(default_factory=list)
    references: list[At] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    links: list[At] = field(default_factory=list)
    loaded: list[At] = field(default_factory=list)
    images: list[tuple[int, str, bool, bool]] = field(default_factory=list)
    first_load: list[tuple[str, ...]] = field(default_factory=list)
    unsafe: list[At] = field(default_factory=list)
    texts: list[At] = field(default_factory=list)


def read_facts(file: str, data: bytes) -> Facts:
    """Return the facts of a page's bytes (UTF-8)."""
    facts = Facts(file, len(data))
    parser = lxml.html.HTMLParser(encoding="utf-8")
    root = lxml.html.document_fromstring(data, parser=parser)
    facts.lang = root.get("lang") or ""
    for element in root.iter():
        if isinstance(element.tag, str):
            _note_element(facts, element)
    return facts


def _note_element(facts: Facts, element: HtmlElement) -> None:
    line = element.sourceline or 1
    for name, value in element.attrib.items():
        _note_attribute(facts, line, str(name), str(value))
    note = _NOTES.get(str(element.tag))
    if note is not None:
        note(facts, element, line)
    if element.tag not in _CODE:
        _note_text(facts, line, element.text)
    parent = element.getparent()
    if parent is not None and parent.tag not in _CODE:
        _note_text(facts, line, element.tail)


def _note_text(facts: Facts, line: int, text: str | None) -> None:
    if text and not text.isspace():
        facts.texts.append((line, text))


def _note_attribute(facts: Facts, line: int, name: str, value: str) -> None:
    if name == "id":
        facts.ids.append((line, value))
    elif name in _REFERENCES:
        facts.references.extend((line, one) for one in value.split())
    elif name == "style" or name.startswith("on"):
        facts.unsafe.append((line, f'{name}="{value}"'))


def _note_link(facts: Facts, element: HtmlElement, line: int) -> None:
    facts.links.append((line, element.get("href") or ""))


def _note_head_link(facts: Facts, element: HtmlElement, line: int) -> None:
    rel = set((element.get("rel") or "").split())
    href = element.get("href") or ""
    if rel & _LOADED_BY_LINK:
        facts.loaded.append((line, href))
        if rel & _LOADED_AT_ONCE:
            facts.first_load.append((href,))
    elif "canonical" in rel:
        facts.canonical = href
    elif "alternate" in rel and element.get("hreflang") and not element.get("type"):
        facts.alternates.append((element.get("hreflang") or "", href))
    else:
        facts.links.append((line, href))


def _note_image(facts: Facts, element: HtmlElement, line: int) -> None:
    has_size = bool(element.get("width") and element.get("height"))
    facts.images.append((line, element.get("src") or "", element.get("alt") is not None, has_size))
    _note_source(facts, element, line)
    if element.get("loading") != "lazy":
        facts.first_load.append(_copies_of(element))


def _copies_of(image: HtmlElement) -> tuple[str, ...]:
    """Return the copies that a browser chooses from: those of the format that comes first."""
    # To libxml2 a source is no empty element: what follows lies in it.
    picture = next(image.iterancestors("picture"), None)
    source = picture.find(".//source") if picture is not None else None
    return _addresses_in(image if source is None else source)


def _note_source(facts: Facts, element: HtmlElement, line: int) -> None:
    facts.loaded.extend((line, one) for one in _addresses_in(element))


def _addresses_in(element: HtmlElement) -> tuple[str, ...]:
    candidates = (element.get("srcset") or "").split(",")
    found = (element.get("src") or "", *(one.strip().split(" ")[0] for one in candidates))
    return tuple(one for one in found if one)


def _note_script(facts: Facts, element: HtmlElement, line: int) -> None:
    if element.get("src"):
        facts.loaded.append((line, element.get("src") or ""))
        facts.first_load.append((element.get("src") or "",))
    elif element.get("type") != "application/ld+json":
        facts.unsafe.append((line, "<script>"))


def _note_style(facts: Facts, _element: HtmlElement, line: int) -> None:
    facts.unsafe.append((line, "<style>"))


def _note_heading(facts: Facts, element: HtmlElement, line: int) -> None:
    facts.headings.append((line, int(element.tag[1])))


def _note_title(facts: Facts, element: HtmlElement, _line: int) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag == "head":
        facts.title = (element.text or "").strip()


def _note_meta(facts: Facts, element: HtmlElement, _line: int) -> None:
    if element.get("name") == "robots" and "noindex" in (element.get("content") or ""):
        facts.is_indexed = False


_NOTES = {
    "a": _note_link,
    "link": _note_head_link,
    "img": _note_image,
    "source": _note_source,
    "audio": _note_source,
    "video": _note_source,
    "track": _note_source,
    "script": _note_script,
    "style": _note_style,
    "title": _note_title,
    "meta": _note_meta,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _note_heading),
}
