"""Sentences in HTML: one span each where that is valid, pieces where it is not, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.html import parse, serialise
from plugins.speech.markup import wrap_line, wrap_sentences
from tests.plugins.speech.wrapping import Plain, pieces_of, wrap

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CONTENT = Path(__file__).parents[3] / "content"


def _wrapped(html: str, lang: str = "vi") -> str:
    return serialise(wrap(html, lang))


WRAPPED = [
    pytest.param(
        "<p>Một. Hai.</p>",
        '<p><span class="s" id="s1">Một.</span> <span class="s" id="s2">Hai.</span></p>',
        id="two sentences",
    ),
    pytest.param(
        '<p>Xem <a href="/x/">bài <em>này</em></a> nhé.</p>',
        '<p><span class="s" id="s1">Xem <a href="/x/">bài <em>này</em></a> nhé.</span></p>',
        id="a whole run of inline nodes lies in one span",
    ),
    pytest.param(
        "<p>Một <strong>hai. Ba</strong> bốn.</p>",
        '<p><span class="s" id="s1">Một </span><strong><span class="s" data-s="s1">hai.</span> '
        '<span class="s" id="s2">Ba</span></strong><span class="s" data-s="s2"> bốn.</span></p>',
        id="a sentence across the bounds of an element is in pieces",
    ),
    pytest.param(
        '<p>Dùng <span lang="en">data center</span>.</p>',
        '<p><span class="s" id="s1">Dùng </span><span class="s" data-s="s1" lang="en">'
        '<span lang="en">data center</span>.</span></p>',
        id="foreign words are a piece of their own",
    ),
    pytest.param(
        '<blockquote lang="en"><p>Well done.</p></blockquote>',
        '<blockquote lang="en"><p><span class="s" id="s1" lang="en">Well done.</span></p>'
        "</blockquote>",
        id="a foreign quotation",
    ),
    pytest.param(
        '<p lang="vi-VN">Một.</p>',
        '<p lang="vi-VN"><span class="s" id="s1">Một.</span></p>',
        id="the document's language in another country is not foreign",
    ),
    pytest.param(
        '<p>Tôi nói “<span lang="en">yes</span>” và đi.</p>',
        '<p><span class="s" id="s1">Tôi nói “</span><span class="s" data-s="s1" lang="en">'
        '<span lang="en">yes</span></span><span class="s" data-s="s1">” và đi.</span></p>',
        id="foreign words amid a sentence",
    ),
    pytest.param(
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>",
        '<ul><li><span class="s" id="s1">a</span><ul><li><span class="s" id="s2">b</span></li>'
        '</ul></li><li><p><span class="s" id="s3">c</span></p></li></ul>',
        id="lists within lists",
    ),
    pytest.param(
        '<dl><dt>Hạn</dt><dd>Hôm nay</dd></dl><h2 id="muc">Mục</h2>',
        '<dl><dt><span class="s" id="s1">Hạn</span></dt><dd><span class="s" id="s2">Hôm nay'
        '</span></dd></dl><h2 id="muc"><span class="s" id="s3">Mục</span></h2>',
        id="definitions and headings",
    ),
    pytest.param(
        '<figure><img src="a.jpg" alt="Chợ"><figcaption>Chợ nổi.</figcaption></figure>',
        '<figure><img src="a.jpg" alt="Chợ"><figcaption><span class="s" id="s1">Chợ nổi.</span>'
        "</figcaption></figure>",
        id="captions are said, alternative texts are not",
    ),
    pytest.param(
        '<p><span data-photo="1"></span> Một. <span data-photo="2"></span></p>',
        '<p><span data-photo="1"></span> <span class="s" id="s1">Một.</span> '
        '<span data-photo="2"></span></p>',
        id="a photo's slot stays outside",
    ),
    pytest.param(
        "<p>Dòng một<br>dòng hai</p>",
        '<p><span class="s" id="s1">Dòng một</span><br><span class="s" id="s2">dòng hai</span></p>',
        id="a line break ends a sentence",
    ),
    pytest.param(
        '<pre><code>x = 1</code></pre><p hidden>ẩn</p><p aria-hidden="true">ẩn</p><p>***</p>',
        '<pre><code>x = 1</code></pre><p hidden>ẩn</p><p aria-hidden="true">ẩn</p><p>***</p>',
        id="nothing to say",
    ),
    pytest.param(
        '<h2 id="s1">S1</h2><p>Một.</p>',
        '<h2 id="s1"><span class="s" id="s2">S1</span></h2><p><span class="s" id="s3">Một.</span>'
        "</p>",
        id="an id that is taken stays its owner's",
    ),
    pytest.param(
        "<p>Một. <em>  </em> Hai<!-- ba -->.</p>",
        '<p><span class="s" id="s1">Một.</span> <em>  </em> '
        '<span class="s" id="s2">Hai<!-- ba -->.</span></p>',
        id="empty elements and comments",
    ),
    pytest.param(
        '<p><a href="/x/"><div>Một.</div></a></p>'.replace("<p>", "<div>").replace(
            "</p>", "</div>"
        ),
        '<div><a href="/x/"><div><span class="s" id="s1">Một.</span></div></a></div>',
        id="a link around a block",
    ),
]


@pytest.mark.parametrize(("html", "expected"), WRAPPED)
def test_a_sentence_gets_its_spans(html: str, expected: str) -> None:
    assert _wrapped(html) == expected


def test_a_title_is_escaped_and_keeps_clear_of_the_ids_in_the_body() -> None:
    html = wrap_line("A & B? Có <b>.", "vi", Plain(), "t", {"t1"})
    assert html == (
        '<span class="s" id="t2">A &amp; B?</span> <span class="s" id="t3">Có &lt;b&gt;.</span>'
    )


_TAGS = ("a", "strong", "em", "abbr", "span", "sup", "br", "code", "del", "q")


def _element(children: Any) -> Any:  # noqa: ANN401 - hypothesis types what it extends by Any
    attributes = st.sampled_from(["", ' lang="en"', ' title="Ủy ban. Nhân dân"', " hidden"])
    return st.builds(
        lambda tag, attribute, inner: (
            "<br>" if tag == "br" else f"<{tag}{attribute}>{''.join(inner)}</{tag}>"
        ),
        st.sampled_from(_TAGS),
        attributes,
        st.lists(children, max_size=4),
    )


_WORDS = st.sampled_from(["Một", " ", ". ", "TP. ", "Hai! ", "ba", "m", "2", "…", "”", " (", "\n"])
_INLINE = st.recursive(_WORDS, _element, max_leaves=25)
_BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["p", "h2", "div", "blockquote", "dd"]), st.lists(_INLINE, max_size=8)
    ),
    max_size=4,
)


@settings(deadline=None)
@given(_BLOCKS)
def test_no_text_is_lost_ids_are_consecutive_and_pieces_make_whole_sentences(
    blocks: list[tuple[str, list[str]]],
) -> None:
    html = "".join(f"<{tag}>{''.join(inner)}</{tag}>" for tag, inner in blocks)
    before = parse(html)
    tree = wrap(html)
    _check(before, tree)


def _check(before: HtmlElement, tree: HtmlElement) -> None:
    assert "".join(tree.itertext()) == "".join(before.itertext())
    assert serialise(parse(serialise(tree))) == serialise(tree)
    sentences = pieces_of(tree)
    assert list(sentences) == [f"s{n}" for n in range(1, len(sentences) + 1)]
    assert all(
        [bool(piece.get("id")) for piece in pieces] == [True] + [False] * (len(pieces) - 1)
        for pieces in sentences.values()
    )
    assert not tree.xpath('.//span[@class="s"]//span[@class="s"]')
    for span in list(tree.xpath('.//span[@class="s"]')):
        span.drop_tag()
    assert serialise(tree) == serialise(before)


ARTICLES = sorted(CONTENT.rglob("*.md")) if CONTENT.is_dir() else []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_an_article_of_the_site_keeps_its_text_and_gets_all_its_sentences(path: Path) -> None:
    body = path.read_text("utf-8").split("\n---\n", 1)[-1]
    extensions = ["attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
    before = parse(markdown.markdown(body, extensions=extensions))
    tree = parse(serialise(before))
    wrap_sentences(tree, "en" if ".en." in path.name else "vi", Plain())
    assert tree.xpath('.//span[@class="s"]')
    _check(before, tree)
