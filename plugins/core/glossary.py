"""The site's glossary: abbreviations and what they stand for, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from plugins.core.text import nfc

if TYPE_CHECKING:
    from pathlib import Path


class GlossaryError(ValueError):
    """The glossary cannot be read; the message tells the line and how to mend it."""


def load_glossary(path: Path) -> dict[str, dict[str, str]]:
    """Return {"vi": {"UBND": "Ủy ban nhân dân", …}, "en": {…}}; empty where there is no file.

    Raises GlossaryError for a file of another shape.
    """
    if not path.exists():
        return {}
    try:
        given = yaml.load(nfc(path.read_text("utf-8")), Loader=yaml.BaseLoader) or {}  # noqa: S506 - BaseLoader makes only texts, lists and mappings
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{path.name}: tệp viết sai cú pháp YAML / not valid YAML: {error}"
        raise GlossaryError(message) from error
    if not _is_glossary(given):
        message = (
            f"{path.name}: mỗi ngôn ngữ phải gồm các dòng “viết tắt: nghĩa đầy đủ” / "
            "each language must hold lines “abbreviation: meaning”."
        )
        raise GlossaryError(message)
    return given


def _is_glossary(given: object) -> bool:
    return isinstance(given, dict) and all(
        isinstance(entries, dict) and all(isinstance(text, str) for text in entries.values())
        for entries in given.values()
    )
