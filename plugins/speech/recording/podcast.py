"""A podcast of a language's recordings: RSS 2.0 with enclosures and Apple's tags."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime
from html import escape
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
    """A podcast's head; `url` is the feed's own address, `cover_url` "" for no cover picture."""

    title: str
    description: str
    lang: str
    page_url: str
    url: str
    author: str
    email: str
    cover_url: str

    def render(self, episodes: Iterable[Episode]) -> bytes:
        """Return the feed as XML."""
        rss = etree.Element("rss", {"version": "2.0"}, nsmap={"itunes": _ITUNES, "atom": _ATOM})
        channel = etree.SubElement(rss, "channel")
        _add(channel, "title", self.title)
        _add(channel, "link", self.page_url)
        _add(channel, "description", escape(self.description, quote=False))
        _add(channel, "language", self.lang)
        link = {"href": self.url, "rel": "self", "type": "application/rss+xml"}
        etree.SubElement(channel, f"{{{_ATOM}}}link", link)
        self._add_apples(channel)
        if self.cover_url:
            self._add_cover(channel)
        for episode in episodes:
            _add_episode(etree.SubElement(channel, "item"), episode)
        xml: bytes = etree.tostring(rss, encoding="utf-8", xml_declaration=True)
        return xml

    def _add_apples(self, channel: _Element) -> None:
        """Add what podcast directories ask for besides."""
        _add(channel, _apple("author"), self.author)
        owner = etree.SubElement(channel, _apple("owner"))
        _add(owner, _apple("name"), self.author)
        _add(owner, _apple("email"), self.email)
        _add(channel, _apple("explicit"), "false")
        _add(channel, _apple("type"), "episodic")
        etree.SubElement(channel, _apple("category"), {"text": "Government"})

    def _add_cover(self, channel: _Element) -> None:
        etree.SubElement(channel, _apple("image"), {"href": self.cover_url})
        image = etree.SubElement(channel, "image")
        _add(image, "url", self.cover_url)
        _add(image, "title", self.title)
        _add(image, "link", self.page_url)


def _add_episode(item: _Element, episode: Episode) -> None:
    _add(item, "title", episode.title)
    _add(item, "link", episode.page_url)
    etree.SubElement(item, "guid", {"isPermaLink": "true"}).text = episode.page_url
    # Players read HTML here.
    _add(item, "description", escape(episode.summary, quote=False))
    _add(item, "pubDate", format_datetime(episode.published))
    _add(item, _apple("duration"), str(episode.seconds))
    _add(item, _apple("explicit"), "false")
    sound = {"url": episode.sound_url, "length": str(episode.size_bytes), "type": "audio/mpeg"}
    etree.SubElement(item, "enclosure", sound)


def _add(parent: _Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _apple(name: str) -> str:
    return f"{{{_ITUNES}}}{name}"
