"""The commands that bring a site to another machine: rsync over SSH, or rclone to a bucket."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from plugins.manifest.lines import NAME
from tools.deploy.releases import KEPT_FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

# A page may name a file only once that file is there; what is gone is removed last of all.
_FIRST = tuple(f"{folder}/**" for folder in KEPT_FOLDERS)
# The lines of a manifest that name such a file: all but the name is cut off.
_KEPT_NAMES = rf"s,^[0-9a-f]{{64}}  (({'|'.join(KEPT_FOLDERS)})/),\1,p"


def rsync_commands(
    output: Path, host: str, root: str, release: str, keep: int = 5
) -> list[list[str]]:
    """Return the commands that copy a release over SSH, switch to it, and remove the oldest.

    Unchanged files are shared with the release that is current there. They need GNU's tools there.
    """
    folder = f"{root}/releases/{release}"
    quoted = shlex.quote(folder)
    prepare = f"mkdir -p {quoted}"
    new = shlex.quote(f"{root}/.current-new")
    link = shlex.quote(f"{root}/current")
    switch = f"ln -sfn {shlex.quote(f'releases/{release}')} {new} && mv -Tf {new} {link}"
    copy = ["rsync", "--archive", "--delete", "--checksum", f"--link-dest={root}/current/"]
    folders = shlex.quote(f"{root}/releases")
    # What an open window may still ask for: all that the kept releases were built with.
    carry = (
        f"touch {quoted} && cd {folders} && for r in $(ls -t | head -n {keep + 1}); do "
        f"(cd $r && sed -nE '{_KEPT_NAMES}' {NAME} | "
        f"xargs -r -d '\\n' cp -aln --parents -t {quoted}); done; :"
    )
    prune = (
        f"cd {folders} && ls -t | tail -n +{keep + 1} | while read -r r; do "
        f'[ "releases/$r" = "$(readlink ../current)" ] || rm -rf -- "$r"; done'
    )
    return [
        ["ssh", host, prepare],
        [*copy, f"{output}/", f"{host}:{folder}/"],
        ["ssh", host, carry],
        ["ssh", host, switch],
        ["ssh", host, prune],
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
