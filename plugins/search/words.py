"""The words that readers may have meant: they tell a mistyped word from a rare one."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from plugins.core.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 6000


def count_words(texts: Iterable[str]) -> list[str]:
    """Return the words of composed texts, the most frequent first, each in its usual form.

    Forms are one word if they are the same without marks.
    """
    pieces: Counter[str] = Counter()
    for text in texts:
        pieces.update(text.lower().split())
    forms: Counter[str] = Counter()
    for piece, count in pieces.items():
        # No word goes across a space, and most pieces come again and again.
        for word in _WORD.findall(piece):
            forms[word] += count
    usual: dict[str, str] = {}
    for form, _ in sorted(forms.items(), key=lambda form: (-form[1], form[0])):
        usual.setdefault(fold(form), form)
    return list(usual.values())[:_MOST_WORDS]


def render_words(texts: Iterable[str]) -> str:
    return json.dumps(count_words(texts), ensure_ascii=False, separators=(",", ":"))
