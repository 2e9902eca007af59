"""The SHA-256 of every published file, so that a live site can be compared with what was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.artifacts import write_atomically
from plugins.core.workers import map_in_order
from plugins.manifest.lines import NAME, render_manifest, sha256_of

if TYPE_CHECKING:
    from plugins.core.build import Build


def write_manifest(build: Build) -> None:
    """Write the manifest; not in a preview, which nobody deploys."""
    if not build.is_production:
        return
    output = build.output_dir
    manifest = output / NAME
    paths = sorted(p for p in output.rglob("*") if p.is_file() and p != manifest)
    sums = map_in_order(sha256_of, paths, label="Tính mã kiểm")
    names = [path.relative_to(output).as_posix() for path in paths]
    write_atomically(manifest, render_manifest(dict(zip(names, sums, strict=True))).encode())


def register() -> None:
    pipeline.on_written(write_manifest)
