"""What is found of a document, and how the engine reads it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.article import AttachmentField, Kind, Term
from plugins.core.document import Document, Picture
from plugins.core.html import text_of
from plugins.core.text import fold, nfc
from plugins.search.entry import Entry, describe, paragraphs_of
from plugins.search.staging import END, own_text_of, render_entry, swap_letters
from plugins.search.text import Text
from plugins.search.titles import name_of, render_titles
from plugins.search.words import count_words
from tests.plugins.samples import make_document

NOTICES = ("thong-bao",)
COVER = Picture(
    sources=(("image/avif", "/photos/a-480.avif 480w, /photos/a-960.avif 960w"),),
    src="/photos/a-1200.jpg",
    full="/photos/a-1600.avif",
    width_px=1600,
    height_px=1067,
    tone=21,
)
ENTRY = Entry(
    url="/2021/01/20/hop-bao/",
    title="Đồng chí & đồng bào",
    summary="Sáng 20/01.",
    body=Text.of("<p>Đắk Lắk</p>"),
    date="2021-01-20T08:00",
    category="Chỉ đạo điều hành",
    kinds=("news", "document"),
)


def describe_one(document: Document, **texts: str) -> Entry:
    found = {name: Text.of(text) for name, text in texts.items()}
    return describe(document, Text.of(document.html), NOTICES, found)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Một</p><p>Hai</p>", ["Một", "Hai"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<table><tr><th>Giờ</th><td>8</td></tr></table>", ["Giờ", "8"]),
        ("<figure><img alt='x'><figcaption>Ảnh: Hà</figcaption></figure>", ["Ảnh: Hà"]),
        ("<p>Hội <strong>nghị</strong> <span class='s'>lớn</span></p>", ["Hội nghị lớn"]),
        ("<p>dòng<br>sau</p>", ["dòng", "sau"]),
        ("<p>a &amp; b &lt;c&gt;</p>", ["a & b <c>"]),
        ('<p>x<a class="footnote-backref" href="#r">↩</a></p>', ["x"]),
        ("<p><svg><title>no</title></svg>có</p>", ["có"]),
        ("<blockquote>\n\n<p>  </p>\n</blockquote>", []),
        ('<p title="a &gt; b">c</p>', ["c"]),
    ],
)
def test_blocks_are_apart_and_words_within_them_together(html: str, texts: list[str]) -> None:
    assert paragraphs_of(html) == texts


def test_an_article_is_known_by_its_date_category_and_kind() -> None:
    entry = describe_one(make_document(html="<p>a</p>"))
    assert (entry.date, entry.year, entry.category) == ("2021-01-20T08:00", "2021", "Tin tức")
    assert entry.kinds == ("news",)
    assert entry.photo is None


def test_a_notice_with_files_is_a_notice_and_a_document() -> None:
    notice = Term("thong-bao", "Thông báo", "/chuyen-muc/thong-bao/")
    field = AttachmentField("du-thao.pdf", "Dự thảo", number="1002/QĐ-UBND")
    entry = describe_one(
        make_document(category=notice, attachments=(field,)), **{"du-thao.pdf": "Điều 1."}
    )
    assert entry.kinds == ("notice", "document")
    assert entry.attachments == ("Dự thảo 1002/QĐ-UBND",)
    assert entry.extra == (("Dự thảo", Text.of("Điều 1.")),)


def test_a_static_page_has_no_date_and_is_a_page() -> None:
    entry = describe_one(make_document(kind=Kind.PAGE, date=None, category=None))
    assert (entry.kinds, entry.date, entry.year, entry.category) == (("page",), "", "", "")


def test_a_result_shows_the_cover_s_smallest_photo() -> None:
    document = make_document()
    document.extras.cover = COVER
    assert describe_one(document).photo == ("/photos/a-480.avif", 1600, 1067, 21)


def test_a_photo_without_other_formats_is_its_jpeg() -> None:
    document = make_document()
    document.extras.cover = COVER._replace(sources=())
    assert describe_one(document).photo == ("/photos/a-1200.jpg", 1600, 1067, 21)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [("Đắk Lắk đến", "Ḏắk Lắk ḏến"), ("dong chi", "dong chi"), ("hội", "hội")],
)
def test_the_engine_gets_a_letter_that_it_can_fold(text: str, swapped: str) -> None:
    assert swap_letters(text) == swapped


def test_the_file_begins_with_the_title_and_holds_no_bare_text_of_others() -> None:
    page = lxml.html.document_fromstring(render_entry(ENTRY))
    [body] = page.iter("body")
    assert text_of(body).startswith("Ḏồng chí & ḏồng bào")
    assert "đ" not in render_entry(ENTRY).lower()
    facets = [m.get("content") for m in page.iter("meta") if m.get("data-pagefind-filter")]
    assert facets == ["2021|news+document|Chỉ ḏạo ḏiều hành"]


def test_what_a_card_shows_is_an_id_that_the_engine_cannot_shorten() -> None:
    with_photo = replace(ENTRY, photo=("/photos/a b.avif", 16, 9, 3))
    page = lxml.html.document_fromstring(render_entry(with_photo))
    [link] = page.iter("a")
    card = link.get("id") or ""
    assert not any(c.isspace() for c in card)
    assert {name: value for name, [value] in parse_qs(card).items()} == {
        "url": ENTRY.url,
        "date": ENTRY.date,
        "photo": "/photos/a b.avif",
        "width": "16",
        "height": "9",
        "tone": "3",
    }


def test_a_text_never_becomes_markup_of_the_engine_s_file() -> None:
    nasty = replace(ENTRY, title='<b data-pagefind-ignore>"', summary="<script>alert(1)</script>")
    page = lxml.html.document_fromstring(render_entry(nasty))
    tags = [e.tag for e in next(page.iter("body")).iter(lxml.etree.Element)]
    assert tags == ["body", "a", "p", "span", "p", "p"]
    assert "<script>" in text_of(page)


def test_a_page_without_a_date_can_still_be_sorted() -> None:
    staged = render_entry(replace(ENTRY, date=""))
    assert '<meta data-pagefind-sort="date[content]" content="0000">' in staged


def test_an_article_s_own_text_is_what_was_staged_without_what_is_attached() -> None:
    entry = replace(ENTRY, attachments=("Dự thảo",), extra=(("Tờ trình", Text.of("Điều 1")),))
    assert own_text_of(render_entry(entry)).replace("·", "").split() == [
        *("Đồng", "chí", "&", "đồng", "bào"),
        *("Sáng", "20/01.", "Đắk", "Lắk"),
    ]
    assert render_entry(entry).endswith(END)


def test_known_words_are_in_their_usual_form_the_most_frequent_first() -> None:
    assert count_words(["Hội nghị hội nghị", "hỏi hội", "15.518 x"]) == ["hội", "nghị"]


@given(st.lists(st.text("aăbđ ́.1_-\n\u00a0"), max_size=5))
def test_words_are_those_of_the_whole_text(texts: list[str]) -> None:
    texts = [nfc(text) for text in texts]
    found = Counter(re.findall(r"[^\W\d_]{2,}", " ".join(texts).lower()))
    assert {fold(word) for word in found} == {fold(word) for word in count_words(texts)}
    by_count = [found[word] for word in count_words(texts)]
    assert by_count == sorted(by_count, reverse=True)


def test_titles_tell_what_a_card_shows_and_their_name_tells_what_they_are() -> None:
    text = render_titles([replace(ENTRY, attachments=("Dự thảo 12/TB",))])
    assert json.loads(unescape(text)) == [
        {
            "title": ENTRY.title,
            "url": ENTRY.url,
            "date": ENTRY.date,
            "kinds": ["news", "document"],
            "category": "Chỉ đạo điều hành",
            "attachments": ["Dự thảo 12/TB"],
        }
    ]
    assert name_of(text) == name_of(text)
    assert name_of(text) != name_of(text + " ")
