"""The description of the search keeps the rules of OpenSearch 1.1, whatever the office is named."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.search.opensearch import Engine, cut, describe

OFFICE = Engine(
    lang="vi",
    short_name="Văn phòng UBND tỉnh Vĩnh Sơn",
    name="Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn",
    description="Tìm tin & bài.",
    contact="vanphong@vinhson.example",
    page="https://vinhson.example/tim-kiem/",
    own_address="https://vinhson.example/opensearch.xml",
    picture="https://vinhson.example/logo.svg",
)
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_MOST = {"ShortName": 16, "LongName": 48, "Description": 1024, "Contact": 64}
_ONCE = ("ShortName", "Description")
_RIGHTS = {"open", "limited", "private", "closed"}


def find_breaches(data: bytes) -> list[str]:
    """Return what is wrong with a description, by the specification's chapter 4."""
    root = etree.fromstring(data)
    texts: dict[str, list[str]] = {}
    for child in root:
        texts.setdefault(str(child.tag).removeprefix(_OPENSEARCH), []).append(child.text or "")
    breaches = [] if root.tag == f"{_OPENSEARCH}OpenSearchDescription" else ["root"]
    breaches += [name for name in _ONCE if len(texts.get(name, ())) != 1]
    breaches += [
        name
        for name, most in _MOST.items()
        if any(not 0 < len(text) <= most or "<" in text for text in texts.get(name, ()))
    ]
    urls = root.findall(f"{_OPENSEARCH}Url")
    breaches += [] if any(url.get("rel", "results") == "results" for url in urls) else ["results"]
    for url in urls:
        names = re.findall(r"\{([^}]*)\}", url.get("template", ""))
        is_full = urlsplit(url.get("template", "")).scheme in {"http", "https"}
        if not is_full or "/" not in url.get("type", "") or set(names) - {"searchTerms"}:
            breaches.append("Url")
    breaches += [] if set(texts.get("SyndicationRight", ["open"])) <= _RIGHTS else ["right"]
    breaches += [] if set(texts["InputEncoding"]) == {"UTF-8"} else ["encoding"]
    return breaches


def test_the_description_has_what_it_must() -> None:
    data = describe(OFFICE)
    root = etree.fromstring(data)
    assert find_breaches(data) == []
    assert root.findtext(f"{_OPENSEARCH}ShortName") == "Văn phòng UBND"
    assert root.findtext(f"{_OPENSEARCH}LongName") == "Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn"
    assert root.findtext(f"{_OPENSEARCH}Description") == "Tìm tin & bài."
    assert root.findtext(f"{_OPENSEARCH}Language") == "vi"
    assert [url.get("template") for url in root.iterfind(f"{_OPENSEARCH}Url")] == [
        "https://vinhson.example/tim-kiem/?q={searchTerms}",
        "https://vinhson.example/opensearch.xml",
    ]


@given(st.text(alphabet="ăn –,ò&<;", min_size=1, max_size=60).filter(str.strip))
def test_no_name_breaks_a_rule(name: str) -> None:
    named = name.replace("<", "‹")
    data = describe(replace(OFFICE, short_name=named, name=named, contact=named * 30))
    assert find_breaches(data) == []


@pytest.mark.parametrize(
    ("changed", "breach"),
    [
        ({"description": ""}, "Description"),
        ({"page": "/tim-kiem/"}, "Url"),
        ({"page": "https://a.example/{x}/"}, "Url"),
        ({"short_name": "<b>"}, "ShortName"),
    ],
)
def test_the_rules_are_really_looked_at(changed: dict[str, str], breach: str) -> None:
    assert find_breaches(describe(replace(OFFICE, **changed))) == [breach]


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Văn phòng", 9, "Văn phòng"),
        ("Văn phòng", 8, "Văn"),
        ("Văn  phòng\n", 16, "Văn phòng"),
        ("Sở Nội vụ – Tỉnh", 13, "Sở Nội vụ"),
        ("Vănphòngủyban", 5, "Vănph"),
        ("Văn phòng x", 9, "Văn phòng"),
    ],
)
def test_a_name_ends_after_a_word(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected
