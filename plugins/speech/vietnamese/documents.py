"""Numbers of official documents: 1002/QĐ-UBND, 15/2020/NĐ-CP, 12-NQ/TW."""

from __future__ import annotations

import re

from plugins.speech.vietnamese.issuers import ISSUERS, KINDS
from plugins.speech.vietnamese.letters import spell
from plugins.speech.vietnamese.rule import UPPER, Rule, Voice, follows, rule, words_before

_PART = rf"[{UPPER}][{UPPER}a-z]*(?:&[{UPPER}]+)?\d{{0,2}}"
_SEPARATOR = re.compile(r"[-–/.]")
_TERM = re.compile(rf"([{UPPER}]+)(\d+)")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_TWO = 2
# The Party writes QĐ for a "quy định" too.
_OTHER_NAMES = {"QĐ": "quy định"}


def _say_number(match: re.Match[str], voice: Voice) -> str | None:
    parts = _SEPARATOR.split(match["parts"])
    if not _is_symbol(parts):
        return None
    said = "" if follows(match, ("số",)) else "số "
    said += voice.integer(match["number"])
    if match["year"]:
        said += f", năm {voice.integer(match['year'])}"
    return ", ".join([said, *_meanings(match, parts, voice)])


def _say_symbol(match: re.Match[str], voice: Voice) -> str | None:
    """Say the symbol of a number yet to come: "Số: …/QĐ-UBND"."""
    if match[0] in voice.meanings:
        return voice.meanings[match[0]]
    parts = _SEPARATOR.split(match[0])
    if parts[0] not in KINDS and parts[-1] not in ISSUERS:
        return None
    return ", ".join(_meanings(match, parts, voice))


def _is_symbol(parts: list[str]) -> bool:
    """Tell a document's symbol from the letter of a house or a flat ("12/B")."""
    capitals = (part for part in parts if part.isupper())
    return parts[0] in KINDS or any(sum(map(str.isalpha, part)) >= _TWO for part in capitals)


def _meanings(match: re.Match[str], parts: list[str], voice: Voice) -> list[str]:
    """Return what the parts stand for; not the kind where the text has just named it."""
    meanings = [_meaning(part, voice, is_first=not place) for place, part in enumerate(parts)]
    before = words_before(match).removesuffix(" số")
    names = (KINDS.get(parts[0], "-").lower(), _OTHER_NAMES.get(parts[0], "-"))
    if len(parts) > 1 and before.endswith(names):
        return meanings[1:]
    return meanings


def _meaning(part: str, voice: Voice, *, is_first: bool) -> str:
    """Return what a part stands for: a kind of document first, else who issued it."""
    own, other = (KINDS, ISSUERS) if is_first else (ISSUERS, KINDS)
    meaning = own.get(part) or voice.meanings.get(part) or other.get(part)
    if meaning:
        return meaning
    term = _TERM.fullmatch(part)
    if term is None:
        return " ".join(_say_piece(piece, voice) for piece in _PIECE.findall(part))
    # The Assembly numbers its terms: QH14 is that of the fourteenth.
    words = " khóa " if term[1] in {"QH", "UBTVQH"} else " "
    return f"{_meaning(term[1], voice, is_first=is_first)}{words}{voice.integer(term[2])}"


def _say_piece(piece: str, voice: Voice) -> str:
    if piece.isdecimal():
        return voice.integer(piece)
    return spell(piece) if piece.isupper() else piece


NUMBERS: tuple[Rule, ...] = (
    rule(
        rf"(?P<number>\d+)(?:/(?P<year>\d{{4}}))?[/-](?P<parts>{_PART}(?:[-–/.]{_PART})*)(?!\w)",
        _say_number,
    ),
)
SYMBOLS: tuple[Rule, ...] = (rule(rf"{_PART}(?:[-–/.]{_PART})+(?!\w)", _say_symbol),)
