"""A build that is killed at a touch of some folders, at whatever moment that comes."""

from __future__ import annotations

import os
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# The forks that the build has are left to see for themselves that it is gone.
_PROGRAM = dedent("""
    import os, runpy, signal, sys

    left, folders = int(sys.argv.pop(1)), sys.argv.pop(1).split(os.pathsep)
    touches = {
        "open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.link", "sqlite3.connect"
    }

    def die_at_the_moment(event, arguments):
        global left
        if event in touches and any(f"/{one}/" in f"{arguments[0]}/" for one in folders):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die_at_the_moment)
    runpy.run_module("pelican", run_name="__main__", alter_sys=True)
""")


def mortal_pelican(touch: int, *folders: str) -> Sequence[str]:
    """Return how to start a Pelican that dies at the touch of this number, from 1.

    What counts is a file or folder below one that is so called: "output", ".cache/photos".
    """
    return [sys.executable, "-c", _PROGRAM, str(touch), os.pathsep.join(folders)]
