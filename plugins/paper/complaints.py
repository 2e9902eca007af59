"""WeasyPrint's complaints become problems that an editor can mend."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plugins.paper.catalogue import problem
from plugins.paper.overflow import COMPLAINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.problems import Problem

_MISSING_LETTER = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)$", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+")


def tell_complaints(complaints: Iterable[str], path: str, text: str) -> Iterator[Problem]:
    """Yield the problem of each complaint; `text` is the source at `path`, to find lines in."""
    for complaint in complaints:
        letter = _MISSING_LETTER.search(complaint)
        if letter:
            yield _tell_letter(chr(int(letter[1], 16)), path, text)
        elif complaint.startswith(COMPLAINT):
            cell = complaint.removeprefix(COMPLAINT)
            line = _line_of(cell, text)
            yield problem("paper-table-wide", path, line, cell=cell)
        elif _ADDRESS.fullmatch(complaint):
            yield problem("paper-file-missing", path, 1, url=complaint)
        else:
            yield problem("paper-complaint", path, 1, message=complaint)


def _tell_letter(letter: str, path: str, text: str) -> Problem:
    line, code_point = _line_of(letter, text), f"U+{ord(letter):04X}"
    return problem("paper-letter-missing", path, line, letter=letter, code_point=code_point)


def _line_of(wanted: str, text: str) -> int:
    lines = enumerate(unicodedata.normalize("NFC", text).split("\n"), 1)
    return next((number for number, line in lines if wanted in line), 1)
