"""The commands that bring a site to another machine: rsync over SSH, or rclone to a bucket."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# A page may name a file only once that file is there; what is gone is removed last of all.
_FIRST = ("assets/**", "photos/**")


def rsync_commands(output: Path, host: str, root: str, release: str) -> list[list[str]]:
    """Return the commands that copy a release over SSH and switch to it.

    Unchanged files are shared with the release that is current there.
    """
    folder = f"{root}/releases/{release}"
    quoted = shlex.quote(folder)
    prepare = f"mkdir -p {quoted}"
    new = shlex.quote(f"{root}/.current-new")
    link = shlex.quote(f"{root}/current")
    switch = f"ln -sfn {shlex.quote(f'releases/{release}')} {new} && mv -Tf {new} {link}"
    copy = ["rsync", "--archive", "--delete", "--checksum", f"--link-dest={root}/current/"]
    # What an open window may still ask for is carried over from the release before.
    keep = (
        f"for d in assets photos; do if [ -d {link}/$d ]; then "
        f"mkdir -p {quoted}/$d && cp -aln {link}/$d/. {quoted}/$d/; fi; done"
    )
    return [
        ["ssh", host, prepare],
        [*copy, f"{output}/", f"{host}:{folder}/"],
        ["ssh", host, keep],
        ["ssh", host, switch],
    ]


def rclone_commands(output: Path, remote: str) -> list[list[str]]:
    """Return the commands that bring a site to a bucket: new files, then pages, then removals.

    A bucket has no switch: this order never shows a page without its files.
    """
    first = [argument for pattern in _FIRST for argument in ("--include", pattern)]
    kept = [argument for pattern in _FIRST for argument in ("--exclude", pattern)]
    return [
        ["rclone", "copy", "--checksum", *first, f"{output}/", remote],
        ["rclone", "copy", "--checksum", f"{output}/", remote],
        ["rclone", "sync", "--checksum", *kept, f"{output}/", remote],
    ]
