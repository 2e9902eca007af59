"""Addresses behind links: what paper shows instead of a link."""

from __future__ import annotations

import pytest

from plugins.core.html import parse, serialise
from plugins.paper.addresses import shorten, tell_addresses


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://www.moha.gov.vn/", "moha.gov.vn"),
        ("https://moha.gov.vn/v%C4%83n-b%E1%BA%A3n/", "moha.gov.vn/văn-bản"),
        ("http://example.org/a?so=1&nam=2026#muc", "example.org/a?so=1&nam=2026"),
        ("www.moha.gov.vn", "moha.gov.vn"),
        ("Bộ Nội vụ", "Bộ Nội vụ"),
    ],
)
def test_addresses_are_shown_as_browsers_do(address: str, short: str) -> None:
    assert shorten(address) == short


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="https://www.moha.gov.vn/tin">Bộ Nội vụ</a>', "moha.gov.vn/tin"),
        ('<a href="https://www.moha.gov.vn/">https://moha.gov.vn</a>', None),
        ('<a href="https://moha.gov.vn/"><span>moha.gov.vn</span></a>', None),
        ('<a href="/tin-tuc/">Tin tức</a>', None),
        ('<a href="mailto:a@example.org">Thư</a>', None),
        ('<a href="tel:1022">1022</a>', None),
        ("<a>Không dẫn đâu</a>", None),
    ],
)
def test_links_to_other_sites_tell_their_address(link: str, address: str | None) -> None:
    tree = parse(f"<p>{link}</p>")
    tell_addresses(tree)
    (element,) = tree.iter("a")
    assert element.get("data-address") == address
    element.attrib.pop("data-address", None)
    assert serialise(tree) == f"<p>{link}</p>"
