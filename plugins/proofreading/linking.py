"""Links as written: text that tells where they lead, an address, a scheme that is let through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.markup import SCHEMES
from plugins.proofreading.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem
    from plugins.proofreading.prose import Prose

# Looking back behind the bracket lets the engine leap from one to the next.
_LINK = re.compile(
    r"\[(?<![!\\]\[)(?P<text>(?:[^\[\]\n]|!?\[[^\]\n]*\](?:\([^)\n]*\))?)*)\]"
    r"\(\s*(?P<target><[^>\n]*>|[^\s)]*)"
)
_SCHEME = re.compile(r"<?([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DECORATION = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_VAGUE = (
    "đây|tại đây|ở đây|vào đây|bấm vào đây|nhấn vào đây|xem tại đây|tải tại đây|xem thêm|đọc thêm|"
    "xem tiếp|đọc tiếp|chi tiết|xem chi tiết|tải về|tải xuống|liên kết|đường dẫn|link|"
    "here|click here|read more|more|see more|details|download|this link|this"
)
VAGUE = frozenset(_VAGUE.split("|"))


def find_link_problems(path: str, prose: Prose) -> Iterator[Problem]:
    """Yield a problem for each link that readers cannot use or understand."""
    if "](" not in prose.text:
        return
    for match in _LINK.finditer(prose.text):
        line, text, target = prose.line_at(match.start()), match["text"], match["target"]
        scheme = _SCHEME.match(target)
        if target in {"", "<>"} or target.startswith('"'):
            yield problem("link-without-target", path, line, text=text)
        elif scheme and scheme[1].lower() not in SCHEMES:
            yield problem("link-scheme", path, line, target=target, scheme=scheme[1])
        if _DECORATION.sub("", text).lower() in VAGUE:
            yield problem("link-vague", path, line, text=text)
