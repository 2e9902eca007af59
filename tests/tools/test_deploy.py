"""A deployment shows the old site or the new one, whole, whatever happens while it runs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.manifest.lines import NAME, read_manifest, render_manifest, sha256_of
from tools.deploy.releases import DeployError, Releases, check_output
from tools.deploy.remote import rclone_commands, rsync_commands

PROJECT = Path(__file__).parents[2]


def build(folder: Path, version: str, pages: int = 5) -> Path:
    """Make a built site: pages of this version, one asset of it, one photo of all versions."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {f"{n}/index.html": f"{version} {n}" for n in range(pages)}
    files |= {f"assets/{version}/site.css": version, "photos/a.jpg": "photo"}
    files |= {f"search-index/{version}/site.css": version}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    sums = {name: sha256_of(folder / name) for name in files}
    (folder / NAME).write_text(render_manifest(sums), "utf-8")
    return folder


def is_whole(site: Path) -> bool:
    sums = read_manifest((site / NAME).read_text("utf-8"))
    return all(sha256_of(site / name) == wanted for name, wanted in sums.items())


def test_a_deployment_switches_and_keeps_what_open_windows_may_ask_for(tmp_path: Path) -> None:
    releases = Releases(tmp_path / "srv")
    releases.publish(build(tmp_path / "out", "one"))
    releases.publish(build(tmp_path / "out", "two"))
    assert is_whole(releases.link)
    assert (releases.link / "0/index.html").read_text() == "two 0"
    assert (releases.link / "assets/one/site.css").read_text() == "one"
    photos = [releases.folder / name / "photos/a.jpg" for name in releases.names()]
    assert photos[0].samefile(photos[1])


def test_what_no_kept_release_was_built_with_is_gone(tmp_path: Path) -> None:
    releases = Releases(tmp_path / "srv", keep=2)
    for number in range(4):
        releases.publish(build(tmp_path / "out", f"v{number}"))
    # A page of the release before may be open still; a photo taken back must go one day.
    names = {p.relative_to(releases.link).as_posix() for p in releases.link.rglob("*.css")}
    assert names == {
        f"{folder}/v{n}/site.css" for folder in ("assets", "search-index") for n in (1, 2, 3)
    }


def test_going_back_shows_the_release_before(tmp_path: Path) -> None:
    releases = Releases(tmp_path / "srv")
    first = releases.publish(build(tmp_path / "out", "one"))
    releases.publish(build(tmp_path / "out", "two"))
    assert releases.roll_back() == first == releases.current()
    assert (releases.link / "0/index.html").read_text() == "one 0"
    with pytest.raises(DeployError, match="không có bản nào trước"):
        releases.roll_back()


def test_old_releases_go_but_never_the_current_one(tmp_path: Path) -> None:
    releases = Releases(tmp_path / "srv", keep=2)
    for number in range(4):
        releases.publish(build(tmp_path / "out", f"v{number}"))
    assert [name.partition("-")[0] for name in releases.names()] == ["000003", "000004"]
    assert is_whole(releases.link)


def test_a_site_that_is_not_what_was_built_is_not_deployed(tmp_path: Path) -> None:
    output = build(tmp_path / "out", "one")
    (output / "0/index.html").write_text("changed")
    with pytest.raises(DeployError, match=r"không còn như lúc dựng \(0/index\.html\)"):
        check_output(output)
    with pytest.raises(DeployError, match="make publish"):
        check_output(tmp_path)


@pytest.mark.parametrize("moment", range(12))
def test_a_kill_leaves_the_old_site_or_the_new_one_and_the_next_try_mends(
    tmp_path: Path, moment: int
) -> None:
    releases = Releases(tmp_path / "srv")
    releases.publish(build(tmp_path / "old", "old", pages=150))
    output = build(tmp_path / "out", "new", pages=150)
    command = [sys.executable, "-m", "tools.deploy", str(releases.root), "--output", str(output)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL) as process:
        # The moments lie where a copy has begun: its folder is there, and some files in it.
        wait_for_files(releases.folder, process, moment * 14)
        process.send_signal(signal.SIGKILL)
    assert is_whole(releases.link)
    assert (releases.link / "0/index.html").read_text() in {"old 0", "new 0"}
    releases.publish(output)
    assert is_whole(releases.link)
    assert (releases.link / "0/index.html").read_text() == "new 0"
    assert not list(releases.folder.glob(".coming-*"))


def wait_for_files(folder: Path, process: subprocess.Popen[bytes], count: int) -> None:
    while process.poll() is None:
        coming = list(folder.glob(".coming-*"))
        # Unlike rglob, walk does not mind a folder that is renamed under its feet.
        if coming and sum(len(files) for _, _, files in os.walk(coming[0])) >= count:
            return
        time.sleep(0.001)


def test_over_ssh_the_switch_comes_last_and_nothing_can_slip_into_the_shell() -> None:
    commands = rsync_commands(Path("output"), "web@host", "/srv/a b;rm", "abc")
    assert [command[0] for command in commands] == ["ssh", "rsync", "ssh", "ssh", "ssh"]
    assert commands[-2][2] == (
        "ln -sfn releases/abc '/srv/a b;rm/.current-new' && "
        "mv -Tf '/srv/a b;rm/.current-new' '/srv/a b;rm/current'"
    )


def run_as_if_remote(commands: list[list[str]]) -> None:
    """Run what SSH would on the other machine here, and copy as rsync does."""
    for command in commands:
        if command[0] == "ssh":
            subprocess.run(["/bin/sh", "-c", command[2]], check=True)
        else:
            source, target = command[-2], command[-1].partition(":")[2]
            subprocess.run(["cp", "-a", f"{source}.", target], check=True)


def test_over_ssh_releases_switch_carry_over_and_go_as_in_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "srv một"
    for number in range(4):
        output = build(tmp_path / "out", f"v{number}")
        run_as_if_remote(rsync_commands(output, "web@host", str(root), f"{number:012x}", keep=2))
        assert is_whole(root / "current")
        # A clock of whole seconds would not tell which release is newer.
        for age, release in enumerate(sorted((root / "releases").iterdir(), reverse=True)):
            os.utime(release, (1_000_000 - age, 1_000_000 - age))
    assert (root / "current/0/index.html").read_text() == "v3 0"
    assert sorted(p.name for p in (root / "releases").iterdir()) == ["000000000002", "000000000003"]
    kept = sorted(p.name for p in (root / "current/assets").iterdir())
    assert kept == ["v1", "v2", "v3"]
    assert (root / "current/search-index/v2/site.css").read_text() == "v2"


def test_to_a_bucket_files_come_before_pages_and_removals_last() -> None:
    steps = [command[1] for command in rclone_commands(Path("output"), "s3:tin")]
    assert steps == ["copy", "copy", "sync"]


@pytest.mark.parametrize("target", ["srv", "ssh:host", "ssh:-oProxyCommand=x:/srv", "ftp:x"])
def test_a_target_of_no_kind_is_refused(target: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.deploy", target, "--output", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "không phải là nơi nhận" in done.stderr
