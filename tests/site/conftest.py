"""The tiny site, built once a session, and golden files that `--golden` writes anew."""

from __future__ import annotations

import fcntl
import os
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.site.building import PROJECT, copy_content, run_pelican
from tests.site.edits import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOLDEN = PROJECT / "tests/golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the tiny site: content/, output/, cache/ and build.log.

    The first worker builds it, the others wait.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, log = base / "tiny", base / "tiny/build.log"
    with (base / "tiny.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            copy_content(folder / "content")
            done = run_pelican(folder / "content", folder / "output")
            assert done.returncode == 0, done.stdout + done.stderr
            log.write_text(done.stdout + done.stderr, "utf-8")
    return folder


@pytest.fixture(scope="session")
def output(tiny: Path) -> Path:
    return tiny / "output"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """Return a project whose files may be changed at will."""
    shop = Workshop.open(tmp_path / "project", Random(1))  # noqa: S311 - no secret
    # Half of what is left of the time, and its own cache has tests of its own.
    shutil.rmtree(shop.folder / "plugins/compression")
    return shop


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check of a text against a golden file; with `--golden` the file is written."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden", default=False):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{name}: `make golden`, then look at git diff"

    return check
