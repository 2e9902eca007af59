"""The voices of a site's languages: eSpeak NG's, or Piper's where the office gives a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry
from plugins.speech.elements import primary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.problems import Problem
    from plugins.speech.settings import SpeechSettings

_ESPEAK_VIETNAMESE = {"northern": "vi", "southern": "vi-vn-x-south"}
_PACKAGES = ("espeakng-loader", "lameenc")
_PIPER_PACKAGE = "onnxruntime"
_CONFIGURATION = "pelicanconf.py"
# As the engines tell a voice that is a file from eSpeak's names.
PIPER_SUFFIX = ".onnx"
_MARKS = ("^", "$", "_")
_PHONEME_TYPES = ("espeak", "text")

NO_FILE = Entry(
    "Không thấy tệp giọng đọc “{file}”.",
    "đặt tệp .onnx của giọng Piper vào đúng chỗ đó, hoặc sửa “voices” trong SPEECH.",
    "The file of the voice “{file}” is not there.",
    "Put the voice's .onnx file there, or mend “voices” in SPEECH.",
)
NO_DESCRIPTION = Entry(
    "Giọng đọc “{file}” thiếu tệp “{file}.json” đi kèm.",
    "lấy tệp .onnx.json cùng tên ở nơi đã lấy giọng đọc, đặt cạnh tệp .onnx.",
    "The voice's description “{file}.json” is not beside it.",
    "Take the .onnx.json file from where the voice came from, and put it beside the .onnx file.",
)
BROKEN_DESCRIPTION = Entry(
    "Tệp “{file}.json” không phải là mô tả của một giọng Piper: {detail}.",
    "lấy lại tệp này ở nơi đã lấy giọng đọc.",
    "“{file}.json” does not describe a Piper voice.",
    "Take this file anew from where the voice came from.",
)
OTHER_LANGUAGE = Entry(
    "Giọng đọc “{file}” nói tiếng “{own}”, không phải “{lang}”.",
    "chọn giọng đọc đúng ngôn ngữ trong “voices” của SPEECH.",
    "The voice “{file}” speaks “{own}”, not “{lang}”.",
    "Choose a voice of the right language in “voices” of SPEECH.",
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What an engine is told, and a stamp of all that the voice's sound depends on."""

    name: str
    stamp: str


def find_missing_packages(*, needs_piper: bool = False) -> list[str]:
    """Return which of the packages that make recordings are not installed."""
    needed = (*_PACKAGES, _PIPER_PACKAGE) if needs_piper else _PACKAGES
    return [name for name in needed if not version_of(name)]


def version_of(package: str) -> str:
    """Return a package's version, "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def find_mistakes(settings: SpeechSettings, project: Path) -> Iterator[Problem]:
    """Yield what is wrong with the files of voices, as far as reading them can tell."""
    for lang, file in settings.voices.items():
        path = project / file
        if not path.is_file():
            yield NO_FILE.problem("voice-missing", _CONFIGURATION, 1, file=file)
        elif not _description_of(path).is_file():
            code = "voice-description-missing"
            yield NO_DESCRIPTION.problem(code, _CONFIGURATION, 1, file=file)
        else:
            yield from _find_in_description(_description_of(path), lang, file)


def _description_of(voice: Path) -> Path:
    return voice.with_name(f"{voice.name}.json")


def _find_in_description(path: Path, lang: str, file: str) -> Iterator[Problem]:
    try:
        own = _check_description(json.loads(path.read_text("utf-8")))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        code, detail = "voice-description-broken", _explain(error)
        yield BROKEN_DESCRIPTION.problem(code, _CONFIGURATION, 1, file=file, detail=detail)
        return
    if own != primary(lang):
        code = "voice-language"
        yield OTHER_LANGUAGE.problem(code, _CONFIGURATION, 1, file=file, own=own, lang=lang)


def _explain(error: Exception) -> str:
    if isinstance(error, LookupError):
        return f"thiếu / missing: {error}"
    return str(error).rstrip(".") if isinstance(error, ValueError) else "cấu trúc khác / other data"


def _check_description(description: dict[str, dict[str, object]]) -> str:
    """Return the language of a description; raise what Python does where it is none."""
    rate, ids = description["audio"]["sample_rate"], description["phoneme_id_map"]
    if not (isinstance(rate, int) and rate > 0):
        raise ValueError(f"sample_rate: {rate}")
    for mark in (*_MARKS, *ids):
        numbers = ids[mark]
        if not (isinstance(numbers, list) and all(isinstance(n, int) for n in numbers)):
            raise ValueError(f"phoneme_id_map: {mark}")
    pace = description.get("inference", {}).get("length_scale", 1.0)
    if not (isinstance(pace, int | float) and pace > 0):
        raise ValueError(f"length_scale: {pace}")
    kind = description.get("phoneme_type", "espeak")
    if kind not in _PHONEME_TYPES:
        raise ValueError(f"phoneme_type: {kind}")
    own = str(description["espeak"]["voice"])
    named = description.get("language", {}).get("code", own)
    return primary(str(named).replace("_", "-"))


def choose_voices(settings: SpeechSettings, project: Path) -> dict[str, Voice]:
    """Return the voice of each language, whose files `find_mistakes` has found in order."""
    espeak = version_of("espeakng-loader")
    names = {"vi": _ESPEAK_VIETNAMESE[settings.dialect], "en": "en"}
    voices = {lang: Voice(name, f"{name} {espeak}") for lang, name in names.items()}
    return voices | {lang: _piper(project / file) for lang, file in settings.voices.items()}


def _piper(path: Path) -> Voice:
    sums = [_sum_of(path), _sum_of(_description_of(path))]
    versions = [version_of("espeakng-loader"), version_of(_PIPER_PACKAGE)]
    return Voice(str(path.resolve()), " ".join(sums + versions))


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
