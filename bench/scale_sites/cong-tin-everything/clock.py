"""Tells how long each feature's steps over the whole site took, in `seconds.json`.

The search indexes are made in a process beside all else: its time is told by itself.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.core import pipeline
from plugins.search import preparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican import Pelican

_seconds: Counter[str] = Counter()
_BESIDE = Path(__file__).with_name("beside")


def time_step(step: Callable[..., Any], *, is_generator: bool) -> Callable[..., Any]:
    """Return the step, timed; one that yields pages is run to its end."""
    feature = step.__module__.split(".")[1]

    @wraps(step)
    def timed(*given: object) -> object:
        started = time.perf_counter()
        made = list(step(*given)) if is_generator else step(*given)
        _seconds[feature] += time.perf_counter() - started
        return made

    return timed


def time_indexes(make: Callable[..., str]) -> Callable[..., str]:
    """Return what makes the indexes, wherever it does, timed in a file of its own."""

    @wraps(make)
    def timed(*given: object) -> str:
        started = time.perf_counter()
        said = make(*given)
        _BESIDE.write_text(str(time.perf_counter() - started), "utf-8")
        return said

    return timed


def time_steps(_pelican: Pelican) -> None:
    current = pipeline.current()
    for steps in (current.documents, current.paper, current.written):
        steps[:] = [time_step(step, is_generator=False) for step in steps]
    current.pages[:] = [time_step(step, is_generator=True) for step in current.pages]


def tell_seconds(_pelican: Pelican) -> None:
    if _BESIDE.is_file():
        _seconds["search indexes, beside all else"] = float(_BESIDE.read_text("utf-8"))
        _BESIDE.unlink()
    Path(__file__).with_name("seconds.json").write_text(json.dumps(_seconds), "utf-8")


def register() -> None:
    preparing.make_indexes = time_indexes(preparing.make_indexes)
    signals.initialized.connect(time_steps)
    signals.finalized.connect(tell_seconds)
