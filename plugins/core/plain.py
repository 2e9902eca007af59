"""Plain Markdown, as most of an article is, to the HTML that Python-Markdown makes of it.

The library tries twenty patterns on each text; office prose needs five. What is not certain to be
the same is not rendered here at all: a test compares every sample, and texts made at random.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from plugins.core.plain_links import HELD, UncertainError, hold_links

# What may mean something to the library that this module does not know: code, HTML, attributes,
# escapes, tabs. Most texts have none: each is looked for by itself, which is a leap through the
# text; a pattern of all would look at every letter.
_UNKNOWN = ("`", "\\", "<", "&", "{", "}", "~", "\t")
_GAP = re.compile(r"\n{2,}")
# What stands for tags until all else is known: no text in normal form has these signs.
_STRONG_TAG, _STRONG_END, _EMPHASIS_TAG, _EMPHASIS_END = "\x02\x03\x04\x05"
_TAGS = (
    (_STRONG_TAG, "<strong>"),
    (_STRONG_END, "</strong>"),
    (_EMPHASIS_TAG, "<em>"),
    (_EMPHASIS_END, "</em>"),
)
# A word, an opening quotation mark or bracket, or emphasis, a link or a photo at once.
_START = re.compile(r"(?!\d+\.\s)[\w“\"(‘–—…\x01\x02\x04]")
# The first level is the page's own: the sanitiser takes it away.
_HEADING = re.compile(r"(#{2,6}) ([^#\n]*\w[^#\n\s]*)")
_ITEM = re.compile(r"(?:[-*+]|(\d+)\.) (?=\S)(.*)")
_QUOTE = "> "
_ALIGNMENT = re.compile(r" *(:?)-+(:?) *")
_SIDES = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
# Each begins with its mark: the engine leaps from one to the next.
_WORDS = r"([\w“\x01](?:[^*|\n]*[\w%:.,;”\x01])?)"
_STRONG = re.compile(rf"\*\*(?<![^\s(“]\*\*){_WORDS}\*\*(?![^\s.,;:!?)”])")
_EMPHASIS = re.compile(rf"\*(?<![^\s(“]\*){_WORDS}\*(?![^\s.,;:!?)”])")


def render_plain(text: str) -> str | None:
    """Return the HTML of a text that is plain all through, or None.

    The text is in normal form. Its HTML is as the sanitiser would leave it: a few tags, balanced,
    with addresses of a safe kind.
    """
    if any(sign in text for sign in _UNKNOWN):
        return None
    if any(line[-1:].isspace() for line in text.split("\n")):
        # Two spaces are a line break; others are dropped, or not.
        return None
    try:
        return _render(text.strip("\n"))
    except UncertainError:
        return None


def _render(text: str) -> str:
    text, held = hold_links(text) if "](" in text else (text, [])
    if "*" in text:
        text = _put(_STRONG_TAG, _STRONG.split(text), _STRONG_END)
        text = _put(_EMPHASIS_TAG, _EMPHASIS.split(text), _EMPHASIS_END)
    _refuse("_[]", text)
    blocks = _GAP.split(text) if "\n\n\n" in text else text.split("\n\n")
    open_ones = [_is_open(block) for block in blocks]
    if any(one and two for one, two in pairwise(open_ones)):
        # Lists and quotations go on after an empty line.
        raise UncertainError
    html = "\n".join([_render_block(block) for block in blocks if block])
    for sign, tag in _TAGS:
        html = html.replace(sign, tag)
    return _join(html.split(HELD), held)


def _put(start: str, pieces: list[str], end: str) -> str:
    """Return the pieces, every second one between two signs."""
    pieces[1::2] = [f"{start}{piece}{end}" for piece in pieces[1::2]]
    return "".join(pieces)


def _join(pieces: list[str], between: list[str]) -> str:
    return "".join([part for pair in zip_longest(pieces, between, fillvalue="") for part in pair])


def _refuse(marks: str, text: str) -> None:
    for mark in marks:
        if mark in text:
            raise UncertainError


def _is_open(block: str) -> bool:
    return block.startswith(">") or bool(_ITEM.match(block))


def _render_block(block: str) -> str:
    if block[0] == "#":
        return _heading(block)
    if block[0] == ">":
        return _quotation(block.split("\n"))
    if block[0] == "|":
        return _table(block)
    if _ITEM.match(block):
        return _list(block.split("\n"))
    return _paragraph(block)


def _heading(block: str) -> str:
    heading = _HEADING.fullmatch(block)
    if not heading:
        raise UncertainError
    _refuse("*|>", block)
    level = len(heading[1])
    return f"<h{level}>{heading[2]}</h{level}>"


def _quotation(lines: list[str]) -> str:
    if not all(line.startswith(_QUOTE) or line == _QUOTE.strip() for line in lines):
        raise UncertainError
    inner = "\n".join([line.removeprefix(_QUOTE).removeprefix(">") for line in lines])
    said = "\n".join([_paragraph(one) for one in inner.split("\n\n")])
    return f"<blockquote>\n{said}\n</blockquote>"


def _paragraph(block: str) -> str:
    _refuse("*|>", block)
    if not all(map(_START.match, block.split("\n"))):
        raise UncertainError
    return f"<p>{block}</p>"


def _list(lines: list[str]) -> str:
    items = [item for item in map(_ITEM.fullmatch, lines) if item and _START.match(item[2])]
    signs = {"1." if item[1] else item[0][0] for item in items}
    if len(items) < len(lines) or len(signs) > 1 or items[0][1] not in {None, "1"}:
        raise UncertainError
    said = [item[2] for item in items]
    _refuse("*|>", "".join(said))
    name = "ol" if items[0][1] else "ul"
    return "\n".join([f"<{name}>", *[f"<li>{one}</li>" for one in said], f"</{name}>"])


def _table(block: str) -> str:
    """Return the HTML of a table whose rows begin and end with a bar, with a cell in each column.

    A row may lack its last cells; what is in a row beyond the last column would be lost.
    """
    _refuse("*>", block)
    rows = [_cells(line) for line in block.split("\n")]
    columns = len(rows[0])
    if len(rows) < 3 or len(rows[1]) != columns or max(map(len, rows)) > columns:  # noqa: PLR2004 - head, sides, a row
        raise UncertainError
    sides = [_side(cell) for cell in rows[1]]
    head = _row("th", rows[0], sides)
    body = "\n".join([_row("td", row + [""] * (columns - len(row)), sides) for row in rows[2:]])
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cells(line: str) -> list[str]:
    if len(line) < 2 or line[0] != "|" or line[-1] != "|":  # noqa: PLR2004 - two bars
        raise UncertainError
    return [cell.strip(" ") for cell in line[1:-1].split("|")]


def _side(cell: str) -> str:
    match = _ALIGNMENT.fullmatch(cell)
    if not match:
        raise UncertainError
    side = _SIDES[match[1], match[2]]
    return f' align="{side}"' if side else ""


def _row(name: str, cells: list[str], sides: list[str]) -> str:
    said = [f"<{name}{side}>{cell}</{name}>" for cell, side in zip(cells, sides, strict=True)]
    return "\n".join(["<tr>", *said, "</tr>"])
