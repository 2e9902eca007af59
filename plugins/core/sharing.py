"""Where a page is shared: plain links to mail and to what people here use, no script of theirs."""

from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote


def list_share_links(url: str, title: str) -> tuple[tuple[str, str], ...]:
    """Return (name, address) of each place to share the page at; `url` is absolute.

    Zalo's own share button leads to an address of the same form, with the page's as Base64 of
    JSON in `d`.
    """
    # Once each: quoting is the slow part, on every article's page.
    words, address = quote(title), quote(url)
    zalo = b64encode(json.dumps({"url": url}).encode()).decode()
    return (
        ("mail", f"mailto:?subject={words}&body={words}%3A%20{address}"),
        ("facebook", f"https://www.facebook.com/sharer/sharer.php?u={address.replace('/', '%2F')}"),
        ("zalo", f"https://sp.zalo.me/share_inline?d={quote(zalo)}"),
    )
