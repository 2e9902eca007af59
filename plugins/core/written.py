"""Fields as written, and front matter that is plain all through, read without YAML.

Most fields are a word, a colon and a text in which YAML sees nothing but a text. What is not
certain to be one is left to YAML: a test compares every sample, and lines made at random.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from plugins.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_NULL = "tag:yaml.org,2002:null"
_TEXT, _LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq"
_NULLS = frozenset(("null", "Null", "NULL"))

# Letters, digits and the signs that mean nothing to YAML wherever they stand but at the start.
_SIGNS = r"\w\- .;()/%+&@–—…“”‘’°²³=\xa0"
_FIRST = r"[\w“‘(]"
_WORDS = rf"{_FIRST}[{_SIGNS}]*"
# As a line of its own, a text may have commas, and colons that no space follows.
_LINE = rf"{_FIRST}[{_SIGNS},!?\"']*(?::[\w/][{_SIGNS},!?\"']*)*"
_FIELD = re.compile(
    rf"""(?P<key>[a-z_]{{1,40}}):(?:
        [ ]+(?:
            (?P<line>{_LINE})
            | "(?P<double>[{_SIGNS},!?:\#']*)"
            | '(?P<single>[{_SIGNS},!?:\#"]*)'
            | \[(?P<list>{_WORDS}(?:,[ ]+{_WORDS})*)\]
        )
        | (?P<items>\n(?P<margin>[ ]*)-[ ]{_LINE}(?:\n(?P=margin)-[ ]{_LINE})*)
    )[ ]*(?:\n|\Z)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A field as written: `text` is its value where that is plain text ("" for `null`).

    Else it is None, and `node` is the YAML node of a list or a mapping.
    """

    key: str
    line: int
    text: str | None
    node: yaml.Node | None = None

    @classmethod
    def of(cls, key: str, line: int, node: yaml.Node) -> Written:
        text = text_of(node)
        return cls(key, line, text, node if text is None else None)


def text_of(node: yaml.Node) -> str | None:
    """Return the value of a node that is plain text, or None."""
    if not isinstance(node, yaml.ScalarNode):
        return None
    # A quoted value may hold in escapes what reading the file has cleaned away.
    return "" if node.tag == _NULL else clean(str(node.value))


def read_plain_fields(text: str) -> list[Written] | None:
    """Return the fields of a front matter in normal form, or None where only YAML can tell.

    Lines count from the file's first, which holds "---".
    """
    fields, line, end = [], 2, 0
    while end < len(text):
        match = _FIELD.match(text, end)
        if match is None:
            return None
        fields.append(_field(match, line))
        line, end = line + text.count("\n", end, match.end()), match.end()
    return fields


def _field(match: re.Match[str], line: int) -> Written:
    key, kind = match["key"], str(match.lastgroup)
    if kind == "line":
        words = match["line"].rstrip(" ")
        return Written(key, line, "" if words in _NULLS else words)
    if kind in {"double", "single"}:
        return Written(key, line, match[kind])
    return Written(key, line, None, yaml.SequenceNode(_LIST, list(_nodes_of(match, line))))


def _nodes_of(match: re.Match[str], line: int) -> Iterator[yaml.Node]:
    if match["list"]:
        words = [(word, line) for word in match["list"].split(",")]
    else:
        lines = match["items"].split("\n")[1:]
        words = [(one.lstrip(" ")[1:], n) for n, one in enumerate(lines, line + 1)]
    for word, number in words:
        value = word.strip(" ")
        # As YAML counts: from the line below "---", and from 0.
        mark = yaml.Mark("", 0, number - 2, 0, None, 0)
        yield yaml.ScalarNode(_NULL if value in _NULLS else _TEXT, value, mark)
