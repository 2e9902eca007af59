"""eSpeak NG: the same sound for the same sentence, whatever was said before."""

from __future__ import annotations

import _ctypes
import ctypes
import sys
from typing import Any

import espeakng_loader

from .errors import VoiceError

_SYNCHRONOUS = 2
_RATE = 1
_UTF8 = 1
_IPA = 2
_BYTES_PER_SAMPLE = 2
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class Espeak:
    """Says sentences at so many words a minute. Raises VoiceError where it cannot.

    The library goes on from where it was: the place in its table of flutter is kept when it is
    initialised anew, or told to end. So it is taken out of memory after each sentence.
    """

    def __init__(self, words_per_minute: int) -> None:
        self._words_per_minute = words_per_minute
        self._heard: list[bytes] = []
        # The library keeps only an address: without this name, the callback would be collected.
        self._callback = _CALLBACK(self._take)

    def _take(self, samples: Any, count: int, _events: object) -> int:  # noqa: ANN401 - a pointer of ctypes
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, count * _BYTES_PER_SAMPLE))
        return 0

    def say(self, text: str, voice: str) -> tuple[bytes, int]:
        """Return the sound, 16-bit samples of one channel, and how many there are in a second."""
        library, samples_per_second = self._load(voice)
        try:
            self._heard.clear()
            data = text.encode() + b"\0"
            library.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
            library.espeak_Synchronize()
            return b"".join(self._heard), samples_per_second
        finally:
            _unload(library)

    def phonemes(self, texts: list[str], voice: str) -> list[str]:
        """Return the International Phonetic Alphabet's letters for each text."""
        library, _ = self._load(voice)
        try:
            return [" ".join(_phonemes(library, text)) for text in texts]
        finally:
            _unload(library)

    def _load(self, voice: str) -> tuple[ctypes.CDLL, int]:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        folder = espeakng_loader.get_data_path().encode()
        samples_per_second: int = library.espeak_Initialize(_SYNCHRONOUS, 0, folder, 0)
        if samples_per_second <= 0:
            raise VoiceError("eSpeak NG does not start")
        library.espeak_SetSynthCallback(self._callback)
        library.espeak_SetParameter(_RATE, self._words_per_minute, 0)
        if library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise VoiceError(f"eSpeak NG has no voice “{voice}”")
        return library, samples_per_second


def _phonemes(library: ctypes.CDLL, text: str) -> list[str]:
    """Return the letters of each clause: the library goes from one to the next."""
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    place = ctypes.c_char_p(text.encode())
    clauses = []
    while place.value:
        clause = library.espeak_TextToPhonemes(ctypes.byref(place), _UTF8, _IPA)
        clauses.append((clause or b"").decode("utf-8", "replace").strip())
    return [clause for clause in clauses if clause]


def _unload(library: ctypes.CDLL) -> None:
    library.espeak_Terminate()
    if sys.platform == "win32":
        _ctypes.FreeLibrary(library._handle)  # noqa: SLF001 - the only name of it
    else:
        _ctypes.dlclose(library._handle)  # noqa: SLF001 - as above
