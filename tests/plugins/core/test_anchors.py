"""Anchors and languages of a body: sound ones stay, none is used twice or by the page."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.anchors import drop_wrong_languages, make_anchor, make_anchors_safe
from plugins.core.html import parse
from tests.plugins.core.rendering import render
from tests.plugins.samples import rewritten

ANCHORS = {
    '<h2 id="a">x</h2>': '<h2 id="a">x</h2>',
    '<h2 id="noi_dung">x</h2>': '<h2 id="noi-dung">x</h2>',
    '<p id="a"></p><p id="a"></p>': '<p id="a"></p><p></p>',
    '<p id="a_b"></p><p id="a-b"></p>': '<p id="a-b"></p><p></p>',
    '<p id=""></p><p id=" a "></p>': '<p></p><p id="a"></p>',
    '<p id="a b"></p><a href="#a%20b">x</a>': '<p id="a-b"></p><a href="#a-b">x</a>',
    '<a href="#noi_dung">x</a>': '<a href="#noi-dung">x</a>',
    '<a href="/x#noi_dung">x</a>': '<a href="/x#noi_dung">x</a>',
}


@pytest.mark.parametrize(("html", "expected"), ANCHORS.items())
def test_no_anchor_of_a_body_is_used_twice_or_by_the_page(html: str, expected: str) -> None:
    assert rewritten(html, make_anchors_safe) == expected


def test_a_footnote_still_finds_its_text_when_its_name_has_spaces() -> None:
    html = rewritten(render("a[^ghi chú_1]\n\n[^ghi chú_1]: Nội dung."), make_anchors_safe)
    tree = parse(html)
    ids = {e.get("id") for e in tree.iter() if e.get("id")}
    links = {unquote(a.get("href", "")).removeprefix("#") for a in tree.iter("a")}
    assert len(links) == 2
    assert links == ids


@given(st.text())
def test_an_anchor_has_neither_spaces_nor_underscores(name: str) -> None:
    anchor = make_anchor(name)
    assert not re.search(r"[_\s]", anchor)
    assert make_anchor(anchor) == anchor


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("muc_1", "muc-1"), ("mục 1.2", "mục-1.2"), ('"><script>', "-script-"), ("fn:1", "fn:1")],
)
def test_an_anchor_has_no_sign_that_a_style_sheet_could_misread(name: str, anchor: str) -> None:
    assert make_anchor(name) == anchor


def test_only_the_name_of_a_language_is_one() -> None:
    html = '<p lang="en">a</p><p lang="zh-Hant-TW">b</p><p lang="&quot;&gt;x">c</p><p lang="">d</p>'
    assert rewritten(html, drop_wrong_languages) == (
        '<p lang="en">a</p><p lang="zh-Hant-TW">b</p><p>c</p><p>d</p>'
    )
