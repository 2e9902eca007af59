"""Markdown to safe HTML: Python-Markdown, then a sanitiser that lets no script through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import markdown
import nh3

from plugins.core.inline import QuickInline
from plugins.core.limits import DEFAULT_NESTING, refuse_tangles
from plugins.core.plain import render_plain
from plugins.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown.extensions import Extension

# h1 is the page's title: what an editor writes starts below it.
TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {
    "*": {"lang", "dir", "id", "title"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "col": {"span"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "time": {"datetime"},
}
# Footnotes' own. Any other could dress a text up as a part of the page, or hide it.
_CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_EXTENSIONS: list[str] = [
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
]
FOOTNOTE_BACK = {"vi": "Về chỗ chú thích {} trong bài", "en": "Back to reference {} in the text"}


class Renderer:
    """Turns Markdown into safe HTML; one instance serves many articles of one language."""

    def __init__(
        self, lang: str, extensions: Iterable[Extension] = (), nesting: int = DEFAULT_NESTING
    ) -> None:
        self._nesting, extensions = nesting, tuple(extensions)
        # What an extension makes of plain text, only the library knows.
        self._is_common = not extensions
        self._markdown = markdown.Markdown(
            extensions=[*_EXTENSIONS, *extensions, QuickInline()],
            extension_configs=_configuration(lang),
            output_format="html",
        )
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            allowed_classes=_CLASSES,
            url_schemes=SCHEMES,
            link_rel=None,
        )

    def render(self, text: str) -> str:
        """Return the HTML of a body: balanced, without scripts, handlers or unsafe links.

        The text is in normal form. Raises TangledError where it is nested deeper than it may.
        """
        plain = render_plain(text) if self._is_common else None
        if plain is not None:
            # Balanced and harmless as it is written, and never deeper than a table.
            return plain
        html = self._convert(text)
        refuse_tangles(html, self._nesting, is_balanced=False)
        safe = self._cleaner.clean(html)
        refuse_tangles(safe, self._nesting, is_balanced=True)
        # References such as "&#1;" are characters only now.
        return clean(safe)

    def _convert(self, text: str) -> str:
        html: str = self._markdown.reset().convert(text)
        return html


def _configuration(lang: str) -> dict[str, dict[str, Any]]:
    return {
        "footnotes": {"BACKLINK_TITLE": FOOTNOTE_BACK[lang], "SEPARATOR": "-"},
        "tables": {"use_align_attribute": True},
    }
