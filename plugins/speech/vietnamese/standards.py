"""Numbers of technical standards: TCVN 7957:2008, QCVN 01-1:2018/BYT, ISO 9001:2015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.speech.vietnamese.issuers import ISSUERS
from plugins.speech.vietnamese.letters import spell
from plugins.speech.vietnamese.rule import UPPER, rule

if TYPE_CHECKING:
    import re

    from plugins.speech.vietnamese.rule import Voice

_FAMILIES = {
    "TCVN": "tiêu chuẩn Việt Nam",
    "QCVN": "quy chuẩn Việt Nam",
    "TCXDVN": "tiêu chuẩn xây dựng Việt Nam",
    "QCXDVN": "quy chuẩn xây dựng Việt Nam",
    "TCCS": "tiêu chuẩn cơ sở",
    "ISO": "i sô",
    "IEC": "i e xê",
}


def _say_standard(match: re.Match[str], voice: Voice) -> str:
    said = f"{_FAMILIES[match['family']]} "
    said += " gạch ngang ".join(voice.integer(part) for part in match["number"].split("-"))
    if match["year"]:
        said += f", năm {voice.integer(match['year'])}"
    issuer = match["issuer"]
    return f"{said}, {ISSUERS.get(issuer) or spell(issuer)}" if issuer else said


STANDARD = rule(
    rf"(?P<family>{'|'.join(_FAMILIES)}) (?P<number>\d+(?:-\d+)*)(?::(?P<year>\d{{4}}))?(?!\d)"
    rf"(?:/(?P<issuer>[{UPPER}]+))?(?!\w)",
    _say_standard,
)
