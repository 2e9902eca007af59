"""RSS and WordPress's export (WXR): each article of them a draft of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from lxml import etree

from plugins.core.artifacts import digest
from tools.importing.blocks import Draft
from tools.importing.dates import find_date
from tools.importing.html_page import read_fragment
from tools.importing.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from tools.importing.nearby import Nearby

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_WORDPRESS = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}(\w+)")
_ARTICLES = {"post", "page"}
_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL)
_IMAGE = re.compile(r"((?:<a[^>]*>\s*)?<img[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|video|audio)[^\]]*\]")
_BLANK_LINES = re.compile(r"\n\s*\n")
_HAS_PARAGRAPHS = re.compile(r"<(?:p|div)\b", re.IGNORECASE)


def read_feed(data: bytes, origin: str, nearby: Nearby) -> Iterator[Draft]:
    """Yield a draft for each article of a feed. Raises RefusedError for what is no feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise refusal("feed") from error
    items = [] if root is None else list(root.iter("item"))
    if not items:
        raise refusal("feed")
    for item in items:
        fields = _fields_of(item)
        if fields.get("post_type", "post") in _ARTICLES and fields.get("status") != "trash":
            yield _read_item(item, fields, origin, nearby)


def _fields_of(item: _Element) -> dict[str, str]:
    """Return an item's texts by their names, WordPress's without their prefix."""
    fields: dict[str, str] = {}
    for child in item:
        if isinstance(child.tag, str):
            wordpress = _WORDPRESS.match(child.tag)
            fields.setdefault(wordpress[1] if wordpress else child.tag, child.text or "")
    return fields


def _read_item(item: _Element, fields: dict[str, str], origin: str, nearby: Nearby) -> Draft:
    key = fields.get("guid") or fields.get("link") or fields.get("title", "")
    draft = Draft(origin, digest(key)[:16])
    draft.title = " ".join(_plain(fields.get("title", "")).split())
    dates = (fields.get("post_date", ""), fields.get("pubDate", ""))
    draft.date = next(filter(None, map(find_date, dates)), "")
    draft.author = " ".join(fields.get(_CREATOR, fields.get("author", "")).split())
    terms = [
        (c.get("domain", "category"), " ".join((c.text or "").split()))
        for c in item.iter("category")
    ]
    draft.category = next((text for domain, text in terms if domain == "category"), "")
    draft.tags = [text for domain, text in terms if domain == "post_tag" and text]
    html = fields.get(_CONTENT) or fields.get("description", "")
    soup = BeautifulSoup(f"<body>{_as_html(html)}</body>", "lxml")
    if soup.body is not None:
        read_fragment(soup.body, draft, nearby, fields.get("link", ""))
    return draft


def _plain(text: str) -> str:
    return BeautifulSoup(text, "lxml").get_text() if "<" in text or "&" in text else text


def _as_html(text: str) -> str:
    """Return WordPress's text as HTML: captions as figures, blank lines as paragraphs."""
    text = _CAPTION.sub(_figure, text)
    text = _SHORTCODE.sub("", text)
    if _HAS_PARAGRAPHS.search(text):
        return text
    return "".join(f"<p>{part}</p>" for part in _BLANK_LINES.split(text) if part.strip())


def _figure(match: re.Match[str]) -> str:
    image = _IMAGE.match(match[1].strip())
    if image is None:
        return match[1]
    return f"\n\n<figure>{image[1]}<figcaption>{image[2]}</figcaption></figure>\n\n"
