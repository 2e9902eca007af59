"""Markdown to HTML: what attackers write does not come out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.html import parse, serialise, text_of
from tests.plugins.core.rendering import render

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
