"""Markdown to HTML: what editors write comes out."""

from __future__ import annotations

import pytest

from tests.plugins.core.rendering import render

WRITTEN = {
    "**đậm** *nghiêng*": "<p><strong>đậm</strong> <em>nghiêng</em></p>",
    "## Đề mục": "<h2>Đề mục</h2>",
    "> lời trích": "<blockquote>\n<p>lời trích</p>\n</blockquote>",
    "1. một\n2. hai": "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>",
    "3. ba\n4. bốn": '<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>',
    "TTHC\n:   thủ tục": "<dl>\n<dt>TTHC</dt>\n<dd>thủ tục</dd>\n</dl>",
    "![Toàn cảnh](a.jpg)": '<p><img alt="Toàn cảnh" src="a.jpg"></p>',
    '<span lang="en">one-stop shop</span>': '<p><span lang="en">one-stop shop</span></p>',
    "```\na <b>\n```": "<pre><code>a &lt;b&gt;\n</code></pre>",
    "một\\\nhai": "<p>một\\\nhai</p>",
    "[Gọi](tel:113)": '<p><a href="tel:113">Gọi</a></p>',
    "## Mục {#muc-a}": '<h2 id="muc-a">Mục</h2>',
}


@pytest.mark.parametrize(("text", "html"), WRITTEN.items())
def test_what_editors_write_comes_out(text: str, html: str) -> None:
    assert render(text).strip() == html


def test_tables_keep_the_side_their_cells_are_set_to() -> None:
    html = render("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th align="right">b</th>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("lang", "title"),
    [("vi", "Về chỗ chú thích 1 trong bài"), ("en", "Back to reference 1 in the text")],
)
def test_footnotes_lead_there_and_back(lang: str, title: str) -> None:
    html = render("chữ[^1]\n\n[^1]: Nội dung.", lang)
    assert '<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>' in html
    assert f'<a class="footnote-backref" href="#fnref-1" title="{title}">↩</a>' in html
    assert '<div class="footnote">' in html


def test_one_article_s_footnotes_are_not_the_next_one_s() -> None:
    render("a[^1]\n\n[^1]: Một.")
    assert render("b[^1]\n\n[^1]: Hai.").count("<li") == 1
