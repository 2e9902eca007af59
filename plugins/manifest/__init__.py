"""The SHA-256 of every published file, so that a live site can be compared with what was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.manifest.lines import NAME, render_manifest

if TYPE_CHECKING:
    from plugins.core.build import Build


def write_manifest(build: Build) -> None:
    """Write the manifest; not in a preview, which nobody deploys."""
    if not build.is_production:
        return
    places = [place for place in build.output.places() if place != NAME]
    sums = {place: build.output.sum_of(place) for place in places}
    build.output.write(NAME, render_manifest(sums).encode())


def register() -> None:
    pipeline.on_written(write_manifest)
