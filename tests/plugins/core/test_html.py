"""The HTML parser changes nothing, and folds the white space of texts."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.html import parse, serialise, text_of

PICTURE = (
    '<p>a<picture><source type="image/avif" srcset="/a.avif 480w"><source srcset="/b.webp">'
    '<img src="/a.jpg" alt=""></picture>b<wbr>c</p>'
)


@pytest.mark.parametrize(
    "html",
    ["", "chữ", "<p>a</p>", "a<p>b</p>c", "<div>a</div>", "a &amp; b &lt;", "<br>x", PICTURE],
)
def test_parsing_and_serialising_change_nothing(html: str) -> None:
    assert serialise(parse(html)) == html


PIECES = [
    "chữ",
    " ",
    "\n",
    "&amp;",
    "\xa0",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "</a>",
]
PIECES += [
    "<a href=x>",
    "<img src=a>",
    "<wbr>",
    "<table>",
    "<td>",
    "<ul><li>",
    "<!-- c -->",
    "<br>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_html_becomes_the_tree_that_lxml_makes_of_a_fragment(html: str) -> None:
    ours, theirs = parse(html), lxml.html.fragment_fromstring(html, create_parent="div")
    assert lxml.html.tostring(ours) == lxml.html.tostring(theirs)
    assert ours.getparent() is None


def test_the_text_of_an_element_has_its_white_space_folded() -> None:
    assert text_of(parse("<p>a\n <b> b</b>&nbsp;c</p> d")) == "a b c d"
