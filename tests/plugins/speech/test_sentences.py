"""Sentences: where a reader takes breath, and where a full stop is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.speech.sentences import find_sentences

# "|" stands where a new sentence begins.
VIETNAMESE = [
    "Một câu không có dấu chấm",
    "Câu một. |Câu hai. |Câu ba.",
    "Câu một.\n|Câu hai.\n",
    "Ông là ai? |Tôi không biết! |Thôi.",
    "Sao lại thế?! |Không rõ.",
    "Chờ đã… |Xong rồi.",
    "Chờ đã... |Xong rồi.",
    "Chờ đã… rồi hãy đi.",
    "Điện, đường, trường, trạm,... đều được xây mới.",
    "chiếm tỷ lệ 72,13%,... |Đặc biệt là cà phê.",
    "Hội nghị tại TP. Buôn Ma Thuột. |Có 15.518 hộ.",
    "Tp. Buôn Ma Thuột, TX. Buôn Hồ, TT. Ea Drăng.",
    "TP.Buôn Ma Thuột có 3 xã.",
    "PGS.TS. Nguyễn Văn An phát biểu. |GS. Trần Bình nghe.",
    "PGS. TS. Nguyễn Văn An; ThS. Lê Thị Hoa; BS. Y Thịnh; Th.S. Mai.",
    "Ng. Văn Tám và Đ/c. Lan.",
    "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH. |Hết.",
    "Rau, củ, quả, v.v. |Tuy nhiên giá cao.",
    "Rau, củ, quả, v.v. và gạo.",
    "Rau, củ, quả, v.v... |Tuy nhiên giá cao.",
    "Diện tích 15.518 ha. |Sản lượng 3.5 tấn.",
    "Họp ngày 20.1.2021. |Sau đó nghỉ.",
    "Số dân năm 2020. |15 đại biểu dự họp.",
    "1. Tăng cường kỷ luật. |2. Siết chặt kỷ cương.",
    "Nội dung gồm: 1. Tăng cường kỷ luật; 2. Siết chặt kỷ cương.",
    "I. Mục đích, yêu cầu",
    "IV. Tổ chức thực hiện. |a. Sở Y tế; b. Sở Nội vụ.",
    "1.2. Phạm vi áp dụng",
    "Xem tr. 12 và Tr. 15.",
    "Theo V. A. Lê, đó là đúng.",
    "Bà Y. Niê phát biểu.",
    "Ông Nguyễn Văn A. |Sau đó, bà Trần Thị B. |Cả hai vắng mặt.",
    "Được xếp loại A. |Các đơn vị khác loại B.",
    "Ông nói: “Chúng ta làm được.” |Mọi người vỗ tay.",
    'Ông nói: "Chúng ta làm được." |Mọi người vỗ tay.',
    "“Chúng ta làm được.” ông nói.",
    "“Vì sao?” bà hỏi.",
    "(Xem phụ lục.) |Danh sách kèm theo.",
    "Danh sách kèm theo (xem phụ lục.). |Hết.",
    "Xong. |“Bắt đầu!” |(Vỗ tay.) |– Cảm ơn.",
    "Họp lúc 8h30. |Địa điểm: UBND tỉnh.",
    "Truy cập www.daklak.gov.vn. |Gọi 1022.",
    "Gửi về a.b@c.vn. |Hạn: 5/6.",
    "Dòng một\u2028|Dòng hai\u2028|Dòng ba",
    "Xong. \u2028 |Tiếp theo",
    "ông\u2028|bà",
    "Căn cứ St. Petersburg, Dr. House và Mr. Bean.",
    "Tỉnh ủy, TW. |Các sở.",
    "Hết!!! |Thật.",
]
ENGLISH = [
    "Mr. Smith met Dr. Jones. |They talked.",
    "See No. 5 and Art. 12. |No. |He said so.",
    "It is 3.5 km, i.e. 3,500 m. |E.g. This.",
    "Approx. five people, e.g. Y Thinh, came.",
    "The U.S. Government agreed.",
    "It begins at 9 a.m. on Monday. |It ends at 5 p.m.",
    "Rice, coffee, etc. |Prices rose.",
    "“Why?” she asked. |“Because!” |He left.",
    "On 5 Jan. 2021 it rained. |On 6 Jan. Sun.",
    "St. Mary of Mt. Carmel vs. Gen. Lee.",
]


def _cut(text: str, lang: str) -> str:
    return "|".join(text[start:end] for start, end in find_sentences(text, lang))


@pytest.mark.parametrize("marked", VIETNAMESE)
def test_vietnamese_sentences_end_where_a_reader_would_stop(marked: str) -> None:
    assert _cut(marked.replace("|", ""), "vi") == marked


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences_end_where_a_reader_would_stop(marked: str) -> None:
    assert _cut(marked.replace("|", ""), "en") == marked


def test_english_abbreviations_are_words_in_vietnamese() -> None:
    assert _cut("Rơi vào cuối tháng Dec. Mọi người nghỉ.", "vi").count("|") == 1


def test_an_empty_text_has_no_sentence() -> None:
    assert find_sentences("") == []


_TEXT = st.text(st.sampled_from("aĐ .!?…”“)\n\u20281Vv,")) | st.text()


@given(_TEXT, st.sampled_from(["vi", "en", "rad"]))
def test_joined_sentences_are_the_text(text: str, lang: str) -> None:
    spans = find_sentences(text, lang)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@given(_TEXT)
def test_a_sentence_never_begins_with_white_space_but_the_first(text: str) -> None:
    assert not any(text[start].isspace() for start, _ in find_sentences(text)[1:])
