"""The same content gives the same bytes: in any folder, on any clock, at any number of cores."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.site.building import HERE, NOW, PROJECT, copy_content

if TYPE_CHECKING:
    from pathlib import Path

# Two hours later, in another zone and language, and on one core only.
ELSEWHERE = {
    "SOURCE_DATE_EPOCH": str(int(NOW) + 7200),
    "TZ": "America/New_York",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "PYTHONUTF8": "1",
}


def sums_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def use_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def test_a_build_elsewhere_gives_the_same_tree(output: Path, tmp_path: Path) -> None:
    folder = tmp_path / "một nơi khác"
    copy_content(folder / "content")
    command = [sys.executable, "-m", "pelican", str(folder / "content")]
    command += ["--output", str(folder / "output"), "--settings", str(HERE / "siteconf.py")]
    command += ["--extra-settings", f'CACHE_DIR="{folder / "cache"}"', "--fatal=warnings"]
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=os.environ | ELSEWHERE,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=use_one_core,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sums_of(folder / "output") == sums_of(output)
