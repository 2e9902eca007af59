"""Sentences said by an engine, in a process of its own: what any machine can do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.executor import Task
from plugins.speech.recording.engines.errors import BROKEN_VOICE
from plugins.speech.recording.voices import version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENGINES = Path(__file__).parent / "engines"
_PACKAGES = ("espeakng-loader", "lameenc")
_PIPER_PACKAGES = ("onnxruntime", "numpy")
_LONGEST_S = 3600


class RecordingError(RuntimeError):
    """A recording cannot be made; the message is the engine's."""


class UnusableVoiceError(RecordingError):
    """Nothing can be said by a voice."""


class Order(NamedTuple):
    """What is said in one go: each with its voice and the seconds of silence after it."""

    words_per_minute: int
    utterances: tuple[tuple[str, str, float], ...]


# By identity: a process knows one, and voices are large.
@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """The files of voices that are files, by the names that orders call them."""

    files: Mapping[str, bytes] = field(default_factory=dict)


def gather(paths: Iterable[str]) -> tuple[Voices, dict[str, str]]:
    """Return the files of voices, and what orders call each: a name without this disk's folders."""
    names = {path: f"{number}/{Path(path).name}" for number, path in enumerate(sorted(paths))}
    files = {}
    for path, name in names.items():
        files[name] = Path(path).read_bytes()
        files[f"{name}.json"] = Path(f"{path}.json").read_bytes()
    return Voices(files), names


def say_with(voices: Voices) -> Task[Voices, Order, list[bytes] | RecordingError]:
    """Return the task of saying: the MP3 of each utterance, or why there are none."""
    versions = list_piper_versions if voices.files else list_versions
    return Task("Ghi âm / recordings", say, voices, versions=versions)


def list_versions() -> dict[str, str]:
    """Return the versions of what speaks: others may sound otherwise."""
    return {name: version_of(name) for name in _PACKAGES}


def list_piper_versions() -> dict[str, str]:
    """Return the same for voices that are files."""
    return list_versions() | {name: version_of(name) for name in _PIPER_PACKAGES}


def say(voices: Voices, order: Order) -> list[bytes] | RecordingError:
    """Return the MP3 of each utterance, or why there are none."""
    with TemporaryDirectory(prefix="cong-tin-voices-") as folder:
        _lay_out(voices, folder)
        utterances = [
            (f"{folder}/{voice}" if voice in voices.files else voice, text, pause_s)
            for voice, text, pause_s in order.utterances
        ]
        wanted = {"words_per_minute": order.words_per_minute, "utterances": utterances}
        try:
            return _run(json.dumps(wanted))
        except RecordingError as error:
            return error


def _lay_out(voices: Voices, folder: str) -> None:
    # The engines read voices from files; the copy takes a moment of the minute that saying does.
    for name, data in voices.files.items():
        path = Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def _run(order: str) -> list[bytes]:
    """Return the MP3s of an order, from a process of its own."""
    command = [sys.executable, "-X", "utf8", "-m", ENGINES.name]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=order.encode(),
            capture_output=True,
            check=False,
            timeout=_LONGEST_S,
            cwd=ENGINES.parent,
            # Where it is set, Python would not look for the program in its folder.
            env={name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"},
        )
    except subprocess.TimeoutExpired:
        raise RecordingError(f"{_LONGEST_S} s") from None
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        kind = UnusableVoiceError if done.returncode == BROKEN_VOICE else RecordingError
        raise kind(last or f"exit {done.returncode}")
    return _split(done.stdout)


def _split(answer: bytes) -> list[bytes]:
    head, _, sounds = answer.partition(b"\n")
    pieces, place = [], 0
    for size in json.loads(head):
        pieces.append(sounds[place : place + size])
        place += size
    return pieces
