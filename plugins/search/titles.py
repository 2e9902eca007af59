"""The title index: one small file that pages search by themselves where there is no engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from plugins.core.artifacts import digest
from plugins.search.staging import card_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.search.entry import Entry


def name_of(titles: str) -> str:
    """Return the file's name, which tells its content: it may be cached for ever."""
    return f"titles-{digest(titles)[:12]}.json"


def render_titles(entries: Iterable[Entry]) -> str:
    """Return a row of each entry: its title, its attachments' titles and numbers, its card."""
    rows = [_row_of(entry) for entry in entries]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _row_of(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"title": entry.title, **card_of(entry), "kinds": entry.kinds}
    if entry.category:
        row["category"] = entry.category
    if entry.attachments:
        row["attachments"] = entry.attachments
    return row
