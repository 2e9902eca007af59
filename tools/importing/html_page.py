"""A saved page of a Drupal, WordPress or other portal: its article, and nothing around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Comment, Tag

from tools.importing.blocks import PhotoFile
from tools.importing.dates import find_date
from tools.importing.html_blocks import HtmlReader
from tools.importing.html_forms import attribute
from tools.importing.nearby import Nearby, absolute, name_of, original_stem
from tools.importing.pictures import recognise_picture
from tools.importing.refusals import doubt, refusal

if TYPE_CHECKING:
    from tools.importing.blocks import Draft

# Best first: a list for `select_one` would answer in document order instead.
_BODIES = (
    ".field--name-body",
    ".field-name-body .field-item",
    ".field-name-body",
    '[property="content:encoded"]',
    '[itemprop="articleBody"]',
    ".entry-content",
    ".post-content",
    ".article-content",
    ".detail-content",
    ".noidung",
    ".node__content",
    ".node .content",
    "article",
    ".WordSection1",
    ".Section1",
    "main",
)
_CHROME = (
    ".field--name-field-tags, .field-name-field-tags, .links, .node__links, .node__meta, "
    ".submitted, .breadcrumb, .share, .sharedaddy, .social, .jp-relatedposts, .related, "
    ".comments, #comments, .comment-wrapper, .pager, .post-navigation, .print-link, "
    ".visually-hidden, .element-invisible, .screen-reader-text, h1"
)
_TITLES = ("article h1", "h1.page-header", "h1.page-title", "h1.entry-title", "h1")
_DATES = (".field--name-created", ".submitted", ".entry-date", ".post-date", ".date", ".ngaydang")
_AUTHORS = (".field--name-field-author", ".byline .author", ".author .fn", ".tacgia", ".author")
_TAGS = ".field--name-field-tags a, .field-name-field-tags a, .tags-links a, [rel=tag]"
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[ts]|csv|zip)$", re.IGNORECASE)
_BYTES_TO_SCAN = 2000


def read_page(data: bytes, draft: Draft, nearby: Nearby) -> None:
    """Fill a draft from a saved page. Raises RefusedError where it holds no article."""
    soup = BeautifulSoup(data, "lxml")
    body = next((found for css in _BODIES if (found := soup.select_one(css))), None)
    if body is None or not (body.get_text().strip() or body.find("img")):
        raise refusal("no-article")
    _read_fields(soup, draft)
    for chrome in body.select(_CHROME):
        chrome.decompose()
    read_fragment(body, draft, nearby, _address_of(soup))


def read_fragment(body: Tag, draft: Draft, nearby: Nearby, address: str) -> None:
    """Fill a draft's blocks, photos and files from an element; `address` is the page's own."""
    fetcher = _Fetcher(draft, nearby, address)
    draft.blocks = HtmlReader(draft, fetcher.photo_of, fetcher.link_of).read(body)


class _Fetcher:
    """Takes the photos and files of a page to its draft, from where they are on this machine."""

    def __init__(self, draft: Draft, nearby: Nearby, address: str) -> None:
        self._draft = draft
        self._nearby = nearby
        self._address = address

    def photo_of(self, image: Tag) -> str:
        """Return the key of an image's photo, "" where it is not here or cannot be shown."""
        candidates = [attribute(image, name) for name in ("src", "data-src", "data-lazy-src")]
        link = image.find_parent("a")
        if isinstance(link, Tag):
            candidates.insert(0, attribute(link, "href"))
        candidates = [one for one in candidates if one]
        for address in candidates:
            data = self._nearby.read(address)
            extension = recognise_picture(data) if data else ""
            if data and extension:
                stem = original_stem(address)
                self._draft.photos.setdefault(address, PhotoFile(data, stem, extension))
                return address
        name = name_of(candidates[-1]) if candidates else ""
        self._draft.doubt(doubt("picture-gone", name=name or "?"))
        return ""

    def link_of(self, link: Tag) -> str:
        """Return where a link leads: to a file taken along, or to its full address."""
        target = attribute(link, "href").strip()
        if not target or target.startswith("#"):
            return ""
        name = name_of(target)
        if _FILE.search(name):
            data = self._nearby.read(target)
            if data is not None:
                self._draft.files[name] = data
                return f"file:{name}"
            self._draft.doubt(doubt("file-gone", name=name))
        whole = absolute(self._address, target)
        if not whole and link.get_text().strip() and not recognised_scheme(target):
            text = " ".join(link.get_text().split())
            self._draft.doubt(doubt("link", text=text, target=target))
        return whole


def recognised_scheme(target: str) -> bool:
    """Tell whether a link is a script or the like, which nobody will miss."""
    return target.lower().startswith(("javascript:", "data:", "vbscript:"))


def _read_fields(soup: BeautifulSoup, draft: Draft) -> None:
    title = _first_text(soup, _TITLES) or _meta(soup, "og:title")
    draft.title = title or (" ".join(soup.title.get_text().split()) if soup.title else "")
    published = _meta(soup, "article:published_time")
    time = soup.select_one("time[datetime]")
    moments = (published, attribute(time, "datetime") if time else "", _first_text(soup, _DATES))
    draft.date = next(filter(None, map(find_date, moments)), "")
    draft.author = _meta(soup, "author") or _first_text(soup, _AUTHORS)
    draft.summary = _meta(soup, "description") or _meta(soup, "og:description")
    draft.category = _meta(soup, "article:section")
    tags = (" ".join(tag.get_text().split()) for tag in soup.select(_TAGS))
    draft.tags = list(dict.fromkeys(filter(None, tags)))


def _address_of(soup: BeautifulSoup) -> str:
    canonical = soup.select_one('link[rel="canonical"]')
    address = attribute(canonical, "href") if canonical else _meta(soup, "og:url")
    if address:
        return address
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        saved = _SAVED_FROM.search(str(comment)[:_BYTES_TO_SCAN])
        if saved:
            return saved[1]
    return ""


def _first_text(soup: BeautifulSoup, selectors: tuple[str, ...]) -> str:
    found = (soup.select_one(css) for css in selectors)
    return next((text for one in found if one and (text := " ".join(one.get_text().split()))), "")


def _meta(soup: BeautifulSoup, name: str) -> str:
    tag = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
    return " ".join(attribute(tag, "content").split()) if isinstance(tag, Tag) else ""
