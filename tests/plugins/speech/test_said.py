"""What is said of a sentence, a table or a mark: what is for the eye alone is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plugins.speech.wrapping import pieces_of, wrap

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _spoken(tree: HtmlElement) -> list[str]:
    """Return what is said of each sentence."""
    return [
        " ".join("".join(p.get("data-say", "".join(p.itertext())) for p in pieces).split())
        for pieces in pieces_of(tree).values()
    ]


SPOKEN = [
    pytest.param("<p>Một <b>hai. Ba</b> bốn.</p>", ["Một hai.", "Ba bốn."], id="pieces join"),
    pytest.param(
        '<p>Đạt<sup id="r"><a class="footnote-ref" href="#f">1</a></sup> yêu cầu.</p>',
        ["Đạt yêu cầu."],
        id="a reference to a footnote",
    ),
    pytest.param("<p>Đạt<sup>[2]</sup> yêu cầu<sup>*</sup>.</p>", ["Đạt yêu cầu."], id="a mark"),
    pytest.param("<p>Rộng 5 m<sup>2</sup>.</p>", ["Rộng 5 mét vuông."], id="an exponent"),
    pytest.param("<p>Ngày 1<sup>st</sup></p>", ["Ngày 1st"], id="other raised text"),
    pytest.param(
        '<div class="footnote"><ol><li id="f"><p>Theo luật.&nbsp;<a class="footnote-backref" '
        'href="#r">↩</a></p></li></ol></div>',
        ["Theo luật."],
        id="a footnote without its way back",
    ),
    pytest.param("<p>Lúc <del>8 giờ</del> <ins>9 giờ</ins>.</p>", ["Lúc 9 giờ."], id="struck out"),
    pytest.param(
        '<p><abbr title="Hội chữ thập đỏ">HCTĐ</abbr> và <abbr title="Ủy ban">UBND</abbr></p>',
        ["Hội chữ thập đỏ và UBND"],
        id="the speaker sees abbreviations it knows as written",
    ),
    pytest.param(
        '<p>Tại <abbr title="Thành phố. Hồ Chí Minh">TP. HCM. A</abbr> ạ.</p>',
        ["Tại Thành phố. Hồ Chí Minh ạ."],
        id="an abbreviation is never cut apart",
    ),
    pytest.param("<p>Gõ <code>make</code> nhé.</p>", ["Gõ make nhé."], id="code amid a sentence"),
    pytest.param(
        '<p>Mở <b>mục <span class="visually-hidden">ẩn</span> này. Và</b> đọc.</p>',
        ["Mở mục này.", "Và đọc."],
        id="what is hidden, within pieces",
    ),
]


@pytest.mark.parametrize(("html", "expected"), SPOKEN)
def test_a_sentence_is_said_without_what_is_for_the_eye(html: str, expected: list[str]) -> None:
    assert _spoken(wrap(html)) == expected


def test_only_the_first_piece_tells_what_is_said_of_a_run() -> None:
    tree = wrap("<p>Một <b>m<sup>2</sup> đất. Hai</b> ba.</p>")
    said = [[piece.get("data-say") for piece in pieces] for pieces in pieces_of(tree).values()]
    assert said == [["Một mét vuông đất.", ""], [None, None]]


TABLE = """<table><thead><tr><th>Ngày</th><th>Việc:</th></tr></thead><tbody>
<tr><td>05/01</td><td>Họp. Nghỉ</td></tr><tr><td colspan="2">Hết</td></tr></tbody></table>"""


def test_a_data_cell_is_said_with_its_heading() -> None:
    spoken = _spoken(wrap(TABLE))
    assert spoken == ["Ngày", "Việc:", "Ngày: 05/01", "Việc: Họp.", "Nghỉ", "Hết"]


def test_a_first_row_of_header_cells_serves_as_head() -> None:
    html = "<table><tr><th>Xã</th><th>Hộ</th></tr><tr><th>Ea Tu</th><td>7</td></tr></table>"
    assert _spoken(wrap(html)) == ["Xã", "Hộ", "Ea Tu", "Hộ: 7"]


def test_headings_above_one_another_are_both_said() -> None:
    html = (
        '<table><thead><tr><th rowspan="2">Xã</th><th colspan="2">Hộ</th></tr>'
        "<tr><th>2019</th><th>2020</th></tr></thead><tr><td>Ea Tu</td><td>7</td><td>8</td></tr>"
        "</table>"
    )
    assert _spoken(wrap(html))[-3:] == ["Xã: Ea Tu", "Hộ, 2019: 7", "Hộ, 2020: 8"]


def test_an_empty_cell_and_a_table_without_head_say_nothing_more() -> None:
    html = "<table><tr><td>1</td><td> </td></tr><tr><td>2</td></tr></table>"
    assert _spoken(wrap(html)) == ["1", "2"]
    assert _spoken(wrap(TABLE.replace("05/01", "")))[2] == "Việc: Họp."


def test_a_wrong_colspan_counts_as_one() -> None:
    assert _spoken(wrap(TABLE.replace('colspan="2"', 'colspan="x"')))[-1] == "Ngày: Hết"


def test_a_foreign_cell_is_said_without_the_heading() -> None:
    html = TABLE.replace("05/01", '<span lang="en">Monday</span>')
    assert _spoken(wrap(html))[2] == "Monday"
