"""The engine: Pagefind's program, which npm has installed by version and checksum."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "windows"}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "arm64": "arm64", "aarch64": "arm64"}
# Of what the engine writes, pages ask for these; the rest are interfaces of its own.
_KEPT = ("pagefind-entry.json", "*.pf_meta", "filter", "fragment", "index")
_PROGRAM = ("pagefind.js", "wasm.*.pagefind")
# What its script is changed in: a pattern, what takes its place, and how often it must be there.
_CHANGES = (
    # It goes on without a piece of the index that did not arrive, as if nothing were in it.
    (r'("load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)', r"\1", 2),
    # It looks for its program beside each index: readers would load it as often.
    (
        r"`\$\{this\.basePath\}(wasm\.\$\{language\}\.pagefind)`",
        r"new URL(`\1`,import.meta.url)",
        1,
    ),
)


PROGRAM_FOLDER = "program"


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


class EngineRun:
    """The engine at work on staged files, on a core of its own, while this process goes on."""

    def __init__(self, engine: Path, staged: Path, lang: str, target: Path) -> None:
        self._target = target
        self._made = target.with_name(f"{target.name}-whole")
        self._said = target.with_name(f"{target.name}-said")
        command = [str(engine), "--site", str(staged), "--output-path", str(self._made)]
        # Into a file: nobody reads a pipe meanwhile, which would be full one day.
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(  # noqa: S603 - the program is pinned by checksum, or the office's own
                [*command, "--force-language", lang, "--quiet"],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    def end(self) -> None:
        """Let it not go on, if it still does."""
        self.process.kill()
        self.process.wait()

    def finish(self) -> None:
        """Wait for the index, and put it into the target, and the program into a folder of it.

        Raises EngineError where none was made.
        """
        status = self.process.wait()
        if status or not (self._made / "pagefind-entry.json").is_file():
            said = self._said.read_text("utf-8", "replace").strip()
            raise EngineError(said or f"status {status}")
        _move(self._made, _KEPT, self._target)
        _move(self._made, _PROGRAM, self._target / PROGRAM_FOLDER)
        shutil.rmtree(self._made)
        change_script(self._target / PROGRAM_FOLDER / "pagefind.js")


def _move(folder: Path, patterns: Iterable[str], target: Path) -> None:
    target.mkdir()
    for pattern in patterns:
        for path in folder.glob(pattern):
            path.rename(target / path.name)


def change_script(path: Path) -> None:
    """Change the engine's script as this site needs it; EngineError where it is another one."""
    text = path.read_text("utf-8")
    for pattern, replacement, count in _CHANGES:
        text, places = re.subn(pattern, replacement, text)
        if places != count:
            raise EngineError("pagefind.js: another version")
    path.write_text(text, "utf-8")
