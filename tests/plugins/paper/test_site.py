"""Addresses of the site and places in its output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.paper.sheet import plain
from plugins.paper.site import Site

ADDRESSES = ("https://vinhson.example/", "https://vinhson.example/tin-tuc/")
PARTS = st.sampled_from(["a", "/", ".", "..", "é", "%20", "%C3%A9", "?", "#", ";", ":", "@", "\n"])


@pytest.mark.parametrize("address", ADDRESSES)
@given(parts=st.lists(PARTS, max_size=8))
def test_the_place_of_an_address_is_what_it_is_with_all_taken_apart(
    address: str, parts: list[str]
) -> None:
    url = f"{address}{''.join(parts)}"
    assert Site(address).place_of(url) == plain(url).removeprefix(address)


def test_an_address_of_another_site_has_no_place() -> None:
    assert Site(ADDRESSES[1]).place_of("https://vinhson.example/a.jpg") is None
