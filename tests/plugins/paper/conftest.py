"""Sites built once a session for all tests of paper."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.plugins.paper.site import PROJECT, Site, copy_project, write_awkward_content

Check = Callable[[Iterable[Path]], dict[str, dict[str, str]]]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project as it is when the tests begin."""
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return a built site of everything that is hard to print. Do not change it: copy it."""
    site = Site(tmp_path_factory.mktemp("awkward"), project)
    write_awkward_content(site.content)
    site.build_well()
    return site


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the project's own content, built."""
    site = Site(tmp_path_factory.mktemp("sample"), project, PROJECT / "content")
    site.build_well()
    return site


@pytest.fixture(scope="session")
def check_pdf_ua() -> Check:
    """Return what tells the rules of PDF/UA-1 that files break, by file name."""

    def check(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
        program = Path(__file__).with_name("verapdf.py")
        command = [sys.executable, str(program), *map(str, paths)]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        return {path: broken for path, broken in found.items() if broken}

    return check
