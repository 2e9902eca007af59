"""What no feature took up goes: no page has a link or a picture that leads nowhere."""

from __future__ import annotations

import pytest

from plugins.core.leftovers import drop_leftovers
from tests.plugins.samples import rewritten

CASES = {
    '<p>a <a href="b.pdf">b <b>c</b></a> d</p>': "<p>a b <b>c</b> d</p>",
    "<p>a <a>b</a> d</p>": "<p>a b d</p>",
    '<p>a <a href="">b</a></p>': '<p>a <a href="">b</a></p>',
    '<p><a href="/x/">a</a><a href="#x">b</a><a href="tel:1">c</a></p>': (
        '<p><a href="/x/">a</a><a href="#x">b</a><a href="tel:1">c</a></p>'
    ),
    '<p><a href="document:2021/b/index.md">a</a></p>': (
        '<p><a href="document:2021/b/index.md">a</a></p>'
    ),
    '<p>a <img src="x.jpg" alt="y"> b</p>': "<p>a  b</p>",
    '<p>a</p><p><img src="x.jpg"></p><p>b</p>': "<p>a</p><p>b</p>",
    '<p>a</p><p><a href="x.jpg"><img src="x.jpg"></a></p>': "<p>a</p>",
    "<p>a</p><p><img></p>": "<p>a</p>",
    '<p><img src="/photos/x.jpg"></p>': '<p><img src="/photos/x.jpg"></p>',
    '<figure><img src="x.jpg"><figcaption>Lời</figcaption></figure>': (
        "<figure><figcaption>Lời</figcaption></figure>"
    ),
    '<img src="x.jpg">': "",
}


@pytest.mark.parametrize(("html", "expected"), CASES.items())
def test_what_leads_nowhere_is_taken_away_and_its_text_stays(html: str, expected: str) -> None:
    assert rewritten(html, drop_leftovers) == expected
