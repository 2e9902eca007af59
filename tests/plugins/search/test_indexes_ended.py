"""Whoever ends the making of an index ends its engine too, and leaves no half of one."""

from __future__ import annotations

import gc
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from plugins.core.forking import Aside
from plugins.search.engine import EngineRun
from plugins.search.indexes import make_indexes
from plugins.search.pool import Pool
from tests.plugins.search.test_indexes import ENTRIES, job_of

if TYPE_CHECKING:
    from pathlib import Path


def begin_endless(tmp_path: Path) -> tuple[Aside[str], int]:
    """Return what makes an index without an end, and the number of its engine's process."""
    endless = tmp_path / "endless"
    told = tmp_path / "number"
    endless.write_text(f'#!/bin/sh\necho $$ > "{told}"; exec sleep 600\n')
    endless.chmod(0o755)
    job = job_of(ENTRIES, endless, tmp_path / "cache")
    aside = Aside(lambda: make_indexes(Pool(tmp_path / "pool"), [job]))
    aside.begin()
    return aside, await_number(told)


def await_number(path: Path) -> int:
    deadline = time.monotonic() + 30
    while not path.exists() or not path.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return int(path.read_text())


def test_indexes_that_nobody_waits_for_leave_nobody_at_work(tmp_path: Path) -> None:
    aside, number = begin_endless(tmp_path)
    del aside
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert list((tmp_path / "cache").iterdir()) == []


class Interrupted(EngineRun):
    """An engine during whose start its process is told to end."""

    def __init__(self, engine: Path, staged: Path, lang: str, target: Path) -> None:
        super().__init__(engine, staged, lang, target)
        await_number(engine.with_name("number"))
        os.kill(os.getpid(), signal.SIGTERM)


def test_an_engine_that_is_just_being_started_is_not_left_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.search.indexes.EngineRun", Interrupted)
    aside, number = begin_endless(tmp_path)
    del aside
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_an_engine_that_is_killed_is_told_of(tmp_path: Path) -> None:
    aside, number = begin_endless(tmp_path)
    os.kill(number, signal.SIGKILL)
    assert aside.result() == "status -9"
    assert list((tmp_path / "cache").iterdir()) == []
