"""An Atom and an RSS feed of some articles, as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from feedgenerator import Atom1Feed, Rss201rev2Feed, get_tag_uri

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed; `url` is absolute, `html` its portable body."""

    title: str
    url: str
    summary: str
    html: str
    author: str
    categories: tuple[str, ...]
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's head; `page_url` is the listing it belongs to. All addresses are absolute.

    `updated` is told of a feed that has no entries yet: the library would tell the time of the
    build, and no two builds would agree.
    """

    title: str
    subtitle: str
    lang: str
    page_url: str
    publisher: str
    rights: str
    updated: datetime

    def render(self, kind: str, url: str, entries: Iterable[Entry]) -> bytes:
        """Return the feed as XML; `kind` is "atom" (RFC 4287) or "rss" (2.0)."""
        maker = Atom1Feed if kind == "atom" else Rss201rev2Feed
        feed = maker(
            title=self.title,
            link=self.page_url,
            description=self.subtitle,
            subtitle=self.subtitle,
            language=self.lang,
            feed_url=url,
            author_name=self.publisher,
            feed_copyright=self.rights,
        )
        for entry in entries:
            _add(feed, kind, entry)
        if not feed.num_items():
            feed.latest_post_date = lambda: self.updated
        out = BytesIO()
        feed.write(out, "utf-8")
        return out.getvalue()


def _add(feed: Atom1Feed | Rss201rev2Feed, kind: str, entry: Entry) -> None:
    feed.add_item(
        title=entry.title,
        link=entry.url,
        unique_id=get_tag_uri(entry.url, entry.published) if kind == "atom" else entry.url,
        # A summary is plain text, and the library calls it HTML.
        description=escape(entry.summary) if kind == "atom" else entry.html,
        content=entry.html if kind == "atom" else None,
        author_name=entry.author,
        categories=entry.categories,
        pubdate=entry.published,
        updateddate=entry.updated,
    )
