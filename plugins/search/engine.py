"""The engine: Pagefind's program, which npm has installed by version and checksum."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "windows"}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "arm64": "arm64", "aarch64": "arm64"}
# Of what the engine writes, pages ask for these; the rest are interfaces of its own.
_KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind")
_KEPT_FOLDERS = ("filter", "fragment", "index")
# Its script goes on without a piece of the index that did not arrive, as if nothing were there.
_SWALLOWED = re.compile(r'("load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)')
_SWALLOWED_PLACES = 2


class EngineError(RuntimeError):
    """The engine did not make an index; the message is its own."""


def find_engine(project_dir: Path, given: str) -> Path | None:
    """Return the program's path: the one given, else npm's for this machine; None without one."""
    path = project_dir / (given or _place_in_node_modules())
    return path if path.is_file() else None


def _place_in_node_modules() -> str:
    system = _SYSTEMS.get(sys.platform, sys.platform)
    machine = _MACHINES.get(platform.machine().lower(), platform.machine())
    ending = ".exe" if system == "windows" else ""
    return f"node_modules/@pagefind/{system}-{machine}/bin/pagefind_extended{ending}"


def run_engine(engine: Path, staged: Path, lang: str, target: Path) -> None:
    """Make the index of the staged files in `target`, without what no page asks for."""
    made = target.with_name(f"{target.name}-whole")
    command = [str(engine), "--site", str(staged), "--output-path", str(made)]
    done = subprocess.run(  # noqa: S603 - the program is pinned by checksum, or the office's own
        [*command, "--force-language", lang, "--quiet"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (made / "pagefind-entry.json").is_file():
        raise EngineError((done.stderr or done.stdout).strip())
    target.mkdir()
    for pattern in _KEPT:
        for path in made.glob(pattern):
            path.rename(target / path.name)
    for name in _KEPT_FOLDERS:
        if (made / name).is_dir():
            (made / name).rename(target / name)
    shutil.rmtree(made)
    let_errors_through(target / "pagefind.js")


def let_errors_through(script: Path) -> None:
    """Change the engine's script so that a page hears of a piece that cannot be loaded."""
    changed, places = _SWALLOWED.subn(r"\1", script.read_text("utf-8"))
    if places != _SWALLOWED_PLACES:
        raise EngineError("pagefind.js: another version")
    script.write_text(changed, "utf-8")
