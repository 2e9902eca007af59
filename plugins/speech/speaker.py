"""The speaker of a site: Vietnamese by rules and the site's glossary, the rest as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.glossary import load_glossary, note_glossary
from plugins.speech.vietnamese.integers import NORTHERN, SOUTHERN
from plugins.speech.vietnamese.speaker import SpokenVietnamese

if TYPE_CHECKING:
    from pathlib import Path

_NUMERALS = {"northern": NORTHERN, "southern": SOUTHERN}


@dataclass(frozen=True, slots=True)
class SiteSpeaker:
    """Says text in each language: a voice of another language reads its own numbers well."""

    vietnamese: SpokenVietnamese

    def say(self, text: str, lang: str) -> str:
        """Return the spoken form of a text, white space folded."""
        return self.vietnamese.say(text) if lang == "vi" else " ".join(text.split())

    def knows(self, abbreviation: str, meaning: str, lang: str) -> bool:
        """Tell whether `say` puts this meaning for the abbreviation by itself."""
        return lang == "vi" and self.vietnamese.knows(abbreviation, meaning)


def speaker_of(glossary: Path, dialect: str) -> SiteSpeaker:
    """Return the speaker for a glossary and a dialect. Raises GlossaryError."""
    return _make_speaker(glossary, note_glossary(glossary), dialect)


@lru_cache(maxsize=2)
def _make_speaker(glossary: Path, _stamp_ns: int, dialect: str) -> SiteSpeaker:
    terms = load_glossary(glossary).get("vi", {})
    return SiteSpeaker(SpokenVietnamese(terms, _NUMERALS[dialect]))
