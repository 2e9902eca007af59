"""Spoken Vietnamese: what is written, and how a reader says it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.speech.vietnamese.integers import NORTHERN, SOUTHERN
from plugins.speech.vietnamese.speaker import SpokenVietnamese

GLOSSARY = {
    "UBND": "Ủy ban nhân dân",
    "Cty": "Công ty",
    "SIPAS": "chỉ số hài lòng",
    "BQL": "Ban Quản lý",
    "K4": "khóa 4",
}
SPEAKER = SpokenVietnamese(GLOSSARY)

# "#" begins a heading, a tab parts what is written from what is said.
_ROWS = (Path(__file__).parent / "spoken.tsv").read_text("utf-8").splitlines()
PAIRS = [tuple(row.split("\t")) for row in _ROWS if "\t" in row]


@pytest.mark.parametrize(("written", "spoken"), PAIRS)
def test_it_is_said_as_a_reader_says_it(written: str, spoken: str) -> None:
    assert SPEAKER.say(written) == spoken


def test_the_table_has_what_was_asked_of_it() -> None:
    assert len(PAIRS) >= 150
    assert len({written for written, _ in PAIRS}) == len(PAIRS)


DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TEN = ("một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín")
AFTER_MORE = ("mốt", "hai", "ba", "tư", "lăm", "sáu", "bảy", "tám", "chín")
BELOW_A_HUNDRED = [
    *DIGITS,
    "mười",
    *(f"mười {units}" for units in AFTER_TEN),
    *(f"{ten} mươi {units}".strip() for ten in DIGITS[2:] for units in ("", *AFTER_MORE)),
]


def _derive_groups() -> tuple[list[str], list[str]]:
    """Return 0–999 as a number's first three digits, and as its last: a table, no arithmetic."""
    small = BELOW_A_HUNDRED
    after = ["", *(f"linh {words}" for words in small[1:10]), *small[10:]]
    hundreds = [f"{digit} trăm {rest}".strip() for digit in small[:10] for rest in after]
    return small + hundreds[100:], hundreds


def test_every_integer_to_a_million_agrees_with_a_table_made_otherwise() -> None:
    first, last = _derive_groups()
    expected = list(first)
    for thousands in first[1:]:
        expected.append(f"{thousands} nghìn")
        expected += [f"{thousands} nghìn {rest}" for rest in last[1:]]
    expected.append("một triệu")
    assert len(expected) == 1_000_001
    assert [NORTHERN.integer(number) for number in range(1_000_001)] == expected


def test_the_south_says_some_numbers_otherwise() -> None:
    southern = SpokenVietnamese(numerals=SOUTHERN)
    assert southern.say("1.005") == "một ngàn không trăm lẻ năm"


def test_a_meaning_in_the_glossary_is_said_as_well() -> None:
    assert SPEAKER.say("Lớp K4") == "Lớp khóa bốn"


def test_the_glossary_goes_before_what_is_built_in() -> None:
    assert SpokenVietnamese({"HĐND": "họp"}).say("HĐND tỉnh") == "họp tỉnh"


def test_the_speaker_knows_a_meaning_only_if_it_would_say_it() -> None:
    assert SPEAKER.knows("UBND", "Ủy ban nhân dân")
    assert not SPEAKER.knows("UBND", "Ủy ban")


_KEPT = frozenset(" .,;:!?…()“”‘’«»\"'-")
_FRAGMENTS = st.sampled_from(
    [written for written, _ in PAIRS] + list("0159/-–.,:%²°₫$(){}[]IVXQĐa \n\u00a0")
)
_TEXTS = st.lists(_FRAGMENTS, max_size=12).map("".join) | st.text()


def _is_readable(character: str) -> bool:
    is_letter = unicodedata.category(character)[0] in "LM"
    return character in _KEPT or is_letter


@given(_TEXTS)
def test_no_digit_and_no_symbol_is_ever_left_unread(text: str) -> None:
    said = SPEAKER.say(text)
    assert [c for c in said if not _is_readable(c)] == []
    assert said == " ".join(said.split())
    assert SpokenVietnamese(GLOSSARY).say(text) == said


@given(st.integers(0, 10**18 - 1))
def test_the_digits_of_any_number_can_be_found_again(number: int) -> None:
    assert _value_of(NORTHERN.integer(number)) == number


_UNITS = {word: digit for digit, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
_SCALES = {"nghìn": 1000, "triệu": 10**6, "tỷ": 10**9}


def _value_of(words: str) -> int:
    """Read a number's words as a listener does."""
    total = group = unit = 0
    for word in words.split():
        if word in _UNITS:
            unit = _UNITS[word]
        elif word in _SCALES:
            total, group, unit = _scaled(total, group + unit, _SCALES[word])
        else:
            group += {"trăm": 100 * unit, "mươi": 10 * unit, "mười": 10, "linh": 0}[word]
            unit = 0
    return total + group + unit


def _scaled(total: int, group: int, scale: int) -> tuple[int, int, int]:
    is_all = scale == _SCALES["tỷ"]
    return (total + group) * scale if is_all else total + group * scale, 0, 0
