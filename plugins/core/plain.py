"""Plain Markdown, as most of an article is, to the HTML that Python-Markdown makes of it.

The library tries twenty patterns on each text; office prose needs five. What is not certain to be
the same is not rendered here at all: a test compares every sample, and texts made at random.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# What may mean something to the library that this module does not know: code, HTML, attributes,
# escapes, tabs, and what no text holds.
_UNKNOWN = re.compile(r"[`\\<&{}~\x00-\x09\x0b-\x1f]")
_GAP = re.compile(r"\n{2,}")
# A word, an opening quotation mark or bracket, or emphasis, a link or a photo at once.
_START = re.compile(r"(?!\d+\.\s)(?:[\w“\"(‘–—…]|\*{1,2}[\w“\[]|!?\[)")
_HEADING = re.compile(r"(#{1,6}) ([^#\n]*\w[^#\n\s]*)")
_ITEM = re.compile(r"(?:[-*+]|(\d+)\.) (?=\S)(.*)")
_QUOTE = "> "
_LINK = re.compile(
    r"""\[([\w“(][^\[\]*_"!\n]*)\]\(([\w./%+:#?=-]+)(?: "([\w“][^"\n()\[\]*_]*)")?\)"""
)
# Each begins with its mark: the engine leaps from one to the next.
_WORDS = r"([\w“\x01](?:[^*\n]*[\w%:.,;”\x01])?)"
_STRONG = re.compile(rf"\*\*(?<![^\s(“]\*\*){_WORDS}\*\*(?![^\s.,;:!?)”])")
_EMPHASIS = re.compile(rf"\*(?<![^\s(“]\*){_WORDS}\*(?![^\s.,;:!?)”])")
_MARK = re.compile(r"[*_\[\]|>]")
# What stands for a link or a photo, and for tags, until all else is known.
_HELD = "\x01"
_TAGS = (("\x02", "<strong>"), ("\x03", "</strong>"), ("\x04", "<em>"), ("\x05", "</em>"))


class _UncertainError(Exception):
    """A text may mean more than is known here."""


def render_plain(text: str, render_table: Callable[[str], str]) -> str | None:
    """Return the HTML of a text that is plain all through, or None.

    `render_table` is the library: a table stands for itself, whatever surrounds it.
    """
    if _UNKNOWN.search(text):
        return None
    blocks = [block for block in _GAP.split(text.strip("\n")) if block]
    if any(_is_open(one) and _is_open(two) for one, two in pairwise(blocks)):
        # Lists and quotations go on after an empty line.
        return None
    try:
        return "\n".join([_render(block, render_table) for block in blocks])
    except _UncertainError:
        return None


def _is_open(block: str) -> bool:
    return block.startswith(_QUOTE) or bool(_ITEM.match(block))


def _render(block: str, render_table: Callable[[str], str]) -> str:
    heading = _HEADING.fullmatch(block)
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    lines = block.split("\n")
    if any(line[-1].isspace() for line in lines):
        # Two spaces are a line break; others are dropped, or not.
        raise _UncertainError
    if _ITEM.match(block):
        return _list(lines)
    if all("|" in line for line in lines) and len(lines) > 1:
        return render_table(block)
    if all(line.startswith(_QUOTE) or line == _QUOTE.strip() for line in lines):
        inner = "\n".join([line.removeprefix(_QUOTE).removeprefix(">") for line in lines])
        said = "\n".join([_paragraph(one.split("\n")) for one in inner.split("\n\n")])
        return f"<blockquote>\n{said}\n</blockquote>"
    return _paragraph(lines)


def _paragraph(lines: list[str]) -> str:
    if not all(map(_START.match, lines)):
        raise _UncertainError
    return "<p>" + _inline("\n".join(lines)) + "</p>"


def _list(lines: list[str]) -> str:
    items = [item for item in map(_ITEM.fullmatch, lines) if item and _START.match(item[2])]
    signs = {"1." if item[1] else item[0][0] for item in items}
    if len(items) < len(lines) or len(signs) > 1 or items[0][1] not in {None, "1"}:
        raise _UncertainError
    name = "ol" if items[0][1] else "ul"
    rendered = "\n".join([f"<li>{_inline(item[2])}</li>" for item in items])
    return f"<{name}>\n{rendered}\n</{name}>"


def _inline(text: str) -> str:
    if not _MARK.search(text):
        return text
    text, held = _hold_links(text) if "](" in text else (text, [])
    if "*" in text:
        text = _EMPHASIS.sub("\x04\\1\x05", _STRONG.sub("\x02\\1\x03", text))
    if _MARK.search(text):
        raise _UncertainError
    for sign, tag in _TAGS:
        text = text.replace(sign, tag)
    pieces = text.split(_HELD)
    return "".join([part for pair in zip_longest(pieces, held, fillvalue="") for part in pair])


def _hold_links(text: str) -> tuple[str, list[str]]:
    """Return the text with a sign in the place of each link and photo, and their HTML."""
    parts, held, end = [], [], 0
    for match in _LINK.finditer(text):
        start = match.start()
        is_photo = text[start - 1 : start] == "!"
        parts.append(text[end : start - is_photo])
        held.append(_photo(match) if is_photo else _anchor(match))
        end = match.end()
    return _HELD.join([*parts, text[end:]]), held


def _photo(match: re.Match[str]) -> str:
    return f'<img alt="{match[1]}" src="{match[2]}"{_title(match)}>'


def _anchor(match: re.Match[str]) -> str:
    return f'<a href="{match[2]}"{_title(match)}>{match[1]}</a>'


def _title(match: re.Match[str]) -> str:
    return f' title="{match[3]}"' if match[3] else ""
