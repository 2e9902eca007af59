"""How sentences are said."""

from __future__ import annotations

from dataclasses import dataclass, field

_DIALECTS = ("northern", "southern")
_SPEEDS = range(80, 451)
_VOICE_SUFFIX = ".onnx"


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """`dialect` is "northern" (linh, nghìn) or "southern" (lẻ, ngàn).

    `glossary` is the file of abbreviations, below the content folder. Of each language so many of
    the newest articles get `recordings` by a machine's voice, or those of so many
    `recording_months` before the newest, whichever are more; that needs the libraries of
    requirements/audio.txt. `voices` gives languages a Piper voice, by the path of its .onnx file
    from the project's folder; that needs requirements/piper.txt.
    """

    dialect: str = "northern"
    glossary: str = "glossary.yml"
    recordings: int = 0
    recording_months: int = 0
    words_per_minute: int = 160
    voices: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.dialect not in _DIALECTS:
            known = ", ".join(_DIALECTS)
            raise ValueError(f"“dialect” phải là một trong / must be one of: {known}.")
        for name in ("recordings", "recording_months"):
            if getattr(self, name) < 0:
                raise ValueError(f"“{name}” không được âm / must not be negative.")
        if self.words_per_minute not in _SPEEDS:
            raise ValueError(
                f"“words_per_minute” phải từ {_SPEEDS[0]} đến {_SPEEDS[-1]} / "
                f"must be between {_SPEEDS[0]} and {_SPEEDS[-1]}."
            )
        if not all(str(file).endswith(_VOICE_SUFFIX) for file in self.voices.values()):
            raise ValueError(
                f"“voices” phải là đường dẫn tệp {_VOICE_SUFFIX} cho mỗi ngôn ngữ / "
                f"must be the path of a file {_VOICE_SUFFIX} for each language."
            )
