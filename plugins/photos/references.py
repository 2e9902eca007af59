"""Where an article's Markdown names its photos: line, words, file name and caption of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.inlinepatterns import IMAGE_LINK_RE, ImageInlineProcessor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.source import Source

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~:\"'])")
_HIDE = "\ue000"
_HIDDEN = re.compile(f"{_HIDE}(.)", re.DOTALL)
_HIDDEN_BASE = 0xE100
_BLOCK = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)
_INDENTED = re.compile(r"(?: {4}|\t)")
_LIST_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.)\s|\[\^|: ")
_IMAGE = re.compile(r"!\[")
_LABEL = re.compile(r"\s?\[([^\]]*)\]")
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\]\n]+)\]:[ ]*\n?[ ]*<?([^\s>]+)>?"
    r"(?:[ \t]*\n?[ \t]*(?:\"([^\n]*)\"|'([^\n]*)'|\(([^\n]*)\)))?[ \t]*$",
    re.MULTILINE,
)
_ITALICS = re.compile(r"[ \t]*\n?[ \t>]*(?:\n[ \t>]*)?([*_])(?!\1)(.+?)\1[.…]?[ \t|]*(?:\n|\Z)")
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(src|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


class _Parser(ImageInlineProcessor):
    """Markdown's own parser of `![…](…)`: what counts as a photo here is one there."""

    def unescape(self, text: str) -> str:
        """Return the text as it is: nothing is stashed away here, as it is in Markdown's run."""
        return text


_parser = _Parser(IMAGE_LINK_RE, Markdown())


@dataclass(frozen=True, slots=True)
class Reference:
    """A photo named in the body. `start` and `end` bound `target` as written, in the body.

    `caption` is the title, or the italics right under the photo. `label` is set where the photo
    is named by a label ("![…][label]") that the body does not define.
    """

    line: int
    alt: str
    target: str
    caption: str = ""
    start: int = 0
    end: int = 0
    label: str = ""


def find_references(source: Source) -> list[Reference]:
    """Return the photos that the body names, outside code and comments, in reading order."""
    return list(_find_in_order(_prose(source), source.body_line))


# The check of a source and, right after it, its tree ask the same.
@lru_cache(maxsize=1)
def _find_in_order(prose: str, first_line: int) -> tuple[Reference, ...]:
    return tuple(sorted(find_in_text(prose, first_line), key=lambda r: (r.line, r.start)))


def find_in_text(prose: str, first_line: int = 1) -> Iterator[Reference]:
    """Yield the photos that a Markdown text without code names; see `find_references`."""
    if "![" not in prose and "<" not in prose:
        return
    text = _blank(_COMMENT, prose) if "<!--" in prose else prose
    if "\\" in text:
        text = _ESCAPE.sub(lambda m: _HIDE + chr(_HIDDEN_BASE + ord(m[1])), text)
    lines = _Lines(text, first_line)
    written = _DEFINITION.finditer(text) if "]:" in text else ()
    definitions = {m[1].lower(): m for m in written}
    for block in _prose_blocks(text):
        for image in _IMAGE.finditer(block[0]):
            found = _read_image(text, block.end(), block.start() + image.end(), definitions)
            if found is not None:
                yield lines.place(found, block.start() + image.start())
        for tag in _HTML_IMAGE.finditer(block[0]):
            yield lines.place(_read_html(tag, block.start()), block.start() + tag.start())


class _Lines:
    """Finds the line of a position in a text."""

    def __init__(self, text: str, first_line: int) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._first_line = first_line

    def place(self, found: Reference, position: int) -> Reference:
        line = bisect_right(self._starts, position) - 1 + self._first_line
        alt, target, caption, label = (
            _unhide(word) for word in (found.alt, found.target, found.caption, found.label)
        )
        return Reference(line, alt, target, caption, found.start, found.end, label)


def _prose(source: Source) -> str:
    """Return the body with code blanked out, every other character in its place."""
    if not source.has_code:
        return source.body
    written = source.body.split("\n")
    lines = [" " * len(line) for line in written]
    for number, line in source.prose_lines():
        place = number - source.body_line
        # Code blanked at the start of a line is no indent: that would be code in turn.
        is_code_first = line[:1] == " " and written[place][:1] == "`"
        lines[place] = "`" + line[1:] if is_code_first else line
    return "\n".join(lines)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def _unhide(text: str) -> str:
    return _HIDDEN.sub(lambda m: chr(ord(m[1]) - _HIDDEN_BASE), text) if _HIDE in text else text


def _prose_blocks(text: str) -> Iterator[re.Match[str]]:
    """Yield the blocks between blank lines, but for code that is marked by its indent."""
    is_in_list = False
    for block in _BLOCK.finditer(text):
        is_indented = _INDENTED.match(block[0]) is not None
        is_in_list = bool(_LIST_ITEM.match(block[0])) or (is_in_list and is_indented)
        if is_in_list or not is_indented:
            yield block


def _read_image(
    text: str, end: int, start: int, definitions: dict[str, re.Match[str]]
) -> Reference | None:
    """Return the photo whose alternative text begins at `start`; None where it is none."""
    block = text[:end]
    alt, position, is_closed = _parser.getText(block, start)
    if not is_closed:
        return None
    alt = block[start : position - 1]
    target, title, after, is_link = _parser.getLink(block, position)
    if is_link:
        place = block.find(target, position) if target else position
        caption = title or _italics_after(text, after)
        return Reference(0, alt, target, caption, place, place + len(target))
    return _read_labelled(text, position, alt, definitions)


def _read_labelled(
    text: str, position: int, alt: str, definitions: dict[str, re.Match[str]]
) -> Reference | None:
    written = _LABEL.match(text, position)
    label = (written[1] if written else "") or alt
    defined = definitions.get(" ".join(label.split()).lower())
    if defined is None:
        return Reference(0, alt, "", label=label) if written else None
    caption = next((g for g in defined.groups()[2:] if g), "")
    caption = caption or _italics_after(text, written.end() if written else position)
    return Reference(0, alt, defined[2], caption, defined.start(2), defined.end(2))


def _italics_after(text: str, position: int) -> str:
    italics = _ITALICS.match(text, position)
    return italics[2] if italics else ""


def _read_html(tag: re.Match[str], offset: int) -> Reference:
    values = {m[1].lower(): m for m in _ATTRIBUTE.finditer(tag[0])}
    words = {
        name: unescape(next((g for g in m.groups()[1:] if g), "")) for name, m in values.items()
    }
    start = end = 0
    if "src" in values:
        group = next((g for g in (2, 3, 4) if values["src"][g]), 2)
        start, end = (offset + tag.start() + place for place in values["src"].span(group))
    return Reference(
        0, words.get("alt", ""), words.get("src", ""), words.get("title", ""), start, end
    )
