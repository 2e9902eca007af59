"""The site's glossary: abbreviations and what they stand for, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from plugins.core.catalogue import Entry
from plugins.core.looks import note_path
from plugins.core.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.problems import Problem

BROKEN = Entry(
    "Không đọc được bảng từ viết tắt: {detail}",
    "sửa tệp cho đúng dạng “vi:”, rồi mỗi dòng một từ viết tắt và nghĩa của nó.",
    "The glossary cannot be read.",
    "Mend it: a language, then a line for each abbreviation.",
)


class GlossaryError(ValueError):
    """The glossary cannot be read; `line` (from 1) is where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line

    def problem(self, path: str) -> Problem:
        """Return the problem; all features that read the glossary tell the same one."""
        return BROKEN.problem("glossary-broken", path, self.line, detail=self)


def note_glossary(path: Path) -> int:
    """Return what changes when the file does, and note that the outcome depends on it."""
    note_path(path)
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def load_glossary(path: Path) -> dict[str, dict[str, str]]:
    """Return {"vi": {"UBND": "Ủy ban nhân dân", …}, "en": {…}}; empty where there is no file.

    Raises GlossaryError for a file of another shape.
    """
    if not path.exists():
        return {}
    try:
        text = clean(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        given = yaml.load(text, Loader=yaml.BaseLoader) or {}  # noqa: S506 - BaseLoader makes only texts, lists and mappings
    except (ValueError, RecursionError) as error:
        raise GlossaryError(f"{path.name}: không đọc được / cannot be read.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        detail = getattr(error, "problem", None) or "?"
        message = f"{path.name}: viết sai cú pháp YAML / not valid YAML: {detail}."
        raise GlossaryError(message, mark.line + 1 if mark else 1) from error
    if not _is_glossary(given):
        message = (
            f"{path.name}: mỗi ngôn ngữ phải gồm các dòng “viết tắt: nghĩa đầy đủ” / "
            "each language must hold lines “abbreviation: meaning”."
        )
        raise GlossaryError(message)
    # A quoted text may hold in escapes what reading the file has cleaned away.
    return {
        lang: {clean(short): clean(full) for short, full in entries.items()}
        for lang, entries in given.items()
    }


def _is_glossary(given: object) -> bool:
    return isinstance(given, dict) and all(
        isinstance(entries, dict) and all(map(_is_entry, entries.items()))
        for entries in given.values()
    )


def _is_entry(entry: tuple[object, object]) -> bool:
    return all(isinstance(text, str) and text.strip() for text in entry)
