"""Raw HTML in an article that the sanitiser would take away without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.markup import ATTRIBUTES, TAGS
from plugins.proofreading.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem
    from plugins.proofreading.prose import Prose

# A tag opens with a letter; "<https://…>" and "<ten@co-quan.vn>" are addresses.
_TAG = re.compile(r"<(?P<name>[a-zA-Z][^\s<>/:@]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")


def find_html_problems(path: str, prose: Prose) -> Iterator[Problem]:
    """Yield a problem for each tag, or attribute of a tag, that will not be on the page."""
    if "<" not in prose.text:
        return
    for match in _TAG.finditer(prose.text):
        what = _removed_of(match["name"].lower(), match["attributes"])
        if what:
            line = prose.line_at(match.start())
            yield problem("html-removed", path, line, written=match[0], what=what)


def _removed_of(name: str, attributes: str) -> str:
    if name not in TAGS:
        return f"thẻ <{name}>"
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(name, set())
    given = (m[1].lower() for m in _ATTRIBUTE.finditer(attributes))
    return ", ".join(f"thuộc tính {one}" for one in given if one not in allowed)
