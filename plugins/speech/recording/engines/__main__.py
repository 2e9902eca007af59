"""Says the sentences of an order, given as JSON, and answers with their MP3s.

Input: a JSON object of `words_per_minute` and `utterances`, each [voice, text, seconds of silence
after it]. A voice is a name of eSpeak NG's or the path of a Piper voice, which ends in ".onnx".
Output: a line of JSON, the size in bytes of each MP3, then the MP3s themselves.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import BROKEN_VOICE, VoiceError
from .espeak import Espeak
from .mp3 import encode

if TYPE_CHECKING:
    from .piper import Piper

PIPER_SUFFIX = ".onnx"


def record(order: dict[str, Any]) -> list[bytes]:
    """Return the MP3 of each utterance of an order."""
    words_per_minute: int = order["words_per_minute"]
    espeak = Espeak(words_per_minute)

    @cache
    def piper(path: str) -> Piper:
        # Where no voice of Piper's is used, its libraries need not be there.
        from .piper import Piper  # noqa: PLC0415

        return Piper(Path(path), espeak, words_per_minute)

    def say(voice: str, text: str) -> tuple[bytes, int]:
        return piper(voice).say(text) if voice.endswith(PIPER_SUFFIX) else espeak.say(text, voice)

    return [
        encode(*say(voice, text), pause_s=pause_s) for voice, text, pause_s in order["utterances"]
    ]


def main() -> None:
    try:
        sounds = record(json.load(sys.stdin))
    except VoiceError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(BROKEN_VOICE)
    sys.stdout.buffer.write(json.dumps([len(sound) for sound in sounds]).encode() + b"\n")
    sys.stdout.buffer.write(b"".join(sounds))


if __name__ == "__main__":
    main()
