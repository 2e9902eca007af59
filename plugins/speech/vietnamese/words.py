"""Words in capitals: abbreviations, Roman numerals, codes such as QL14, words of headings."""

from __future__ import annotations

import re

from plugins.speech.vietnamese.letters import is_word, spell
from plugins.speech.vietnamese.meanings import SHORTENED, SIGNING, TITLES
from plugins.speech.vietnamese.roman import roman_value
from plugins.speech.vietnamese.rule import UPPER, Rule, Voice, follows, rule

_NUMBERED = (
    "thứ", "khóa", "khoá", "quý", "kỳ", "kì", "kỳ họp", "đại hội", "chương", "mục", "phần", "tập",
    "thế kỷ", "hạng", "loại", "cấp", "quyển", "bậc", "nhiệm kỳ", "phụ lục", "giai đoạn", "vùng",
    "khu vực", "đợt", "bảng", "nhóm", "phụ lục số", "tuyến", "trung ương", "tw", "đến quý",
)  # fmt: skip
_ROADS = {"QL": "Quốc lộ", "TL": "Tỉnh lộ", "ĐT": "Đường tỉnh", "ĐH": "Đường huyện"}
_CODE_PART = re.compile(r"\d+|[^\W\d_]+|_+")
_PLACES = {"Q": "quận", "P": "phường"}
_PLACE_WORDS = ("tại", "ở", "thuộc", "trên", "số")
_LETTER_LIMIT = 6
_WORD_BESIDE = re.compile(rf"[{UPPER}]{{2,}}")
_VOWELS = re.compile(r"[AEIOUY]")


def _say_roman(match: re.Match[str], voice: Voice) -> str | None:
    value = roman_value(match["roman"])
    if value is None or not _is_roman(match):
        return None
    if follows(match, ("thứ",)):
        return voice.numerals.ordinal(value)
    return voice.numerals.integer(value)


def _is_roman(match: re.Match[str]) -> bool:
    """Tell numerals from the words VI and XI and from the letters I, V and X."""
    text, numeral = match.string, match["roman"]
    is_small = set(numeral) <= {"I", "V", "X"}
    opens = not text[: match.start()].strip(" ([“") and text[match.end() : match.end() + 1] in {
        ".",
        "/",
        ")",
    }
    if (opens and is_small) or (follows(match, _NUMBERED) and (is_small or len(numeral) > 1)):
        return True
    if len(numeral) == 1 or not is_small:
        return is_small and _continues_numerals(match)
    return numeral not in {"VI", "XI"} or not _is_among_capitals(match)


def _continues_numerals(match: re.Match[str]) -> bool:
    """Tell whether a single letter goes on a list: "quý I, II và quý IV", "quý I - V"."""
    before = re.search(
        rf"\b({'|'.join(_NUMBERED)}) [IVX]+(?:(?:,| và| -|-|–| –) ?[IVX]+)*(?:,| và| -|-|–| –) ?$",
        match.string[max(0, match.start() - 40) : match.start()],
        re.IGNORECASE,
    )
    return before is not None


def _is_among_capitals(match: re.Match[str]) -> bool:
    """Tell whether a word beside is surely one of a heading in capitals."""
    before = match.string[: match.start()].rstrip().rpartition(" ")[2]
    after = match.string[match.end() :].lstrip().partition(" ")[0]
    beside = (_WORD_BESIDE.fullmatch(word.strip(".,;:()“”")) for word in (before, after))
    return any(found is not None and is_word(found[0]) for found in beside)


def _say_shortened(match: re.Match[str], voice: Voice) -> str | None:
    """Say what stands before a full stop that shortens it: "TP. Huế", "PGS.TS. An"."""
    word = match["word"]
    meaning = voice.meanings.get(f"{word}.") or voice.meanings.get(word) or SHORTENED.get(word)
    if word in _PLACES and _is_place(match):
        meaning = _PLACES[word]
    return meaning and f"{meaning} "


def _is_place(match: re.Match[str]) -> bool:
    before = match.string[: match.start()].rstrip()
    is_numbered = match.string[match.end() : match.end() + 1].isdecimal()
    return is_numbered or before.endswith((",", ";", "(")) or follows(match, _PLACE_WORDS)


def _say_road(match: re.Match[str], voice: Voice) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    return f"{_ROADS[match['road']]} {voice.integer(match['number'])}{letter}"


def _say_dotted_code(match: re.Match[str], voice: Voice) -> str:
    """Say "PM2.5", "PM2,5" and "H19.15": the dots and commas are said."""
    joint = " phẩy " if "," in match["numbers"] else " chấm "
    numbers = joint.join(map(voice.numerals.of_digits, re.split("[.,]", match["numbers"])))
    return f"{_say_code_part(match['letters'], voice)} {numbers}"


def _say_word(match: re.Match[str], voice: Voice) -> str:
    """Say a word with capitals: its meaning, its letters, or itself."""
    word = match[0]
    if word in voice.meanings:
        return _unless_just_said(match, voice.meanings[word])
    if any(map(str.isdecimal, word)) or "_" in word:
        return " ".join(_say_code_part(part, voice) for part in _CODE_PART.findall(word))
    return spell(word) if _is_spelled(match) else word


def _unless_just_said(match: re.Match[str], meaning: str) -> str:
    """Leave out what "Ủy ban nhân dân (UBND)" only introduces: it would be said twice."""
    text, start = match.string, match.start()
    is_bracketed = text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")"
    before = text[max(0, start - len(meaning) - 2) : start - 1] if is_bracketed else ""
    return "" if before.strip().lower() == meaning.lower() else meaning


def _say_code_part(part: str, voice: Voice) -> str:
    if part.isdecimal():
        return voice.numerals.of_digits(part)
    if part in _ROADS or part in voice.meanings:
        return _ROADS.get(part) or voice.meanings[part]
    return spell(part) if part.isupper() else part.strip("_")


def _is_spelled(match: re.Match[str]) -> bool:
    word = match[0]
    if not word.isupper() or is_word(word) or len(word) == 1:
        return False
    if _VOWELS.search(word) is None:
        return True
    # A name in capitals ("VIETTEL") is read as one; so is a short word in a heading ("EA KAR").
    return len(word) <= _LETTER_LIMIT and not _is_among_capitals(match)


_DOTTED = "|".join(
    sorted((re.escape(word) for word in {*TITLES, *SHORTENED, *_PLACES}), key=len, reverse=True)
)
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?P<word>{'|'.join(SIGNING)})\.\s*(?=[{UPPER}])", lambda m, _v: f"{SIGNING[m['word']]} "
    ),
    rule(r"ĐT(?=[.:]?\s?[(+]?0\d)", lambda _match, _voice: "điện thoại"),
    rule(rf"(?P<word>{_DOTTED})\.(?=\s*[{UPPER}\d])\s*", _say_shortened),
    rule(r"(?P<roman>[IVXLCDM]+)(?![\w&])", _say_roman),
    rule(rf"[{UPPER}][{UPPER}&]*&[{UPPER}]+(?!\w)", lambda m, v: v.meanings.get(m[0])),
    rule(
        rf"(?P<road>{'|'.join(_ROADS)})[.-]?(?P<number>[1-9]\d{{0,3}})(?P<letter>[A-Z]?)(?![\w.,]*\d|\w)",
        _say_road,
    ),
    rule(rf"(?P<letters>[{UPPER}]+)(?P<numbers>\d+(?:(?:\.\d+)+|,\d))(?!\w)", _say_dotted_code),
    rule(r"(?:(?![²³¹⁰⁴-⁹])\w)+", _say_word),
)
