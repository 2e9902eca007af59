"""The interface's words: flat translation files, one for each language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class WordingError(KeyError):
    """A template asks for a text that the translations lack."""


Translate = "Callable[..., str]"


def load_wording(theme_dir: Path, lang: str) -> dict[str, str]:
    """Return the theme's texts of a language by their keys."""
    path = theme_dir / "translations" / f"{lang}.json"
    texts: dict[str, str] = json.loads(path.read_text("utf-8"))
    return texts


def make_translator(texts: dict[str, str], lang: str) -> Callable[..., str]:
    """Return `t(key, **values)`: the text with its {places} filled.

    With `count=n` the keys `key_one` and `key_other` are tried first (Vietnamese needs no
    plural, English does). Raises WordingError for a key that is not there.
    """

    def t(key: str, **values: object) -> str:
        text = None
        if "count" in values:
            text = texts.get(f"{key}_{'one' if values['count'] == 1 else 'other'}")
        text = texts.get(key) if text is None else text
        if text is None:
            message = f"theme/translations/{lang}.json: thiếu “{key}” / the text is missing"
            raise WordingError(message)
        return text.format(**values) if values else text

    return t
