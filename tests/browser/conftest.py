"""The real site, built once and served as a production host does, and pages that are watched."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench.host import serve
from tests.browser.visitor import visiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from bench.host import Host
    from tests.browser.visitor import Visitor

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site; the first worker builds it, the others wait."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    output, is_built = folder / "site", folder / "site.is-built"
    with (folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_built.exists():
            _build(output)
            is_built.touch()
    return output


def _build(output: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-m", "pelican", "content", "--output", str(output)]
    done = subprocess.run(
        [*command, "--settings", "pelicanconf.py", "--fatal=errors"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[Host]:
    with serve(site) as host:
        yield host


@pytest.fixture
def open_page(chromium: Browser, host: Host) -> Iterator[Visitor]:
    """Open pages; at the end none may have had an error or asked another host for anything."""
    with visiting(chromium, host.address) as visitor:
        yield visitor
