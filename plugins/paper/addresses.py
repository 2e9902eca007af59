"""Links to other sites tell their addresses on paper, where nobody can press them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from plugins.core.html import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def tell_addresses(tree: HtmlElement) -> None:
    """Give each link to another site `data-address`, what print.css puts behind its words.

    A link whose words are its address already has none.
    """
    for link in tree.iter("a"):
        href = link.get("href") or ""
        if href.startswith(("http://", "https://")):
            address = shorten(href)
            if shorten(text_of(link)) != address:
                link.set("data-address", address)


def shorten(address: str) -> str:
    """Return "moha.gov.vn/văn-bản" for an address as browsers show it."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return address.removeprefix("www.").rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{unquote(parts.path)}{query}".rstrip("/")
