"""Recordings by their scripts: each sentence is said once, whichever recordings it is in."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.executor import LocalExecutor
from plugins.core.workers import count_cores
from plugins.speech.recording.saying import ENGINES, Order, RecordingError, gather, say_with
from plugins.speech.recording.voices import PIPER_SUFFIX, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from plugins.core.executor import Executor
    from plugins.speech.recording.script import Script
    from plugins.speech.recording.voices import Voice

# 24 kbit/s at 16 kHz: frames of 36 ms and 108 bytes, so bytes tell the time.
_BYTES_PER_SECOND = 3000
_FRAME_BYTES = 108
# Engines end at the last sound: without this, the next sentence would follow at once.
_PAUSE_S = 0.35
_BATCH_LIMITS = (8, 60)
_BATCHES_FOR_A_CORE = 4
_KEPT_S = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Take:
    """A recording in the cache, and the seconds that each line of its script takes."""

    path: Path
    durations_s: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Utterance:
    """What a voice says at once, with a silence after it, and where its sound is kept."""

    voice: str
    text: str
    pause_s: float
    path: Path


@dataclass(slots=True)
class Studio:
    """Records scripts by the voice of each language; below `folder` nothing else may lie."""

    folder: Path
    voices: dict[str, Voice]
    words_per_minute: int
    executor: Executor = field(default_factory=LocalExecutor)
    _used: set[Path] = field(default_factory=set)

    def record(self, scripts: Sequence[Script]) -> list[Take | RecordingError]:
        """Return the recording of each script, or why it has none; only new sentences are said."""
        wanted = [self._utterances(script) for script in scripts]
        errors = self._say_missing([u for lines in wanted for line in lines for u in line])
        return [self._join(lines, errors) for lines in wanted]

    def _utterances(self, script: Script) -> list[list[_Utterance]]:
        own = self.voices[script.lang]
        return [
            [
                self._utterance(self.voices.get(lang, own), text, is_last=place == len(line.parts))
                for place, (lang, text) in enumerate(line.parts, 1)
            ]
            for line in script.lines
        ]

    def _utterance(self, voice: Voice, text: str, *, is_last: bool) -> _Utterance:
        pause_s = _PAUSE_S if is_last else 0
        recipe = (_stamp_of_engines(), voice.stamp, str(self.words_per_minute), str(pause_s))
        path = self.folder / "sentences" / f"{digest(*recipe, text)}.mp3"
        return _Utterance(voice.name, text, pause_s, path)

    def _say_missing(self, utterances: list[_Utterance]) -> dict[Path, RecordingError]:
        """Say what is not kept yet; return what could not be said."""
        self._used |= {u.path for u in utterances}
        missing = list({u.path: u for u in utterances if not _size_of(u.path)}.values())
        batches = list(_cut_in_batches(missing))
        voices, names = gather({u.voice for u in missing if u.voice.endswith(PIPER_SUFFIX)})
        orders = ((batch[0].text, self._order(batch, names)) for batch in batches)
        said = self.executor.map_in_order(say_with(voices), orders, len(batches))
        errors: dict[Path, RecordingError] = {}
        for batch, (_, sounds) in zip(batches, said, strict=True):
            if isinstance(sounds, RecordingError):
                errors |= dict.fromkeys((u.path for u in batch), sounds)
                continue
            for utterance, sound in zip(batch, sounds, strict=True):
                write_atomically(utterance.path, sound)
        return errors

    def _order(self, batch: Sequence[_Utterance], names: Mapping[str, str]) -> Order:
        said = tuple((names.get(u.voice, u.voice), u.text, u.pause_s) for u in batch)
        return Order(self.words_per_minute, said)

    def _join(
        self, lines: list[list[_Utterance]], errors: dict[Path, RecordingError]
    ) -> Take | RecordingError:
        paths = [u.path for line in lines for u in line]
        failed = next((errors[path] for path in paths if path in errors), None)
        if failed:
            return failed
        joined = self.folder / f"{digest(*(path.stem for path in paths))}.mp3"
        sizes = [sum(_size_of(u.path) for u in line) for line in lines]
        if _size_of(joined) != sum(sizes):
            write_atomically(joined, b"".join(path.read_bytes() for path in paths))
        self._used.add(joined)
        return Take(joined, tuple(size / _BYTES_PER_SECOND for size in sizes))

    def sweep(self) -> None:
        """Delete what was not used now and is older than a month."""
        oldest = time.time() - _KEPT_S
        for path in self.folder.rglob("*.*"):
            if path not in self._used and path.stat().st_mtime < oldest:
                path.unlink()


@cache
def _stamp_of_engines() -> str:
    sources = [path.read_bytes() for path in sorted(ENGINES.glob("*.py"))]
    return digest(*sources, version_of("lameenc"))


def _size_of(path: Path) -> int:
    """Return the size of a sound in bytes; 0 where it is not there, or not whole."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return 0
    return 0 if size % _FRAME_BYTES else size


def _cut_in_batches(utterances: list[_Utterance]) -> Iterator[list[_Utterance]]:
    """Yield a few batches for each core, of one voice each: what goes wrong fails one alone."""
    least, most = _BATCH_LIMITS
    fair = math.ceil(len(utterances) / (count_cores() * _BATCHES_FOR_A_CORE))
    size = min(max(fair, least), most)
    for voice in dict.fromkeys(u.voice for u in utterances):
        own = [u for u in utterances if u.voice == voice]
        yield from (own[start : start + size] for start in range(0, len(own), size))
