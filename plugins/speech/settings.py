"""How sentences are said."""

from __future__ import annotations

from dataclasses import dataclass

_DIALECTS = ("northern", "southern")


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """`dialect` is "northern" (linh, nghìn) or "southern" (lẻ, ngàn).

    `glossary` is the file of abbreviations, below the content folder.
    """

    dialect: str = "northern"
    glossary: str = "glossary.yml"

    def __post_init__(self) -> None:
        if self.dialect not in _DIALECTS:
            known = ", ".join(_DIALECTS)
            raise ValueError(f"“dialect” phải là một trong / must be one of: {known}.")
