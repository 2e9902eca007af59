"""System packages are installed where that may be, and named where it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.machine import BAD, GOOD, NOTE_CALL

if TYPE_CHECKING:
    from tests.tools.machine import Machine

SITE_LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
TEST_PROGRAMS = ("chromium", "java", "pdftotext", "exiftool", "nginx", "caddy")
TEST_PACKAGES = (
    "chromium default-jre-headless poppler-utils libimage-exiftool-perl nginx-light caddy"
)
# Answers as dpkg-query does where $INSTALLED names the packages that are there.
DPKG_QUERY = 'for p in $INSTALLED; do [ "$p" = "$4" ] && echo installed && exit; done; exit 1'


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
    others = [program for program in TEST_PROGRAMS if program != "java"]
    machine.add(**dict.fromkeys([*others, package_manager], GOOD))
    assert machine.run("install-programs.sh", "tests") == (
        f"1\nKiểm thử còn cần: java.\nThe tests also need: java.\n{advice}"
    )


def test_elsewhere_a_build_asks_for_no_package_manager(machine: Machine) -> None:
    assert machine.run("install-programs.sh", "site") == "0\n"


def test_a_stand_in_never_overwrites_the_machine_s_own_command(machine: Machine) -> None:
    own = (machine.commands / "id").resolve()
    before = own.read_bytes()
    machine.add(id="echo 0")
    assert own.read_bytes() == before
    assert not (machine.commands / "id").is_symlink()
