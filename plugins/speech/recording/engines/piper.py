"""Piper's voices: phonemes from eSpeak NG, sound from the voice's own network, without chance."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime as ort

from .errors import VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .espeak import Espeak

# What a network may draw by chance is drawn with no spread: the same sound each time.
_NO_NOISE = 0.0
_USUAL_WORDS_PER_MINUTE = 160
_LOUDEST = 32_767
_QUIETEST = 1e-8
_BEGIN, _END, _PAD = "^", "$", "_"
_INPUTS = {"input", "input_lengths", "scales"}
# A clause, and the mark at its end: voices have learnt the marks as phonemes.
_CLAUSE = re.compile(r"([^,;:.!?…]*)([,;:.!?…]*)")
_MARK = {"…": "."}
# eSpeak names the languages that it changes to: "(en)wɜːd(vi)".
_LANGUAGE = re.compile(r"\([^)]*\)")


class Piper:
    """One voice. Raises VoiceError where its file is none that this can say anything with."""

    def __init__(self, voice: Path, espeak: Espeak, words_per_minute: int) -> None:
        self._name = voice.name
        self._settings = json.loads(Path(f"{voice}.json").read_text("utf-8"))
        self._session = _open(voice)
        self._espeak = espeak
        pace = _USUAL_WORDS_PER_MINUTE / words_per_minute
        own = self._settings.get("inference", {}).get("length_scale", 1.0)
        self._scales = np.array([_NO_NOISE, own * pace, _NO_NOISE], np.float32)

    def say(self, text: str) -> tuple[bytes, int]:
        """Return the sound, 16-bit samples of one channel, and how many there are in a second."""
        samples_per_second: int = self._settings["audio"]["sample_rate"]
        return self._speak(self._ids(self._phonemes(text))).tobytes(), samples_per_second

    def _phonemes(self, text: str) -> str:
        if self._settings.get("phoneme_type", "espeak") == "text":
            return unicodedata.normalize("NFD", text.lower())
        clauses = [(words, mark) for words, mark in _CLAUSE.findall(text) if words.strip() or mark]
        said = self._espeak.phonemes(
            [words for words, _ in clauses], self._settings["espeak"]["voice"]
        )
        marked = (
            f"{_LANGUAGE.sub('', letters)}{_MARK.get(mark[-1:], mark[-1:])}"
            for letters, (_, mark) in zip(said, clauses, strict=True)
        )
        return unicodedata.normalize("NFD", " ".join(marked))

    def _ids(self, phonemes: Iterable[str]) -> list[int]:
        """Return the numbers of the phonemes that the voice knows, parted by pads."""
        known: dict[str, list[int]] = self._settings["phoneme_id_map"]
        ids = [*known[_BEGIN], *known[_PAD]]
        for phoneme in phonemes:
            if phoneme in known:
                ids += [*known[phoneme], *known[_PAD]]
        return [*ids, *known[_END]]

    def _speak(self, ids: list[int]) -> np.ndarray[Any, np.dtype[np.int16]]:
        given: dict[str, Any] = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": self._scales,
        }
        if "sid" in (one.name for one in self._session.get_inputs()):
            given["sid"] = np.array([0], np.int64)
        try:
            sound = np.asarray(self._session.run(None, given)[0], np.float32).reshape(-1)
        except Exception as error:
            raise VoiceError(f"{self._name}: {_last_line(error)}") from error
        loudest = float(np.max(np.abs(sound), initial=0.0))
        if not np.isfinite(loudest):
            raise VoiceError(f"{self._name}: the sound holds what is no number")
        return (sound / max(loudest, _QUIETEST) * _LOUDEST).astype(np.int16)


def _open(voice: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    # Sums come out the same in one thread; the sentences are shared out over processes.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        session = ort.InferenceSession(str(voice), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise VoiceError(f"{voice.name}: {_last_line(error)}") from error
    if not {one.name for one in session.get_inputs()} >= _INPUTS:
        raise VoiceError(f"{voice.name}: no inputs {', '.join(sorted(_INPUTS))}")
    return session


def _last_line(error: Exception) -> str:
    return str(error).strip().rpartition("\n")[2] or type(error).__name__
