"""Sources made to keep the build busy, or to end it: each is read, or told, within bounds."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.site.bombs import BOMBS, SUSPECTS
from tests.site.building import PROJECT, Pelican

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: Bom {n}\ndate: 20/01/2026\ncategory: Tin tức\nsummary: Một bài số {n}.\n---\n"
# What a source may use, as the tests set it, and a little for starting Python.
_LIMIT_S = 2
_STARTING_S = 15
_SHARES = 6

READ = """
import json, sys
from pathlib import Path
from tools.check.site import list_sources, open_site

folder = Path(sys.argv[1])
run = open_site(folder / "settings.py", folder / "content")
for path in list_sources(folder / "content"):
    run.read(path)
json.dump(sorted({problem.code for problem in run.build.problems}), sys.stdout)
"""


def write(folder: Path, name: str, body: str) -> Path:
    path = folder / "content/2026" / name / "index.md"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD.format(n=name) + body, "utf-8")
    return path


def bound(seconds: int) -> None:
    """Let the system end this process when it has computed so long."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def read_within_bounds(folder: Path, names: list[str]) -> set[str]:
    """Return the codes of the problems that reading these bombs tells.

    Not asserted by a clock: a process that computes too long is killed, and gives no answer.
    """
    (folder / "settings.py").write_text(
        f"import sys\nsys.path.insert(0, {str(PROJECT)!r})\nfrom pelicanconf import *\n"
        f"LIMITS = {{'cpu_s': {_LIMIT_S}}}\n",
        "utf-8",
    )
    for number, name in enumerate(names):
        write(folder, f"bom-{number:03}", BOMBS[name])
    # Checks of the source, then its HTML: each is bounded by itself.
    most = len(names) * (2 * _LIMIT_S + 2) + _STARTING_S
    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder)],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: bound(most),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_signs_that_are_repeated_end_no_build_and_take_no_minutes(tmp_path: Path) -> None:
    names = [f"line {sign!r}" for sign in SUSPECTS] + ["block '!['"]
    assert {"nested-deep", "source-slow"} <= read_within_bounds(tmp_path, names)


@pytest.mark.nightly
@pytest.mark.parametrize("share", range(_SHARES))
def test_no_sign_that_is_repeated_takes_minutes(tmp_path: Path, share: int) -> None:
    read_within_bounds(tmp_path, list(BOMBS)[share::_SHARES])


def test_a_build_of_bombs_tells_them_all_at_once(tmp_path: Path) -> None:
    bombs = {
        "dong": "a" * 20_001,
        "nang": "a\n" * 300_000,
        "the": "<div>\n" * 10_000 + "x",
        "danh-sach": "\n".join("    " * n + "- x" for n in range(100)),
        "trich": ">" * 10_000 + " x",
        "in-dam": "<p>" + "".join(f'\n<b id="b{n}">' for n in range(2000)) + "\n<p>x" * 2000,
    }
    for name, body in bombs.items():
        write(tmp_path, name, body)
    # One line of ten megabytes, as an export may write it.
    with write(tmp_path, "muoi-mb", "").open("ab") as file:
        file.write(b"a" * 10_000_000)
    done = Pelican(settings=PROJECT / "pelicanconf.py").run(
        tmp_path / "content", tmp_path / "output", "--fatal=errors"
    )
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Traceback" not in told
    assert not (tmp_path / "output/index.html").exists()
    place = "content/2026/{}/index.md:{} — {}\n"
    nested = "Danh sách, trích dẫn hoặc thẻ HTML lồng nhau quá 40 tầng."
    large = "Tệp nặng hơn 512 KiB, không phải một bài viết."
    assert place.format("dong", 7, "Dòng dài hơn 20000 ký tự.") in told
    assert place.format("nang", 1, large) in told
    assert place.format("muoi-mb", 1, large) in told
    for name in ("the", "danh-sach", "trich", "in-dam"):
        assert place.format(name, 7, nested) in told


def test_what_is_nested_as_deep_as_may_be_is_built_whole(tmp_path: Path) -> None:
    write(tmp_path, "trich", ">" * 38 + " Đáy.")
    write(tmp_path, "danh-sach", "\n".join("    " * n + f"- Tầng {n}." for n in range(19)))
    write(tmp_path, "the", "<div>" * 38 + "Đáy." + "</div>" * 38)
    done = Pelican(settings=PROJECT / "pelicanconf.py").run(
        tmp_path / "content", tmp_path / "output", "--fatal=errors"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for name, deepest in (("trich", "Đáy."), ("danh-sach", "Tầng 18."), ("the", "Đáy.")):
        folder = tmp_path / f"output/2026/01/20/{name}"
        assert deepest in (folder / "index.html").read_text("utf-8")
        assert (folder / f"{name}.pdf").stat().st_size > 5000
