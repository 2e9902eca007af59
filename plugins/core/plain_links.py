"""Links and photos of plain Markdown, with addresses that no sanitiser would change."""

from __future__ import annotations

import re

# What stands for a link or a photo until all else of a text is known: no text has it.
HELD = "\x01"
_LINK = re.compile(
    r"""\[([\w“(][^\[\]*_"!|>\n]*)\]\(([\w./%+:#?=-]+)(?: "([\w“][^"\n()\[\]*_|>]*)")?\)"""
)
# What the sanitiser leaves as it is: without a scheme, or with a host that is surely one.
_SAFE_ADDRESS = re.compile(
    r"[^:]+|https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+(?:[/?#].*)?|tel:\+?[0-9.-]+", re.DOTALL
)


class UncertainError(Exception):
    """A text may mean more than is known here."""


def hold_links(text: str) -> tuple[str, list[str]]:
    """Return the text with a sign in the place of each link and photo, and their HTML.

    Raises UncertainError where an address might be refused.
    """
    parts, held, end = [], [], 0
    for match in _LINK.finditer(text):
        if not _SAFE_ADDRESS.fullmatch(match[2]):
            raise UncertainError
        start = match.start()
        is_photo = text[start - 1 : start] == "!"
        parts.append(text[end : start - is_photo])
        held.append(_photo(match) if is_photo else _anchor(match))
        end = match.end()
    return HELD.join([*parts, text[end:]]), held


def _photo(match: re.Match[str]) -> str:
    return f'<img alt="{match[1]}" src="{match[2]}"{_title(match)}>'


def _anchor(match: re.Match[str]) -> str:
    return f'<a href="{match[2]}"{_title(match)}>{match[1]}</a>'


def _title(match: re.Match[str]) -> str:
    return f' title="{match[3]}"' if match[3] else ""
