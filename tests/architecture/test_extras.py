"""What pyproject.toml offers as extras is what requirements/ pins."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
_PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = _PROJECT_TABLE["optional-dependencies"]


def _wanted(extra: str) -> set[str]:
    lines = (PROJECT / f"requirements/{extra}.in").read_text("utf-8").splitlines()
    return {re.sub(r"^-r (\w+)\.in$", r"cong-tin[\1]", line) for line in lines if line[0] != "#"}


@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_asks_for_what_its_requirements_pin(extra: str) -> None:
    assert set(EXTRAS[extra]) == _wanted(extra) - {"-c base.txt"}
    pinned = (PROJECT / f"requirements/{extra}.txt").read_text("utf-8")
    for name in EXTRAS[extra]:
        if "[" not in name:
            assert re.search(rf"^{name}==.* \\$", pinned, re.MULTILINE)
            assert "--hash=sha256:" in pinned.partition(f"\n{name}==")[2] or pinned.startswith(name)


def test_recordings_can_be_made_by_extras() -> None:
    assert {"audio", "piper"} <= EXTRAS.keys()
