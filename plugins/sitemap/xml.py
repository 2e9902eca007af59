"""The sitemap's files (sitemaps.org 0.9, with images and languages), and robots.txt (RFC 9309)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plugins.sitemap.entries import Entry

INDEX = "sitemap.xml"

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_XHTML = "http://www.w3.org/1999/xhtml"
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_URLSET = f'<urlset xmlns="{_SITEMAP}" xmlns:image="{_IMAGE}" xmlns:xhtml="{_XHTML}"'


def cut_into_files(
    entries: Sequence[Entry], per_file: int, address_of: Callable[[str], str]
) -> dict[str, bytes]:
    """Return the files by their names: the index, and as many sitemaps as it takes.

    `address_of` returns the absolute address of a file's name.
    """
    starts = range(0, max(1, len(entries)), per_file)
    parts = [entries[start : start + per_file] for start in starts]
    files = {f"sitemap-{n}.xml": render_sitemap(part) for n, part in enumerate(parts, 1)}
    index = etree.Element(f"{{{_SITEMAP}}}sitemapindex", nsmap=_namespaces())
    for name, part in zip(files, parts, strict=True):
        row = etree.SubElement(index, f"{{{_SITEMAP}}}sitemap")
        _add(row, f"{{{_SITEMAP}}}loc", address_of(name))
        changes = [entry.changed for entry in part if entry.changed]
        if changes:
            _add(row, f"{{{_SITEMAP}}}lastmod", max(changes).isoformat())
    return {INDEX: _to_bytes(index), **files}


def render_sitemap(entries: Sequence[Entry]) -> bytes:
    """Return one sitemap as XML."""
    # Joined, not built: an archive has more addresses than a tree of elements is made of quickly.
    rows = "".join(map(_row, entries))
    body = f">{rows}</urlset>" if rows else "/>"
    return f"{_DECLARATION}\n{_URLSET}{body}\n".encode()


def _namespaces() -> dict[str, str]:
    return {None: _SITEMAP}  # type: ignore[dict-item]  # None is lxml's name of the default


def _row(entry: Entry) -> str:
    url, changed, alternates, images = entry
    when = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    links = [
        f'<xhtml:link rel="alternate" hreflang="{_value(lang)}" href="{_value(href)}"/>'
        for lang, href in alternates
    ]
    photos = [f"<image:image><image:loc>{_text(src)}</image:loc></image:image>" for src in images]
    return f"<url><loc>{_text(url)}</loc>{when}{''.join(links)}{''.join(photos)}</url>"


def _text(address: str) -> str:
    return escape(address, quote=False)


def _value(address: str) -> str:
    return _text(address).replace('"', "&quot;")


def _add(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _to_bytes(root: etree._Element) -> bytes:
    whole: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def render_robots(sitemap_url: str) -> bytes:
    """Return robots.txt: all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap_url}\n".encode()
