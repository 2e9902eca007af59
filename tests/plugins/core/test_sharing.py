"""Where a page is shared: each address holds the page's own, and its title, quoted."""

from __future__ import annotations

import json
from base64 import b64decode
from urllib.parse import parse_qs, urlsplit

from plugins.core.sharing import list_share_links

URL = "https://vinhson.example/2021/01/20/hop-bao/?a=1&b=/2"
TITLE = "Họp báo: “Tết” & xuân, 100 %"


def queries() -> dict[str, dict[str, list[str]]]:
    links = dict(list_share_links(URL, TITLE))
    return {
        name: parse_qs(urlsplit(link).query, strict_parsing=True) for name, link in links.items()
    }


def test_each_link_tells_the_address_and_no_more_than_it_needs() -> None:
    found = queries()
    assert found["mail"] == {"subject": [TITLE], "body": [f"{TITLE}: {URL}"]}
    assert found["facebook"] == {"u": [URL]}
    assert json.loads(b64decode(found["zalo"]["d"][0])) == {"url": URL}


def test_links_are_plain_letters() -> None:
    assert all(link.isascii() and " " not in link for _, link in list_share_links(URL, TITLE))
