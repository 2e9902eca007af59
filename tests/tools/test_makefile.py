"""Each target runs what it promises, in any folder, and `make` alone lists them all."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.machine import GOOD, NOTE_CALL, PROJECT

if TYPE_CHECKING:
    from tests.tools.machine import Machine

TEST_PROGRAMS = ("chromium", "java", "pdftotext", "exiftool", "nginx", "caddy")
BUILD = "python -m pelican content --output output --settings pelicanconf.py --fatal=errors"
PUBLISH = "python -m pelican content --output output --settings publishconf.py --fatal=warnings"
TARGETS = {
    "html": [BUILD],
    "serve": [f"python -m tools.serve --port 8000 -- .venv/bin/{BUILD}"],
    "publish": [PUBLISH],
    "photos": ["python -m plugins.photos.intake content"],
    "new": ["python -m tools.new "],
    "import": ["python -m tools.importing "],
    "editor": [f"python -m tools.editor --port 8000 -- .venv/bin/{BUILD}"],
    "editor-page": ["python -m tools.editor --only-page"],
    "check-content": ["python -m tools.check content"],
    "verify": ["python -m tools.verify "],
    "deploy": ["python -m tools.deploy "],
    "pictures": ["python -m tools.pictures"],
    "links": ["python -m tools.links"],
    "rollback": ["python -m tools.deploy --rollback "],
    "test": ["python -m pytest --numprocesses=2"],
    "nightly": ["python -m pytest -m nightly"],
    "golden": ["python -m pytest tests/site tests/tools/importing --golden"],
    "check": [
        "python -m ruff check --quiet .",
        "python -m ruff format --quiet --check .",
        "python -m mypy --no-error-summary",
        "stylelint --allow-empty-input theme/static/css/**/*.css",
    ],
}


@pytest.fixture
def set_up_project(machine: Machine) -> Machine:
    """Copy the project to where the set-up is done, by stand-ins that note their calls."""
    machine.add(
        python=f'[ "$1" = -c ] || {NOTE_CALL}',
        stylelint=NOTE_CALL,
        **dict.fromkeys(TEST_PROGRAMS, GOOD),
    )
    folder = machine.folder
    shutil.copy(PROJECT / "Makefile", folder)
    shutil.copytree(PROJECT / "tools", folder / "tools")
    shutil.copytree(PROJECT / "requirements", folder / "requirements")
    shutil.copytree(PROJECT / "requirements", folder / ".venv" / "installed")
    for command, place in (("python", ".venv/bin"), ("stylelint", "node_modules/.bin")):
        (folder / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(machine.commands / command, folder / place)
    for name in ("package-lock.json", "node_modules/.installed-lock.json"):
        (folder / name).write_text("{}")
    for name in ("make", "sh"):
        (machine.commands / name).symlink_to(str(shutil.which(name)))
    return machine


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_runs_its_commands_in_a_folder_with_spaces(
    set_up_project: Machine, target: str
) -> None:
    said = subprocess.run(
        [str(shutil.which("make")), target],
        cwd=set_up_project.folder,
        env={
            "PATH": str(set_up_project.commands),
            "CALLS": str(set_up_project.folder / "calls"),
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert set_up_project.calls == TARGETS[target]
    assert said.stderr == ""
    assert [line[0] for line in said.stdout.splitlines()] == ["→"]


def test_make_alone_lists_every_target_but_the_steps_of_the_set_up() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    phony = makefile.partition(".PHONY: ")[2].partition("\n\n")[0].replace("\\", "").split()
    listed = subprocess.run(
        ["make"], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    unlisted = [target for target in phony if f"  make {target} " not in listed]
    assert unlisted == ["python", "python-dev", "node", "engine", "test-programs"]
