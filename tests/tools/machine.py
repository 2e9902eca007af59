"""A stand-in for a machine: a folder, and the only commands that scripts find there.

Package managers reach the network, so stand-ins take their place and note their calls.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
GOOD = "exit 0"
BAD = "exit 1"
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
            # What stands here may be a link to this machine's own command, which must stay whole.
            path.unlink(missing_ok=True)
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
