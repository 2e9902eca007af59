"""A JSON Feed (version 1.1, jsonfeed.org) of some articles, as bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.feeds.feed import Entry, Feed

_VERSION = "https://jsonfeed.org/version/1.1"


def render_json(feed: Feed, url: str, entries: Iterable[Entry]) -> bytes:
    """Return the feed; `url` is its own absolute address."""
    whole = {
        "version": _VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.page_url,
        "feed_url": url,
        "language": feed.lang,
        "authors": [{"name": feed.publisher}],
        "items": [_item(feed, entry) for entry in entries],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _item(feed: Feed, entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": feed.lang,
        "authors": [{"name": entry.author}],
        "tags": list(entry.categories),
    }
