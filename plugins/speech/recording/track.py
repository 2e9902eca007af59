"""A WebVTT track that tells which sentence of the page sounds when."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.speech.recording.script import Line


def write_track(lines: Sequence[Line], durations_s: Sequence[float]) -> str:
    """Return the track; each cue is named by its sentence's id and holds what is said."""
    ends = list(accumulate(durations_s))
    starts = [0.0, *ends]
    cues = [
        f"{line.id}\n{_clock(start)} --> {_clock(end)}\n{_escaped(line)}\n"
        for line, start, end in zip(lines, starts, ends, strict=False)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _clock(seconds: float) -> str:
    """Return 3671.5 as "01:01:11.500"."""
    minutes, rest_ms = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest_ms / 1000:06.3f}"


def _escaped(line: Line) -> str:
    text = " ".join(text for _, text in line.parts)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
