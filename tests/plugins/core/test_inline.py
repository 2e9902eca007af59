"""Texts that are passed over have nothing to find: the HTML is the library's own."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import SimpleTagInlineProcessor

from plugins.core.inline import QuickInline

PROJECT = Path(__file__).resolve().parents[3]
EXTENSIONS = ["attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
OWN = markdown.Markdown(extensions=EXTENSIONS)
QUICK = markdown.Markdown(extensions=[*EXTENSIONS, QuickInline()])


def own(text: str) -> str:
    return OWN.reset().convert(text)


def quick(text: str) -> str:
    return QUICK.reset().convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chữ thường.",
        "Hai dòng  \nmột đoạn, và\ttab \nhết",
        "*a* __b__ `c*` \\*d\\* [e](f) ![g](h) <i>j</i> <https://k.vn> l@m.vn <l@m.vn> n&amp;o&#1;",
        "[một] và [hai][1] ![ba] ![bốn][1]\n\n[1]: http://x.vn\n[ba]: anh.jpg",
        "Chú thích[^1] và [^2].\n\n[^1]: Một *đậm*.\n[^2]: Hai.",
        "| a | b `c|d` |\n|---|---|\n| *e* | f |",
        "Từ\n: nghĩa _nghiêng_ &lt;",
        '# Đầu đề {#neo .lop}\n\n> trích **dẫn**\n\n1. một\n2. hai [x](y "z")',
        "```\n*mã* [không](đổi)\n```",
        "![a](1.jpg)*x**y*![b](2.jpg)",
    ],
)
def test_the_html_is_the_same_as_without_it(text: str) -> None:
    assert quick(text) == own(text)


def test_the_html_of_every_sample_article_is_the_same() -> None:
    texts = [path.read_text("utf-8") for path in PROJECT.glob("content/**/*.md")]
    texts += [path.read_text("utf-8") for path in PROJECT.glob("docs/**/*.md")]
    assert len(texts) > 40
    assert [quick(text) for text in texts] == [own(text) for text in texts]


@given(st.text(alphabet="ab \n*_`[]()!<>&;\\^:|#-1.\t", max_size=60))
def test_the_html_of_any_text_is_the_same(text: str) -> None:
    assert quick(text) == own(text)


def test_a_pattern_that_it_does_not_know_is_always_tried() -> None:
    md = markdown.Markdown(extensions=[QuickInline()])
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(.+?)~~", "del"), "strike", 55)
    assert md.convert("một ~~hai~~ ba") == "<p>một <del>hai</del> ba</p>"
