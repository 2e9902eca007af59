"""The whole site is the same, file by file, when other machines do the heavy work."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.plugins.core.cluster import run_cluster
from tests.plugins.paper.site import PROJECT, Site, copy_project

if TYPE_CHECKING:
    from pathlib import Path

_SPEECH = {"recordings": 2}


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.nightly
def test_a_cluster_builds_the_same_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    here = Site(tmp_path / "here", project, PROJECT / "content")
    there = Site(tmp_path / "there", project, PROJECT / "content")
    here.build_well(SPEECH=_SPEECH)
    # Workers have the code, and neither theme nor content nor output.
    shutil.copytree(project / "plugins", tmp_path / "far" / "plugins")
    with run_cluster(tmp_path / "machines", "one", "two", project=tmp_path / "far") as cluster:
        workers = {"scheduler": cluster.address, "required": True, "patience_s": 60}
        there.build_well(SPEECH=_SPEECH, WORKERS=workers)
    built = files_of(there.output)
    assert {name.rpartition(".")[2] for name in built} >= {"pdf", "mp3", "avif", "jpg", "html"}
    assert built == files_of(here.output)
