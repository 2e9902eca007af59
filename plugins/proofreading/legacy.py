"""Text in TCVN3 or VNI, the encodings before Unicode, recognised by its syllables and decoded.

Tables after TCVN 5712:1993 (as ABC fonts draw it) and VNI's for Windows.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plugins.proofreading.syllables import share_of_syllables

_UNICODE = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"  # small letters
    "ĂÂĐÊÔƠƯ"
)
_ABC = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ"  # small letters
    "¡¢§£¤¥¦"
)
_TCVN3 = str.maketrans(dict(zip(_ABC, _UNICODE, strict=True)))

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
# VNI writes a letter and, behind it, a sign for its marks.
_PLAIN_TONES = {_GRAVE: "ø", _ACUTE: "ù", _HOOK: "û", _TILDE: "õ", _DOT: "ï"}
_HAT_TONES = {"": "â", _GRAVE: "à", _ACUTE: "á", _HOOK: "å", _TILDE: "ã", _DOT: "ä"}
_BREVE_TONES = {"": "ê", _GRAVE: "è", _ACUTE: "é", _HOOK: "ú", _TILDE: "ü", _DOT: "ë"}
_VNI_SINGLE = {"î": "ỵ", "ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ"} | {
    "ò": "ị"
}

# Signs that Unicode Vietnamese lacks, and letters that only Unicode Vietnamese has.
_SUSPECT = re.compile("[¡-¬\u00ad®-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöø÷ûüþÿ]")
_CERTAINLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_LEAST_SUSPECTS = 2
_LEAST_SHARE = 0.7
_LEAST_GAIN = 0.3


def decode_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def decode_vni(text: str) -> str:
    pattern, table = _vni()
    return pattern.sub(lambda m: table[m[0]], text)


DECODERS = {"TCVN3": decode_tcvn3, "VNI": decode_vni}


def may_be_legacy(text: str) -> bool:
    """Tell quickly whether a text has signs that hardly occur in Unicode Vietnamese."""
    return _SUSPECT.search(text) is not None


def recognise_encoding(text: str) -> str:
    """Return "TCVN3" or "VNI" where decoding makes far more Vietnamese syllables, else ""."""
    if len(_SUSPECT.findall(text)) < _LEAST_SUSPECTS or _CERTAINLY_UNICODE.search(text):
        return ""
    shares = {name: share_of_syllables(decode(text)) for name, decode in DECODERS.items()}
    best = max(shares, key=lambda name: shares[name])
    is_gain = shares[best] - share_of_syllables(text) > _LEAST_GAIN
    return best if is_gain and shares[best] > _LEAST_SHARE else ""


def decode(text: str, encoding: str) -> str:
    """Return the text in Unicode; it was in an encoding that `recognise_encoding` names."""
    return DECODERS[encoding](text) if encoding else text


@lru_cache(maxsize=1)
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    small = _VNI_SINGLE | dict(_vni_pairs())
    table = {sign.upper(): letter.upper() for sign, letter in small.items() if sign != "ß"}
    pairs = {k: v for k, v in small.items() if len(k) > 1}
    table |= {k[0].upper() + k[1:]: v.upper() for k, v in pairs.items()} | small
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table


def _vni_pairs() -> list[tuple[str, str]]:
    pairs = [(v + s, v + t) for v in "aeouy" for t, s in _PLAIN_TONES.items()]
    pairs += [(v + s, f"{v}\u0302{t}") for v in "aeo" for t, s in _HAT_TONES.items()]
    pairs += [("a" + s, f"ă{t}") for t, s in _BREVE_TONES.items()]
    pairs += [(v + s, w + t) for v, w in ("ôơ", "öư") for t, s in _PLAIN_TONES.items()]
    # "yï" would be a "y" with a dot below, which VNI writes "î".
    return [(sign, _nfc(letter)) for sign, letter in pairs if sign != "yï"]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
