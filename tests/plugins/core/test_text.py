"""Text: normal form, folding and slugs, for Vietnamese in any form it comes in."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.text import clean, fold, nfc, slugify

SLUGS = {
    "Lấy ý kiến": "lay-y-kien",
    "Đắk Lắk": "dak-lak",
    "đường ĐT.605": "duong-dt-605",
    "Nguyễn Thị Ngọc Ánh": "nguyen-thi-ngoc-anh",
    "Ưu đãi, thuở, ngữ": "uu-dai-thuo-ngu",
    "  --Chỉ thị số 05/CT-UBND--  ": "chi-thi-so-05-ct-ubnd",
    "100%": "100",
    "“…”": "",
    "": "",
    "日本": "",
    "a_b": "a-b",
}


@pytest.mark.parametrize(("text", "slug"), SLUGS.items())
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_slug_is_plain_ascii_in_whatever_form_the_text_comes(
    text: str, slug: str, form: str
) -> None:
    changed = unicodedata.normalize(form, text).replace("...", "…")  # type: ignore[arg-type]  # each is a form
    assert slugify(changed) == slug


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đắk Lắk", "dak lak"), ("TÔI", "toi"), ("ưu ơ ê ô ă â", "uu o e o a a"), ("İ", "i")],
)
def test_folding_takes_marks_and_capitals_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_does_not_care_for_normal_forms(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_normal_form_drops_zero_width_spaces_and_keeps_what_is_a_choice() -> None:
    assert nfc("a\u200bb\ufeffc\u2060d") == "abcd"
    assert nfc("20\u00a0000 a\u200db") == "20\u00a0000 a\u200db"
    assert nfc(unicodedata.normalize("NFD", "Tiếng Việt")) == "Tiếng Việt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\vb\fc", "a b c"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("a\x00b\x01\x1bc\x1fd", "abcd"),
        ("a\ud800b\ufffec\uffffd", "abcd"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\u0301", "á"),
    ],
)
def test_cleaning_takes_away_what_no_page_can_hold(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters(codec=None)))
def test_clean_text_can_always_be_written_and_keeps_its_lines(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned
    assert cleaned.count("\n") == text.count("\n")
    assert len(cleaned.replace("\r", "").splitlines()) <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Con", "con-0"),
        ("Côn", "con-0"),
        ("con-0", "con-0"),
        ("nul.", "nul-0"),
        ("AUX", "aux-0"),
        ("com1", "com1-0"),
        ("LPT9", "lpt9-0"),
        ("Côn Đảo", "con-dao"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b. ", "a-b"),
        ("a" * 300, "a" * 200),
        ("a" * 199 + " b", "a" * 199),
    ],
)
def test_every_file_system_can_hold_a_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert slugify(slug) == slug
