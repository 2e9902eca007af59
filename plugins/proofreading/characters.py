"""Characters that look right and are wrong: marks apart, the invisible, encodings of old."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plugins.proofreading.catalogue import problem
from plugins.proofreading.legacy import decode, may_be_legacy, recognise_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem

# A joiner between emoji makes one of them; everything else here is refuse from copying.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    "(?<![\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]\u200d)"
)
_NBSP = "\u00a0"
_NEEDLESS_SPACE = re.compile(
    r"^(?P<mark>[ \u00a0]*(?:#{1,6}|[-*+>]|\d+[.)])?)\u00a0[ \u00a0]*"
    r"|(?P<end>[ \u00a0]*\u00a0[ \u00a0]*$)"
    r"|[ ]+\u00a0[ \u00a0]*|\u00a0[ \u00a0]+",
    re.MULTILINE,
)
_MAYBE_NEEDLESS = re.compile(r"\u00a0(?:(?<![^\s#>*+.)-]\u00a0)|(?=\s|\Z))")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SAMPLE_LENGTH = 40


def find_character_problems(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each line of a file, as it is stored, with such characters."""
    if not _is_suspect(text):
        return
    for number, line in enumerate(_LINE_END.split(text), 1):
        if _is_suspect(line):
            yield from _check_line(path, number, line)


def _is_suspect(text: str) -> bool:
    return (
        not unicodedata.is_normalized("NFC", text)
        or _INVISIBLE.search(text) is not None
        or _MAYBE_NEEDLESS.search(text) is not None
        or may_be_legacy(text)
    )


def _check_line(path: str, number: int, line: str) -> Iterator[Problem]:
    encoding = recognise_encoding(line)
    if encoding:
        sample, right = (_shorten(text) for text in (line, decode(line, encoding)))
        values = {"encoding": encoding, "sample": sample, "decoded": right}
        yield problem("text-legacy", path, number, **values)
        return
    invisible = _INVISIBLE.findall(line)
    if invisible:
        names = ", ".join(f"U+{ord(c):04X}" for c in sorted(set(invisible)))
        yield problem("text-invisible", path, number, count=len(invisible), names=names)
    apart = len(line) - len(unicodedata.normalize("NFC", line))
    if apart > 0:
        yield problem("text-nfd", path, number, count=apart)
    if _NBSP in line and _NEEDLESS_SPACE.search(line):
        yield problem("text-space", path, number)


def mend_characters(line: str) -> str:
    """Return a line without what `find_character_problems` tells; mending twice is as once."""
    line = decode(line, recognise_encoding(line))
    line = unicodedata.normalize("NFC", _INVISIBLE.sub("", line))
    if _NBSP in line:
        line = _NEEDLESS_SPACE.sub(_plain_space, line)
    return line


def _plain_space(match: re.Match[str]) -> str:
    if match["mark"] is not None:
        mark = match["mark"].strip(f" {_NBSP}")
        return f"{mark} " if mark else ""
    return "" if match["end"] is not None else " "


def _shorten(text: str) -> str:
    return text if len(text) <= _SAMPLE_LENGTH else f"{text[:_SAMPLE_LENGTH]}…"
