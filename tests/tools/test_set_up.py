"""Python and Node packages are installed by hash, once, and again when their pins change."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.machine import BAD, GOOD, NOTE_CALL, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.machine import Machine

# What make-venv.sh needs of Python: its age, `-m venv`, `-m pip`, and whether WeasyPrint loads.
FAKE_PYTHON = f"""
case "$2" in
    venv) {NOTE_CALL}; mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
    pip) {NOTE_CALL} ;;
    "import weasyprint") exit "${{PANGO:-0}}" ;;
    *) exit "${{AGE:-0}}" ;;
esac
"""


@pytest.fixture
def with_python(machine: Machine) -> Machine:
    machine.add(python3=FAKE_PYTHON)
    (machine.folder / "requirements").mkdir()
    (machine.folder / "requirements" / "base.txt").write_text("pelican==4.12.0\n")
    return machine


def test_an_environment_is_made_once_from_hashed_requirements(with_python: Machine) -> None:
    assert with_python.run("make-venv.sh", "requirements/base.txt") == (
        "0\n→ Tạo môi trường Python trong .venv/\n→ Cài các thư viện trong requirements/base.txt\n"
    )
    assert with_python.calls[0] == "python3 -m venv --clear .venv"
    assert "--require-hashes --requirement requirements/base.txt" in with_python.calls[1]
    assert with_python.run("make-venv.sh", "requirements/base.txt") == "0\n"
    assert len(with_python.calls) == 2


def test_only_the_content_of_requirements_says_that_they_changed(with_python: Machine) -> None:
    requirements = with_python.folder / "requirements" / "base.txt"
    with_python.run("make-venv.sh", "requirements/base.txt")
    os.utime(requirements, (1, 1))
    assert with_python.run("make-venv.sh", "requirements/base.txt") == "0\n"
    requirements.write_text("pelican==4.12.1\n")
    assert with_python.run("make-venv.sh", "requirements/base.txt") == (
        "0\n→ Cài các thư viện trong requirements/base.txt\n"
    )


def test_an_old_python_is_named_with_the_way_to_choose_another(with_python: Machine) -> None:
    said = with_python.run("make-venv.sh", "requirements/base.txt", AGE="1")
    assert said == (
        "1\n"
        'Cần Python 3.11 trở lên ("python3" không phải).'
        " Nếu có ở tên khác: make PYTHON=python3.12\n"
        'Python 3.11 or newer is needed ("python3" is not).'
        " If it has another name: make PYTHON=python3.12\n"
    )


def test_missing_pango_is_explained_and_asked_for_again(with_python: Machine) -> None:
    said = with_python.run("make-venv.sh", "requirements/base.txt", PANGO="1")
    assert said.startswith("1\n")
    assert "brew install pango" in said
    assert "sudo dnf install pango harfbuzz" in said
    assert "Cài các thư viện" in with_python.run("make-venv.sh", "requirements/base.txt")


NPM_CI_ENGINE = f"{NOTE_CALL}; mkdir -p node_modules/@pagefind/linux-x64"
NPM_CI = f"{NOTE_CALL}; mkdir -p node_modules"


@pytest.fixture
def with_lockfile(machine: Machine) -> Machine:
    (machine.folder / "package-lock.json").write_text("{}\n")
    return machine


def test_node_modules_are_installed_once_without_running_their_scripts(
    with_lockfile: Machine,
) -> None:
    with_lockfile.add(npm=NPM_CI)
    assert with_lockfile.run("install-node-modules.sh", "tests") == (
        "0\n→ Cài các công cụ trong package-lock.json\n"
    )
    assert with_lockfile.calls[0].startswith("npm ci --ignore-scripts --no-audit --no-fund")
    assert with_lockfile.run("install-node-modules.sh", "tests") == "0\n"


def test_an_interrupted_npm_is_run_again(with_lockfile: Machine) -> None:
    with_lockfile.add(npm=BAD)
    assert with_lockfile.run("install-node-modules.sh", "tests").startswith("1\n")
    with_lockfile.add(npm=NPM_CI)
    assert "Cài các công cụ" in with_lockfile.run("install-node-modules.sh", "tests")


def test_missing_npm_is_explained(with_lockfile: Machine) -> None:
    assert with_lockfile.run("install-node-modules.sh", "tests") == (
        "1\n"
        "Cần Node 20.19 trở lên, có npm: hãy cài gói nodejs (và npm).\n"
        "Node 20.19 or newer with npm is needed: please install nodejs (and npm).\n"
    )


def test_a_build_installs_the_search_engine_alone_and_once(with_lockfile: Machine) -> None:
    with_lockfile.add(npm=NPM_CI_ENGINE, node=NOTE_CALL)
    for name in ("rm", "mv"):
        (with_lockfile.commands / name).symlink_to(str(shutil.which(name)))
    kept = with_lockfile.folder / "node_modules" / "other"
    kept.mkdir(parents=True)
    assert with_lockfile.run("install-node-modules.sh", "site") == (
        "0\n→ Cài bộ máy tìm kiếm trong package-lock.json\n"
    )
    lock, npm = with_lockfile.calls
    assert lock.endswith("tools/engine-lock.cjs node_modules/.engine")
    assert npm.startswith("npm ci --ignore-scripts")
    assert (with_lockfile.folder / "node_modules/@pagefind/linux-x64").is_dir()
    assert kept.is_dir()
    assert with_lockfile.run("install-node-modules.sh", "site") == "0\n"
    with_lockfile.add(npm=NPM_CI)
    assert "Cài các công cụ" in with_lockfile.run("install-node-modules.sh", "tests")


def test_a_build_needs_no_more_than_what_the_tests_have_installed(with_lockfile: Machine) -> None:
    with_lockfile.add(npm=NPM_CI)
    with_lockfile.run("install-node-modules.sh", "tests")
    assert with_lockfile.run("install-node-modules.sh", "site") == "0\n"
    assert len(with_lockfile.calls) == 1


def test_the_engine_s_lock_file_has_the_project_s_checksums_and_no_other_package(
    tmp_path: Path,
) -> None:
    script = PROJECT / "tools" / "engine-lock.cjs"
    subprocess.run(["node", str(script), str(tmp_path)], cwd=PROJECT, check=True)
    whole = json.loads((PROJECT / "package-lock.json").read_text("utf-8"))["packages"]
    lock = json.loads((tmp_path / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((tmp_path / "package.json").read_text("utf-8"))["optionalDependencies"]
    assert wanted == whole[""]["optionalDependencies"]
    assert {place: one for place, one in lock["packages"].items() if place} == {
        f"node_modules/{name}": whole[f"node_modules/{name}"] for name in wanted
    }
    assert lock["lockfileVersion"] == 3


@pytest.mark.parametrize(
    "programs",
    [{}, {"npm": GOOD}, {"npm": BAD, "node": GOOD}],
    ids=["no npm", "no node", "no network"],
)
def test_a_build_goes_on_without_the_search_engine(
    with_lockfile: Machine, programs: dict[str, str]
) -> None:
    with_lockfile.add(**programs)
    said = with_lockfile.run("install-node-modules.sh", "site")
    assert said.startswith("0\n→ Cài bộ máy tìm kiếm")
    assert "trang chỉ tìm được theo tiêu đề" in said
    assert "search finds titles only" in said


@pytest.mark.parametrize("name", ["base", "dev", "lock"])
def test_every_requirement_is_pinned_by_hash_and_names_no_address(name: str) -> None:
    lines = (PROJECT / "requirements" / f"{name}.txt").read_text().splitlines()
    pinned = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)
    assert not [line for line in lines if "://" in line]


def test_the_node_lockfile_pins_by_hash_and_names_no_download_address() -> None:
    text = (PROJECT / "package-lock.json").read_text()
    assert '"resolved"' not in text
    assert text.count('"integrity"') == text.count('"node_modules/')
