"""Recordings by their scripts: made once, kept in the cache as long as a document needs them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.speech.recording.script import Line

_PROGRAM = Path(__file__).parent / "synthesis.py"
_PACKAGES = ("espeakng-loader", "lameenc")
_LONGEST_S = 1800


class RecordingError(RuntimeError):
    """A recording cannot be made; the message is the engine's."""


@dataclass(frozen=True, slots=True)
class Take:
    """A recording in the cache, and the seconds that each line of its script takes."""

    path: Path
    durations_s: tuple[float, ...]


def find_missing_packages() -> list[str]:
    """Return which of the packages that make recordings are not installed."""
    return [name for name in _PACKAGES if _version(name) is None]


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class Studio:
    """Records scripts. `voices` are eSpeak's names by language, the main one first."""

    folder: Path
    voices: dict[str, str]
    words_per_minute: int

    def record(self, lines: Sequence[Line]) -> Take:
        """Return the recording of a script, a new one if there is none. Raises RecordingError."""
        order = self._order(lines)
        path = self.folder / f"{self._key(order)}.mp3"
        times = path.with_suffix(".json")
        # The times are written last: where they are, the sound is whole.
        if not times.is_file():
            sound, durations = _run(order)
            write_atomically(path, sound)
            write_atomically(times, durations)
        return Take(path, tuple(json.loads(times.read_bytes())))

    def sweep(self, takes: Sequence[Take]) -> None:
        """Delete the recordings that are none of these."""
        kept = {take.path.stem for take in takes}
        for path in self.folder.glob("*.*"):
            if path.stem not in kept:
                path.unlink()

    def _order(self, lines: Sequence[Line]) -> str:
        return json.dumps(
            {
                "voices": self.voices,
                "words_per_minute": self.words_per_minute,
                "lines": [line.parts for line in lines],
            },
            ensure_ascii=False,
        )

    def _key(self, order: str) -> str:
        return digest(_PROGRAM.read_bytes(), *(_version(name) or "" for name in _PACKAGES), order)


def _run(order: str) -> tuple[bytes, bytes]:
    """Return the MP3 and the seconds of its lines as JSON, from a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "sound.mp3"
        command = [sys.executable, "-X", "utf8", str(_PROGRAM), str(sound)]
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=order.encode(), capture_output=True, check=False, timeout=_LONGEST_S
        )
        if done.returncode != 0:
            last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise RecordingError(last or f"exit {done.returncode}")
        return sound.read_bytes(), done.stdout
