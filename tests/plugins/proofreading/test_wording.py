"""Numbers, abbreviations, contacts, links and HTML: what is told, and what is left in peace."""

from __future__ import annotations

import pytest

from plugins.proofreading.abbreviations import find_unknown, known_words
from plugins.proofreading.contacts import find_private_contacts, significant_digits
from plugins.proofreading.linking import find_link_problems
from plugins.proofreading.numbers import find_foreign_numbers
from plugins.proofreading.prose import Prose
from plugins.proofreading.raw_html import find_html_problems


def prose(text: str) -> Prose:
    return Prose(text, (), 1)


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("vi", "có 15,518 hồ sơ", "15.518"),
        ("vi", "thu 1,234,567 đồng", "1.234.567"),
        ("vi", "thu 1,234,567.5 đồng", "1.234.567,5"),
        ("vi", "đạt 98.9 % kế hoạch", "98,9"),
        ("vi", "đạt 0.5% kế hoạch", "0,5"),
        ("en", "15.518 files", "15,518"),
        ("en", "98,9 % of them", "98.9"),
    ],
)
def test_a_number_in_foreign_form_is_told_with_its_right_form(
    lang: str, text: str, right: str
) -> None:
    assert [found[2] for found in find_foreign_numbers(text, lang)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "có 15.518 hồ sơ",
        "đạt 97,1 %",
        "tăng 8,125 % so với năm trước",
        "dài 1,250 km",
        "chi 2,125 tỷ đồng",
        "ngày 20.11.2026",
        "phiên bản 2.5.1",
        "Quyết định 1,234/QĐ",
        "các số 1,2,3,4",
        "số 0,123",
        "từ 2020,2021",
    ],
)
def test_numbers_of_the_language_and_what_only_looks_like_one_are_left_in_peace(text: str) -> None:
    assert list(find_foreign_numbers(text, "vi")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UBND tỉnh và XYZ họp.", ["XYZ"]),
        ("XYZ họp, XYZ kết luận.", ["XYZ"]),
        ("Trung tâm Phục vụ hành chính công (XYZ) mở cửa. XYZ ở tầng 1.", []),
        ("XYZ (Trung tâm Phục vụ) mở cửa.", []),
        ("thế kỷ XXI, quý IV, Đại hội XIV", []),
        ("Quyết định số 12/2026/QĐ-XYZ và 1002/QĐ-XYZ", []),
        ("chuẩn WCAG mức AA", ["WCAG"]),
        ("THÔNG BÁO VỀ VIỆC NGHỈ TẾT", []),
        ("KT-XH phát triển", []),
        ("giấy A4, chợ Bà Rịa", []),
    ],
)
def test_only_abbreviations_that_nothing_explains_are_told_each_once(
    text: str, words: list[str]
) -> None:
    known = known_words(("UBND", "KT-XH"), ("TP",))
    assert [word for _position, word in find_unknown(text, known)] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi a.b@gmail.com nhé", ["a.b@gmail.com"]),
        ("gửi a@yahoo.com.vn", ["a@yahoo.com.vn"]),
        ("gọi 0912345678", ["0912345678"]),
        ("gọi 0912.345.678.", ["0912.345.678"]),
        ("gọi +84 912 345 678", ["+84 912 345 678"]),
        ("gọi 84-912-345-678", ["84-912-345-678"]),
        ("gửi so@vinhson.example", []),
        ("gọi 0205 3999 123", []),
        ("số 1234567890123", []),
        ("số 10912345678", []),
        ("gọi tổng đài 1022", []),
        ("gửi duong.day.nong@gmail.com", []),
        ("gọi 0988 000 111", []),
    ],
)
def test_private_contacts_are_told_but_never_the_offices_own(text: str, found: list[str]) -> None:
    own = {"duong.day.nong@gmail.com", significant_digits("+84 988 000 111")}
    assert [contact for _position, contact, _kind in find_private_contacts(text, own)] == found


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[tại đây](a.pdf)", ["link-vague"]),
        ("[**Xem thêm** »](a.pdf)", ["link-vague"]),
        ("[Quyết định 12](a.pdf)", []),
        ("[Quyết định]()", ["link-without-target"]),
        ('[Quyết định]( "chú thích")', ["link-without-target"]),
        ("[Bấm](JavaScript:alert(1))", ["link-scheme"]),
        ("[Gọi](tel:+842053999123), [thư](mailto:a@b.example)", []),
        ("![tại đây](a.jpg)", []),
        (r"\[tại đây](a.pdf)", []),
        ("[![Toàn cảnh](a.jpg)](a.pdf)", []),
    ],
)
def test_links_tell_where_they_lead(text: str, codes: list[str]) -> None:
    assert [p.code for p in find_link_problems("a.md", prose(text))] == codes


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<font color=red>x</font>", ["thẻ <font>"]),
        ('<p style="color: red">x</p>', ["thuộc tính style"]),
        ("<script>alert(1)</script>", ["thẻ <script>"]),
        ("<Bộ Nội vụ> yêu cầu", ["thẻ <bộ>"]),
        ('<span lang="en">one-stop shop</span>', []),
        ("<https://chinhphu.vn> <a@b.example>", []),
        ("a < b và c > d", []),
        ("<br/> <sup>2</sup>", []),
    ],
)
def test_html_is_told_that_the_sanitiser_would_remove(text: str, what: list[str]) -> None:
    found = [p.message for p in find_html_problems("a.md", prose(text))]
    assert [message.rpartition(": ")[2].rstrip(".") for message in found] == what
