"""Speaks sentences into an MP3 by eSpeak NG: a program of its own, fresh for each recording.

What eSpeak says of a sentence depends on what it has said before. A process that says one
recording from its first sentence to its last makes the same bytes each time.

Input: a JSON object of `voices` (by language), `words_per_minute` and `lines`, each a list of
[language, text]. The MP3 goes to the path that is the argument, the seconds of each line to
standard output, as JSON.
"""

from __future__ import annotations

import ctypes
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import espeakng_loader
import lameenc

if TYPE_CHECKING:
    from collections.abc import Iterable

# 24 kbit/s at 16 kHz: each frame of 36 ms has 108 bytes, so bytes tell the time.
KBITS_PER_SECOND = 24
SAMPLES_PER_SECOND = 16_000
BYTES_PER_SECOND = KBITS_PER_SECOND * 1000 // 8
_SYNCHRONOUS = 2
_RATE = 1
_UTF8 = 1
_BYTES_PER_SAMPLE = 2


class Espeak:
    """The engine. Raises RuntimeError where it does not start or knows no such voice."""

    def __init__(self, words_per_minute: int) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self.samples_per_second: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
        if self.samples_per_second <= 0:
            raise RuntimeError("eSpeak NG does not start")
        self._heard: list[bytes] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        # The library keeps only an address: without this name, the callback would be collected.
        self._callback = kind(self._take)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_SetParameter(_RATE, words_per_minute, 0)

    def _take(self, samples: Any, count: int, _events: object) -> int:  # noqa: ANN401 - a pointer of ctypes
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, count * _BYTES_PER_SAMPLE))
        return 0

    def say(self, text: str, voice: str) -> bytes:
        """Return the sound: 16-bit samples, one channel."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise RuntimeError(f"eSpeak NG has no voice “{voice}”")
        self._heard.clear()
        data = text.encode() + b"\0"
        self._library.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        return b"".join(self._heard)


def encode(sound: bytes, samples_per_second: int) -> bytes:
    """Return the sound as MP3 frames, which may follow others."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(KBITS_PER_SECOND)
    encoder.set_in_sample_rate(samples_per_second)
    encoder.set_out_sample_rate(SAMPLES_PER_SECOND)
    encoder.set_channels(1)
    encoder.set_quality(5)
    encoder.silence()
    return bytes(encoder.encode(sound)) + bytes(encoder.flush())


def record(order: dict[str, Any]) -> list[bytes]:
    """Return the MP3 frames of each line of an order."""
    engine = Espeak(order["words_per_minute"])
    voices: dict[str, str] = order["voices"]
    default = next(iter(voices.values()))

    def sound_of(parts: Iterable[tuple[str, str]]) -> bytes:
        return b"".join(engine.say(text, voices.get(lang, default)) for lang, text in parts)

    return [encode(sound_of(parts), engine.samples_per_second) for parts in order["lines"]]


def main() -> None:
    pieces = record(json.load(sys.stdin))
    Path(sys.argv[1]).write_bytes(b"".join(pieces))
    json.dump([len(piece) / BYTES_PER_SECOND for piece in pieces], sys.stdout)


if __name__ == "__main__":
    main()
