"""Figures, captions and galleries: what Markdown an editor writes, and what comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.html import parse, serialise, text_of
from plugins.core.markup import Renderer
from plugins.photos.markup import wrap_photos_in_figures

_renderer = Renderer("vi")

A = '<img alt="a" src="1.jpg">'
B = '<img alt="b" src="2.jpg">'


def figures_of(markdown: str) -> str:
    tree = parse(_renderer.render(markdown))
    wrap_photos_in_figures(tree)
    return serialise(tree).replace("\n", "")


def photo(image: str, caption: str = "") -> str:
    tail = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="photo">{image}{tail}</figure>'


def gallery(*figures: str, caption: str = "") -> str:
    tail = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="gallery">{"".join(figures)}{tail}</figure>'


ONE_PHOTO = {
    "alone": ("![a](1.jpg)", photo(A)),
    "title": ('![a](1.jpg "Chú thích")', photo(A, "Chú thích")),
    "title in single quotes": ("![a](1.jpg 'Chú thích')", photo(A, "Chú thích")),
    "title with straight quotes": (
        '![a](1.jpg "Lễ "khai mạc" năm 2021")',
        photo(A, 'Lễ "khai mạc" năm 2021'),
    ),
    "title with signs": ('![a](1.jpg "A & B <b>")', photo(A, "A &amp; B &lt;b&gt;")),
    "empty title": ('![a](1.jpg "")', photo(A)),
    "name with spaces": (
        "![a](anh hop bao.jpg)",
        photo('<img alt="a" src="anh%20hop%20bao.jpg">'),
    ),
    "name in angle brackets": ("![a](<1.jpg>)", photo(A)),
    "italics in the next line": ("![a](1.jpg)\n*Chú thích*", photo(A, "Chú thích")),
    "underscores": ("![a](1.jpg)\n_Chú thích_", photo(A, "Chú thích")),
    "italics after a hard break": ("![a](1.jpg)  \n*Chú thích*", photo(A, "Chú thích")),
    "italics in the same line": ("![a](1.jpg) *Chú thích*", photo(A, "Chú thích")),
    "italics in the next paragraph": ("![a](1.jpg)\n\n*Chú thích*", photo(A, "Chú thích")),
    "full stop outside the italics": ("![a](1.jpg)\n*Chú thích*.", photo(A, "Chú thích.")),
    "full stop in the next paragraph": ("![a](1.jpg)\n\n*Chú thích*.", photo(A, "Chú thích.")),
    "markup in a caption": (
        "![a](1.jpg)\n*Ông **An** tại [Huế](https://hue.example)*",
        photo(A, 'Ông <strong>An</strong> tại <a href="https://hue.example">Huế</a>'),
    ),
    "title and credit": (
        '![a](1.jpg "Lễ khai mạc.")\n*Ảnh: Minh Anh*',
        photo(A, "Lễ khai mạc. <em>Ảnh: Minh Anh</em>"),
    ),
    "reference": ('![a][r]\n\n[r]: 1.jpg "Chú thích"', photo(A, "Chú thích")),
    "HTML": (
        '<img src="1.jpg" alt="a">\n\n*Chú thích*',
        photo('<img src="1.jpg" alt="a">', "Chú thích"),
    ),
    "figure in HTML": (
        '<figure><img src="1.jpg" alt="a"></figure>',
        photo('<img src="1.jpg" alt="a">'),
    ),
    "attributes": (
        "![a](1.jpg){: lang=en }\n*Chú thích*",
        photo('<img alt="a" lang="en" src="1.jpg">', "Chú thích"),
    ),
    "windows line ends are gone before": (
        "![a](1.jpg)\n*C*\n\nText",
        photo(A, "C") + "<p>Text</p>",
    ),
}
SEVERAL = {
    "two lines": ("![a](1.jpg)\n![b](2.jpg)", gallery(photo(A), photo(B))),
    "one line": ("![a](1.jpg) ![b](2.jpg)", gallery(photo(A), photo(B))),
    "no space": ("![a](1.jpg)![b](2.jpg)", gallery(photo(A), photo(B))),
    "two paragraphs are two figures": ("![a](1.jpg)\n\n![b](2.jpg)", photo(A) + photo(B)),
    "titles": (
        '![a](1.jpg "Một")\n![b](2.jpg "Hai")',
        gallery(photo(A, "Một"), photo(B, "Hai")),
    ),
    "italics of all": (
        "![a](1.jpg)\n![b](2.jpg)\n*Cả hai*",
        gallery(photo(A), photo(B), caption="Cả hai"),
    ),
    "italics of all, next paragraph": (
        "![a](1.jpg)\n![b](2.jpg)\n\n*Cả hai*",
        gallery(photo(A), photo(B), caption="Cả hai"),
    ),
    "titles and italics": (
        '![a](1.jpg "Một")\n![b](2.jpg)\n*Cả hai*',
        gallery(photo(A, "Một"), photo(B), caption="Cả hai"),
    ),
    "italics of each": (
        "![a](1.jpg)\n*Một*\n![b](2.jpg)\n*Hai*",
        gallery(photo(A, "Một"), photo(B, "Hai")),
    ),
    "italics of the first": (
        "![a](1.jpg)\n*Một*\n![b](2.jpg)",
        gallery(photo(A, "Một"), photo(B)),
    ),
}
ELSEWHERE = {
    "list item": ("- ![a](1.jpg)\n  *C*\n- hai", f"<ul><li>{photo(A, 'C')}</li><li>hai</li></ul>"),
    "list item's paragraph": (
        "1. một\n\n    ![a](1.jpg)\n    *C*\n\n2. hai",
        f"<ol><li><p>một</p>{photo(A, 'C')}</li><li><p>hai</p></li></ol>",
    ),
    "list item's second line": ("- một\n  ![a](1.jpg)", f"<ul><li>một{photo(A)}</li></ul>"),
    "gallery in a list": (
        "- ![a](1.jpg)\n  ![b](2.jpg)\n  *C*",
        f"<ul><li>{gallery(photo(A), photo(B), caption='C')}</li></ul>",
    ),
    "quotation": ("> ![a](1.jpg)\n> *C*", f"<blockquote>{photo(A, 'C')}</blockquote>"),
    "quotation of two paragraphs": (
        "> ![a](1.jpg)\n>\n> *C*",
        f"<blockquote>{photo(A, 'C')}</blockquote>",
    ),
    "definition": ("Từ\n:   ![a](1.jpg)", f"<dl><dt>Từ</dt><dd>{photo(A)}</dd></dl>"),
    "link": (
        '[![a](1.jpg "C")](https://hue.example)',
        photo(f'<a href="https://hue.example">{A}</a>', "C"),
    ),
    "link with italics inside": (
        "[![a](1.jpg) *C*](https://hue.example)",
        photo(f'<a href="https://hue.example">{A} </a>', "C"),
    ),
    "link with italics below": (
        "[![a](1.jpg)](https://hue.example)\n*C*",
        photo(f'<a href="https://hue.example">{A}</a>', "C"),
    ),
    "text, photo, text": (
        "Trước\n![a](1.jpg)\n*C*\nSau",
        f"<p>Trước</p>{photo(A, 'C')}<p>Sau</p>",
    ),
}
UNTOUCHED = {
    "amid a line": ("Xem ![a](1.jpg) nhé", f"<p>Xem {A} nhé</p>"),
    "at the start of a line": ("![a](1.jpg) là ảnh", f"<p>{A} là ảnh</p>"),
    "in a heading": ("## ![a](1.jpg)", f"<h2>{A}</h2>"),
    "link with words": (
        "[![a](1.jpg) trang](https://hue.example)",
        f'<p><a href="https://hue.example">{A} trang</a></p>',
    ),
    "link with italics amid a line": (
        "[![a](1.jpg) *C*](https://hue.example) chữ",
        f'<p><a href="https://hue.example">{A} <em>C</em></a> chữ</p>',
    ),
    "code": ("`![a](1.jpg)`", "<p><code>![a](1.jpg)</code></p>"),
    "code block": ("    ![a](1.jpg)", "<pre><code>![a](1.jpg)</code></pre>"),
    "escaped": (r"\![a](1.jpg)", '<p>!<a href="1.jpg">a</a></p>'),
    "no photo": ("*Chữ nghiêng*", "<p><em>Chữ nghiêng</em></p>"),
}
NO_CAPTION = {
    "bold": ("![a](1.jpg)\n**Đậm**", photo(A) + "<p><strong>Đậm</strong></p>"),
    "half italics": ("![a](1.jpg)\n*Nửa* câu", photo(A) + "<p><em>Nửa</em> câu</p>"),
    "two italics": ("![a](1.jpg)\n*A* *B*", photo(A) + "<p><em>A</em> <em>B</em></p>"),
    "italics above": ("*Trên*\n![a](1.jpg)", "<p><em>Trên</em></p>" + photo(A)),
    "text between": (
        "![a](1.jpg)\n\nChữ\n\n*Nghiêng*",
        photo(A) + "<p>Chữ</p><p><em>Nghiêng</em></p>",
    ),
    "italics after a titled photo's paragraph": (
        '![a](1.jpg "C")\n\n*Nghiêng*',
        photo(A, "C") + "<p><em>Nghiêng</em></p>",
    ),
    "a second paragraph of italics": (
        "![a](1.jpg)\n\n*Một*\n\n*Hai*",
        photo(A, "Một") + "<p><em>Hai</em></p>",
    ),
    "alternative text": ("![Lễ khai mạc](1.jpg)", photo('<img alt="Lễ khai mạc" src="1.jpg">')),
}
CASES = {
    f"{group}: {name}": case
    for group, cases in {
        "one photo": ONE_PHOTO,
        "several": SEVERAL,
        "elsewhere": ELSEWHERE,
        "untouched": UNTOUCHED,
        "no caption": NO_CAPTION,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("markdown", "html"), CASES.values(), ids=CASES)
def test_markdown_becomes_figures(markdown: str, html: str) -> None:
    assert figures_of(markdown) == html


def test_each_cell_of_a_table_holds_figures_of_its_own() -> None:
    html = figures_of('| x | y |\n|---|---|\n| ![a](1.jpg "C") | ![b](2.jpg) *D* |')
    assert f"<td>{photo(A, 'C')}</td><td>{photo(B, 'D')}</td>" in html


@pytest.mark.parametrize("markdown", [markdown for markdown, _ in CASES.values()])
def test_a_second_pass_changes_nothing(markdown: str) -> None:
    tree = parse(_renderer.render(markdown))
    wrap_photos_in_figures(tree)
    once = serialise(tree)
    wrap_photos_in_figures(tree)
    assert serialise(tree) == once


@given(
    st.lists(
        st.sampled_from(
            ["![a](1.jpg)", '![b](2.jpg "Tên")', "*nghiêng*", "chữ", "**đậm**", "\n", "\n\n", "- ",
             "> ", " ", "[![c](3.jpg) *trong*](https://x.example)", ".", "  \n", "<br>"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_no_photo_and_no_word_is_ever_lost(parts: list[str]) -> None:
    tree = parse(_renderer.render("".join(parts)))
    titles = [image.get("title", "") for image in tree.iter("img")]
    words = "".join(text_of(tree).split())
    photos = [image.get("src") for image in tree.iter("img")]
    wrap_photos_in_figures(tree)
    kept = "".join(text_of(tree).split())
    left = [image.get("title", "") for image in tree.iter("img")]
    assert [image.get("src") for image in tree.iter("img")] == photos
    assert sorted(kept + "".join(left)) == sorted(words + "".join(titles))
