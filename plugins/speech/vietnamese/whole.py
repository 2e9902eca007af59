"""What must be seen as a whole before a text is gone through, character by character."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plugins.speech.vietnamese import contacts, quantities
from plugins.speech.vietnamese.coordinates import HAS_DEGREES, say_coordinates

if TYPE_CHECKING:
    from plugins.speech.vietnamese.rule import Voice

# Neither Latin nor common punctuation: digits of other scripts, circled ones, wide forms.
_UNUSUAL = re.compile(r"[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20ab]|[¼½¾]")
_AND_SO_ON = re.compile(r"\bv\.\s?v(?:\.|(?!\w))(?:\.\.+|…)?")
_SHORT_WORDS = (
    (re.compile(r"\b[Đđ]/c\b\.?"), "đồng chí"),
    (re.compile(r"\b[Vv]/v\b:?"), "về việc"),
    (re.compile(r"\b[Kk]/g\b:?"), "kính gửi"),
)
# ".docx": the dot is said, as in an address.
_ENDING = re.compile(r"(?<![\w.…])\.(?=[a-z]{2,4}(?!\w))")


def prepare(text: str, voice: Voice) -> str:
    """Return the text in usual characters, with what must be seen as a whole said already."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _UNUSUAL.search(text):
        text = "".join(map(_usual, text))
    if "v.v" in text or "v. v" in text:
        text = _AND_SO_ON.sub("vân vân", text)
    if "/" in text:
        for pattern, meaning in _SHORT_WORDS:
            text = pattern.sub(meaning, text)
    if contacts.HAS_ADDRESS.search(text):
        text = contacts.ADDRESS.sub(lambda m: f" {contacts.say_address(m, voice)} ", text)
    if " ." in text:
        text = _ENDING.sub("chấm ", text)
    if HAS_DEGREES.search(text):
        text = say_coordinates(text)
    return quantities.say_bare_units(text)


def _usual(character: str) -> str:
    """Return a digit or letter of another form as the usual one: "①" → "1", "Ⅳ" → "IV".

    A fraction ("½" → "1/2") is parted from a word or a number beside it.
    """
    decimal = unicodedata.digit(character, None)
    if decimal is not None and character not in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return str(decimal)
    category = unicodedata.category(character)
    if category == "Nl":
        return unicodedata.normalize("NFKC", character)
    is_alone = category == "No" and decimal is None
    usual = unicodedata.normalize("NFKC", character).replace("\u2044", "/")
    return f" {usual} " if is_alone else character
