"""What tests have done elsewhere: functions that other processes find by their names."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import NoReturn


def add(shared: int, item: int) -> int:
    return shared + item


def divide(shared: int, item: int) -> float:
    return shared / item


def wait_and_add(shared: float, item: float) -> float:
    time.sleep(shared)
    return shared + item


def tell_process(_shared: int, _item: int) -> int:
    return os.getpid()


def wait_and_tell_process(shared: float, _item: int) -> int:
    time.sleep(shared)
    return os.getpid()


def measure(shared: bytes, item: bytes) -> tuple[int, int]:
    return len(shared), len(item)


def end_process(shared: int, item: int) -> int:
    """Return the item, or end the process where it is `shared`, as want of memory does."""
    if item == shared:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def end_process_once(shared: str, item: int) -> int:
    """End the first process that gets item 3; `shared` is a file that remembers it."""
    if item == 3 and not Path(shared).exists():
        Path(shared).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def run_out_of_time(_shared: int, _item: int) -> NoReturn:
    raise TimeoutError("mine")


def tell_versions() -> dict[str, str]:
    """Return another version in each process: no two are alike."""
    return {"sample": str(os.getpid())}
