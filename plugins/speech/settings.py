"""How sentences are said."""

from __future__ import annotations

from dataclasses import dataclass

_DIALECTS = ("northern", "southern")
_SPEEDS = range(80, 451)


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """`dialect` is "northern" (linh, nghìn) or "southern" (lẻ, ngàn).

    `glossary` is the file of abbreviations, below the content folder. So many of the newest
    articles of each language get `recordings` by a machine's voice; that needs the libraries of
    requirements/audio.txt.
    """

    dialect: str = "northern"
    glossary: str = "glossary.yml"
    recordings: int = 0
    words_per_minute: int = 160

    def __post_init__(self) -> None:
        if self.dialect not in _DIALECTS:
            known = ", ".join(_DIALECTS)
            raise ValueError(f"“dialect” phải là một trong / must be one of: {known}.")
        if self.recordings < 0:
            raise ValueError("“recordings” không được âm / must not be negative.")
        if self.words_per_minute not in _SPEEDS:
            raise ValueError(
                f"“words_per_minute” phải từ {_SPEEDS[0]} đến {_SPEEDS[-1]} / "
                f"must be between {_SPEEDS[0]} and {_SPEEDS[-1]}."
            )
