"""Runs of text as Markdown: every sign stands for itself, whatever Markdown would make of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.importing.blocks import Paragraph, Span

_SPECIAL = re.compile(r"[\\`*\[\]{}]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What would begin a heading, a quotation, a list, a fence, a definition or a rule.
_LINE_START = re.compile(r"^(\s*)([#>+~-]|=(?==*$)|:(?=\s))", re.MULTILINE)
_LINE_NUMBER = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
_ENTITIES = {"~": "&#126;", "=": "&#61;", ":": "&#58;"}
_SAFE_IN_URL = "/:?#@!$&'*+,;=%~[]"


def escape(text: str) -> str:
    """Return a text whose signs Markdown leaves alone, at the start of a line too."""
    return _escape_starts(_escape_signs(text))


def _escape_signs(text: str) -> str:
    text = _SPECIAL.sub(lambda m: "\\" + m[0], text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


def write_inline(
    paragraph: Paragraph,
    link_of: Callable[[str], str],
    note_of: Callable[[str], str],
    line_break: str = "  \n",
) -> str:
    """Return a paragraph's runs as Markdown. `line_break` stands for a break inside it."""
    spans = [span for span in paragraph.spans if span.text or span.note]
    written = "".join(_write(span, link_of, note_of) for span in _spread(spans))
    lines = [line.strip(" ") for line in written.split("\n")]
    text = "\n".join(line for line in lines if line)
    # A heading begins with its own marks: what follows them begins no line.
    return (text if paragraph.level else _escape_starts(text)).replace("\n", line_break)


def _escape_starts(text: str) -> str:
    text = _LINE_NUMBER.sub(r"\1\\\2", text)
    return _LINE_START.sub(lambda m: m[1] + _ENTITIES.get(m[2], "\\" + m[2]), text)


def _spread(spans: list[Span]) -> list[Span]:
    """Take the form off runs of mere white space, which no mark may stand against."""
    for span in spans:
        if not span.text.strip():
            span.is_bold = span.is_italic = False
            span.link = span.raised = ""
    for left, right in pairwise(spans):
        # "**a****b**" is no bold: what touches becomes one run before.
        if left.form == right.form and not (left.note or right.note):
            right.text, left.text = left.text + right.text, ""
    return [span for span in spans if span.text or span.note]


def _write(span: Span, link_of: Callable[[str], str], note_of: Callable[[str], str]) -> str:
    if span.note:
        return note_of(span.note)
    lines = span.text.split("\n")
    return "\n".join(_mark(line, span, link_of) for line in lines)


def _mark(text: str, span: Span, link_of: Callable[[str], str]) -> str:
    """Return a run with its marks: white space stays outside of them."""
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = _escape_signs(core)
    if span.raised:
        core = f"<{span.raised}>{core}</{span.raised}>"
    marks = "*" * (2 * span.is_bold + span.is_italic)
    core = f"{marks}{core}{marks}"
    target = link_of(span.link) if span.link else ""
    if target:
        core = f"[{core}]({quote(target, safe=_SAFE_IN_URL)})"
    return f"{before}{core}{after}"
