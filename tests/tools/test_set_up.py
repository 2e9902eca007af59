"""Set-up installs what is missing, explains what it cannot install, and else does nothing.

Package managers reach the network, so stand-ins on PATH take their place and note their calls.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SITE_LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
TEST_PROGRAMS = ("chromium", "java", "pdftotext", "exiftool")
TEST_PACKAGES = "chromium default-jre-headless poppler-utils libimage-exiftool-perl"
GOOD = "exit 0"
BAD = "exit 1"
# Answers as dpkg-query does where $INSTALLED names the packages that are there.
DPKG_QUERY = 'for p in $INSTALLED; do [ "$p" = "$4" ] && echo installed && exit; done; exit 1'
NOTE_CALL = 'echo "${0##*/} $*" >> "$CALLS"'


@dataclass
class Machine:
    """A folder with Vietnamese letters and spaces in its name, and the commands on its PATH."""

    folder: Path

    @property
    def commands(self) -> Path:
        return self.folder / "các lệnh"

    @property
    def calls(self) -> list[str]:
        notes = self.folder / "calls"
        return notes.read_text().splitlines() if notes.exists() else []

    def add(self, **scripts: str) -> None:
        for name, script in scripts.items():
            path = self.commands / name.replace("_", "-")
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o755)

    def run(self, script: str, *arguments: str, **environment: str) -> str:
        """Return what the script printed, exit code first."""
        finished = subprocess.run(
            ["/bin/sh", str(PROJECT / "tools" / script), *arguments],
            cwd=self.folder,
            env={"PATH": str(self.commands), "CALLS": str(self.folder / "calls"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return f"{finished.returncode}\n{finished.stdout}{finished.stderr}"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "thư mục có dấu cách")
    made.commands.mkdir(parents=True)
    for name in ("cat", "cmp", "cp", "env", "grep", "id", "mkdir"):
        (made.commands / name).symlink_to(str(shutil.which(name)))
    made.add(python3=GOOD)
    return made


@pytest.fixture
def debian(machine: Machine) -> Machine:
    machine.add(dpkg_query=DPKG_QUERY, apt_get=NOTE_CALL)
    return machine


def test_debian_packages_that_are_there_are_left_alone(debian: Machine) -> None:
    assert debian.run("install-programs.sh", "site", INSTALLED=" ".join(SITE_LIBRARIES)) == "0\n"
    assert debian.calls == []


def test_only_missing_debian_packages_are_installed(debian: Machine) -> None:
    debian.add(id="echo 0")
    said = debian.run("install-programs.sh", "site", INSTALLED="libpango-1.0-0")
    assert said == "0\n→ Cài các gói hệ thống: libpangoft2-1.0-0 libharfbuzz-subset0\n"
    assert [call.split()[-1] for call in debian.calls] == ["update", "libharfbuzz-subset0"]
    assert " libpango-1.0-0" not in debian.calls[1]


@pytest.mark.parametrize("python", ["python3", "python3.12"])
def test_a_python_that_cannot_make_environments_gets_its_venv_package(
    debian: Machine, python: str
) -> None:
    debian.add(id="echo 0", **{python: BAD})
    debian.run("install-programs.sh", "site", INSTALLED=" ".join(SITE_LIBRARIES), PYTHON=python)
    assert debian.calls[1].endswith(f"install --yes --no-install-recommends {python}-venv")


def test_sudo_without_a_password_installs_too(debian: Machine) -> None:
    debian.add(id="echo 1000", sudo='[ "$1" = -n ] && shift && "$@"', true=GOOD)
    debian.run("install-programs.sh", "site")
    assert len(debian.calls) == 2


def test_who_may_not_install_is_told_the_command(debian: Machine) -> None:
    debian.add(id="echo 1000", sudo=BAD)
    assert debian.run("install-programs.sh", "site", INSTALLED="libpango-1.0-0") == (
        "1\n"
        "Thiếu: libpangoft2-1.0-0 libharfbuzz-subset0."
        " Hãy chạy: sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "Missing: libpangoft2-1.0-0 libharfbuzz-subset0."
        " Please run: sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )
    assert debian.calls == []


def test_an_installation_that_fails_stops_the_set_up(debian: Machine) -> None:
    debian.add(id="echo 0", apt_get='[ "$2" = update ] || exit 100')
    assert debian.run("install-programs.sh", "site").startswith("100\n")


def test_programs_for_tests_count_wherever_they_come_from(debian: Machine) -> None:
    debian.add(id="echo 0", **dict.fromkeys(TEST_PROGRAMS, GOOD))
    assert debian.run("install-programs.sh", "tests") == "0\n"


def test_missing_programs_for_tests_are_installed_on_debian(debian: Machine) -> None:
    debian.add(id="echo 0")
    assert TEST_PACKAGES in debian.run("install-programs.sh", "tests")
    assert debian.calls[1].endswith(TEST_PACKAGES)


@pytest.mark.parametrize(
    ("package_manager", "advice"),
    [
        ("dnf", "  sudo dnf install java-latest-openjdk-headless\n"),
        ("brew", "  brew install temurin\n"),
        (
            "pacman",
            "  Hãy cài các chương trình ấy rồi chạy lại.\n  Please install them and run again.\n",
        ),
    ],
)
def test_elsewhere_only_the_missing_program_is_named(
    machine: Machine, package_manager: str, advice: str
) -> None:
    machine.add(chromium=GOOD, pdftotext=GOOD, exiftool=GOOD, **{package_manager: GOOD})
    assert machine.run("install-programs.sh", "tests") == (
        f"1\nKiểm thử còn cần: java.\nThe tests also need: java.\n{advice}"
    )


def test_elsewhere_a_build_asks_for_no_package_manager(machine: Machine) -> None:
    assert machine.run("install-programs.sh", "site") == "0\n"


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


NPM_CI = f"{NOTE_CALL}; mkdir -p node_modules"


@pytest.fixture
def with_lockfile(machine: Machine) -> Machine:
    (machine.folder / "package-lock.json").write_text("{}\n")
    return machine


def test_node_modules_are_installed_once_without_running_their_scripts(
    with_lockfile: Machine,
) -> None:
    with_lockfile.add(npm=NPM_CI)
    assert with_lockfile.run("install-node-modules.sh") == (
        "0\n→ Cài các công cụ trong package-lock.json\n"
    )
    assert with_lockfile.calls[0].startswith("npm ci --ignore-scripts --no-audit --no-fund")
    assert with_lockfile.run("install-node-modules.sh") == "0\n"


def test_an_interrupted_npm_is_run_again(with_lockfile: Machine) -> None:
    with_lockfile.add(npm=BAD)
    assert with_lockfile.run("install-node-modules.sh").startswith("1\n")
    with_lockfile.add(npm=NPM_CI)
    assert "Cài các công cụ" in with_lockfile.run("install-node-modules.sh")


def test_missing_npm_is_explained(with_lockfile: Machine) -> None:
    assert with_lockfile.run("install-node-modules.sh") == (
        "1\n"
        "Cần Node 20.19 trở lên, có npm: hãy cài gói nodejs (và npm).\n"
        "Node 20.19 or newer with npm is needed: please install nodejs (and npm).\n"
    )


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


def test_make_alone_lists_every_target_that_people_use() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    listed = subprocess.run(
        ["make"], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    described = [
        line.split(":")[0] for line in makefile.splitlines() if ": " in line and "## " in line
    ]
    assert described
    assert all(f"make {target} " in listed for target in described)
    assert "make clean " in listed
