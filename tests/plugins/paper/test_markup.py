"""What paper leaves out of a page, and what it must not."""

from __future__ import annotations

import pytest

from plugins.core.html import parse, serialise
from plugins.paper.long_words import mark_long_words
from plugins.paper.markup import simplify

_PICTURE = (
    '<picture><source type="image/avif" srcset="/a.avif 480w" sizes="100vw">'
    '<img class="photo__image tone-3" src="/a.jpg" alt="Ảnh" loading="lazy" width="4" height="3">'
    "</picture>"
)


def simplified(body: str) -> str:
    page = simplify(f"<!doctype html><html lang='vi'><body>{body}</body></html>")
    return page.partition("<body>")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("body", "on_paper"),
    [
        (
            '<p><span class="s" id="s1">Một câu.</span> <span data-s="s1">Nữa.</span></p>',
            "<p>Một câu. Nữa.</p>",
        ),
        (
            '<p><span class="s" id="s1" data-say="Ủy ban">UB</span></p>',
            "<p>UB</p>",
        ),
        (
            '<p><span class="s" lang="en" id="s2">One Stop Shop</span></p>',
            '<p><span lang="en">One Stop Shop</span></p>',
        ),
        ('<p><span class="note">Chữ</span></p>', '<p><span class="note">Chữ</span></p>'),
        (
            f'<figure class="photo"><a class="photo__link" href="/a.avif">{_PICTURE}</a></figure>',
            '<figure class="photo"><img src="/a.jpg" alt="Ảnh" width="4" height="3"></figure>',
        ),
        (
            '<p>Chú thích <a class="footnote-backref" href="#r">↩</a> hết.</p>',
            "<p>Chú thích  hết.</p>",
        ),
        (
            '<ol start="5"><li>Năm</li><li value="9">Chín</li></ol><ol start="x"><li>1</li></ol>',
            (
                '<ol start="5" style="counter-reset: list-item 4"><li>Năm</li>'
                '<li value="9" style="counter-set: list-item 9">Chín</li></ol>'
                '<ol start="x"><li>1</li></ol>'
            ),
        ),
        ("<p>a &amp; b &lt;c&gt; é</p>", "<p>a &amp; b &lt;c&gt; é</p>"),
    ],
)
def test_paper_leaves_out_what_only_screens_and_speech_use(body: str, on_paper: str) -> None:
    assert simplified(body) == on_paper


def test_a_page_stays_in_standards_mode() -> None:
    assert (
        simplify("<!doctype html><html lang='vi'><body></body></html>")
        .lower()
        .startswith("<!doctype html>")
    )


@pytest.mark.parametrize(
    ("cell", "is_long"),
    [
        ("Nghiêng", False),
        ("a" * 24, False),
        ("a" * 25, True),
        ("một hai ba bốn năm sáu bảy tám chín", False),
        (f"<span>https://{'x' * 10}</span>{'y' * 10}", True),
    ],
)
def test_only_cells_with_a_long_word_may_break_it(cell: str, is_long: bool) -> None:  # noqa: FBT001
    tree = parse(f'<table><tr><td class="align-right">{cell}</td></tr></table>')
    mark_long_words(tree)
    wanted = "align-right has-long-word" if is_long else "align-right"
    assert f'<td class="{wanted}">' in serialise(tree)
