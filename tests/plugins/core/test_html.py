"""The HTML parser changes nothing, and folds the white space of texts."""

from __future__ import annotations

import pytest

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


def test_the_text_of_an_element_has_its_white_space_folded() -> None:
    assert text_of(parse("<p>a\n <b> b</b>&nbsp;c</p> d")) == "a b c d"
