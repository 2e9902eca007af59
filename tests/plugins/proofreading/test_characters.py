"""Characters: encodings of old are recognised and decoded, good text stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.proofreading.characters import find_character_problems, mend_characters
from plugins.proofreading.legacy import decode, recognise_encoding

RIGHT = "Hội nghị tổng kết công tác năm 2005"
TCVN3 = "Héi nghÞ tæng kÕt c«ng t¸c n¨m 2005"
VNI = "Hoäi nghò toång keát coâng taùc naêm 2005"


@pytest.mark.parametrize(("encoding", "text"), [("TCVN3", TCVN3), ("VNI", VNI)])
def test_text_of_old_encodings_is_recognised_and_decoded(encoding: str, text: str) -> None:
    assert recognise_encoding(text) == encoding
    assert decode(text, encoding) == RIGHT


@pytest.mark.parametrize(
    ("encoding", "text", "right"),
    [
        (
            "TCVN3",
            "§ång chÝ Chñ tÞch ñy ban nh©n d©n tØnh",
            "Đồng chí Chủ tịch ủy ban nhân dân tỉnh",
        ),
        ("TCVN3", "th\u00ad viÖn, c¬ quan, gi÷ g×n", "thư viện, cơ quan, giữ gìn"),
        (
            "VNI",
            "Ñoàng chí Chuû tòch UÛy ban nhaân daân tænh",
            "Đồng chí Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        ("VNI", "thö vieän, cô quan, giöõ gìn, kyû nieäm", "thư viện, cơ quan, giữ gìn, kỷ niệm"),
    ],
)
def test_all_kinds_of_letters_are_decoded(encoding: str, text: str, right: str) -> None:
    assert decode(text, encoding) == right


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "Công ty Müller & Söhne, Café Zoë ở Zürich",
        "Nhiệt độ 25 °C ± 2, diện tích 30 m² © 2026",
        "Él está aquí mañana con el niño pequeño",
        "Straße, Größe, Übergröße: schöne Grüße aus München",
        "à á è é ì í",
        "",
    ],
)
def test_unicode_text_is_never_taken_for_an_old_encoding(text: str) -> None:
    assert recognise_encoding(text) == ""


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("\u00a0\u00a0Đoạn thụt vào", "Đoạn thụt vào"),
        ("-\u00a0Mục", "- Mục"),
        ("##\u00a0Đề mục", "## Đề mục"),
        ("hết dòng\u00a0", "hết dòng"),
        ("hai \u00a0dấu", "hai dấu"),
        ("97,1\u00a0%", "97,1\u00a0%"),
        ("xu\u00adống \u200bdòng\ufeff", "xuống dòng"),
        ("gia đình \U0001f468\u200d\U0001f469", "gia đình \U0001f468\u200d\U0001f469"),
        (unicodedata.normalize("NFD", RIGHT), RIGHT),
        (TCVN3, RIGHT),
        ("hai dấu cách cuối  ", "hai dấu cách cuối  "),
    ],
)
def test_lines_are_mended_where_it_is_certain(line: str, mended: str) -> None:
    assert mend_characters(line) == mended


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_mending_any_line_twice_is_as_once_and_leaves_nothing_to_tell(line: str) -> None:
    once = mend_characters(line)
    assert mend_characters(once) == once
    assert list(find_character_problems("a.md", once)) == []


LEGACY_SIGNS = "µ¸¶·¹¨»¾©Ç®Ìª×ßäåçñøùûïâàáãõóòêèéúüëôöîæ \u00ad\u200b\u00a0aeiouyhn#-"


@given(st.text(alphabet=LEGACY_SIGNS))
def test_mending_what_may_be_of_an_old_encoding_is_stable_too(line: str) -> None:
    once = mend_characters(line)
    assert mend_characters(once) == once
