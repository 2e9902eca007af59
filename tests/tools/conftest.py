"""What the tests of the project's own commands share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tools.machine import GOOD, Machine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "thư mục có dấu cách")
    made.commands.mkdir(parents=True)
    for name in ("cat", "cmp", "cp", "env", "grep", "id", "mkdir"):
        (made.commands / name).symlink_to(str(shutil.which(name)))
    made.add(python3=GOOD)
    return made
