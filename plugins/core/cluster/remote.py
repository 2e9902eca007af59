"""What another machine's worker runs: a task, if all that shapes its result is as it is here."""

from __future__ import annotations

import pickle
import platform
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PLUGINS = Path(__file__).parents[2]
_one_at_a_time = threading.Lock()


def _digest_of_code() -> str:
    files = sorted(_PLUGINS.rglob("*.py"))
    parts = (part for f in files for part in (str(f.relative_to(_PLUGINS)), f.read_bytes()))
    return digest(*parts)


# Read when this is loaded: a worker that goes on with old code while the files change tells so.
_CODE = _digest_of_code()


class StrangerError(Exception):
    """A worker differs from the machine that wants something done; the message tells in what."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What a worker keeps of a task: the pickled function and what its calls share."""

    content: bytes
    describe: Callable[[], Mapping[str, str]]
    wanted: Mapping[str, str]
    own_process: bool


def describe_worker(versions: Callable[[], Mapping[str, str]]) -> dict[str, str]:
    """Return all that shapes results in this process: Python, the project's code, libraries."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"python": python, "plugins": _CODE[:12], **versions()}


def tell_differences(wanted: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Return "weasyprint 70.0 → 69.0, …": what is wanted and what was found instead."""
    names = sorted(wanted.keys() | found.keys())
    pairs = [(name, wanted.get(name, "–"), found.get(name, "–")) for name in names]
    return ", ".join(f"{name} {mine} → {other}" for name, mine, other in pairs if mine != other)


def keep(kit: Kit) -> Kit:
    """Take a kit: a task of its own, so that each worker is sent it once."""
    return kit


def perform(kit: Kit, item: bytes) -> Any:  # noqa: ANN401 - what the task's function returns
    """Return the result for a pickled item. Raises StrangerError on a worker that differs."""
    differences = tell_differences(kit.wanted, _describe(kit.describe))
    if differences:
        raise StrangerError(differences)
    function, shared = _unpack(kit.content)
    if not kit.own_process:
        return function(shared, pickle.loads(item))  # noqa: S301 - from who may run any code here
    with _one_at_a_time:
        return function(shared, pickle.loads(item))  # noqa: S301 - as above


@lru_cache(maxsize=8)
def _describe(versions: Callable[[], Mapping[str, str]]) -> dict[str, str]:
    return describe_worker(versions)


@lru_cache(maxsize=4)
def _unpack(content: bytes) -> Any:  # noqa: ANN401 - a function and what it shares
    return pickle.loads(content)  # noqa: S301 - as above
