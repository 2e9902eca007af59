"""A podcast of a language's recordings: RSS 2.0 with enclosures and Apple's tags."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from lxml.etree import _Element

_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Episode:
    """A recording in a podcast; addresses are absolute."""

    title: str
    summary: str
    page_url: str
    sound_url: str
    size_bytes: int
    seconds: int
    published: datetime


@dataclass(frozen=True, slots=True)
class Podcast:
    """A podcast's head; `url` is the feed's own address."""

    title: str
    description: str
    lang: str
    page_url: str
    url: str
    author: str

    def render(self, episodes: Iterable[Episode]) -> bytes:
        """Return the feed as XML."""
        rss = etree.Element("rss", {"version": "2.0"}, nsmap={"itunes": _ITUNES, "atom": _ATOM})
        channel = etree.SubElement(rss, "channel")
        _add(channel, "title", self.title)
        _add(channel, "link", self.page_url)
        _add(channel, "description", self.description)
        _add(channel, "language", self.lang)
        _add(channel, _apple("author"), self.author)
        _add(channel, _apple("explicit"), "false")
        etree.SubElement(channel, _apple("category"), {"text": "Government"})
        link = {"href": self.url, "rel": "self", "type": "application/rss+xml"}
        etree.SubElement(channel, f"{{{_ATOM}}}link", link)
        for episode in episodes:
            _add_episode(etree.SubElement(channel, "item"), episode)
        xml: bytes = etree.tostring(rss, encoding="utf-8", xml_declaration=True)
        return xml


def _add_episode(item: _Element, episode: Episode) -> None:
    _add(item, "title", episode.title)
    _add(item, "link", episode.page_url)
    _add(item, "guid", episode.page_url)
    _add(item, "description", episode.summary)
    _add(item, "pubDate", format_datetime(episode.published))
    _add(item, _apple("duration"), str(episode.seconds))
    sound = {"url": episode.sound_url, "length": str(episode.size_bytes), "type": "audio/mpeg"}
    etree.SubElement(item, "enclosure", sound)


def _add(parent: _Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _apple(name: str) -> str:
    return f"{{{_ITUNES}}}{name}"
