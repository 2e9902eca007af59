"""`make deploy TO=…`: a folder, a server over SSH, or a bucket; `make rollback TO=…`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from plugins.manifest.lines import NAME
from tools.deploy.releases import DeployError, Releases, check_output
from tools.deploy.remote import rclone_commands, rsync_commands

_USAGE = """\
nơi nhận / where to:
  /srv/cong-tin              thư mục trên máy này / a folder of this machine
  ssh:web@host:/srv/cong-tin máy chủ khác, qua SSH / another server
  rclone:remote:bucket       kho tệp / a bucket (rclone's own name of it)
"""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="deploy",
        description=__doc__,
        epilog=_USAGE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("to", help="nơi nhận / where to")
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--rollback", action="store_true", help="về bản trước / to the one before")
    parser.add_argument("--keep", type=int, default=5, help="số bản giữ lại / releases kept")
    options = parser.parse_args()
    try:
        print(deploy(options))
    except DeployError as error:
        print(f"Không đăng được: {error}", file=sys.stderr)
        return 1
    return 0


def deploy(options: argparse.Namespace) -> str:
    """Deploy as the options say; return what to tell."""
    kind, _, place = options.to.partition(":")
    if kind in {"ssh", "rclone"} and options.rollback:
        raise DeployError("chỉ lùi được với thư mục / only a folder can be rolled back")
    if kind == "ssh":
        return _over_ssh(options.output, place)
    if kind == "rclone":
        check_output(options.output)
        _run_all(rclone_commands(options.output, place))
        return f"Đã đăng lên / deployed to {place}"
    if not options.to.startswith("/"):
        raise DeployError(f"“{options.to}” không phải là nơi nhận / is no target.\n{_USAGE}")
    releases = Releases(Path(options.to), options.keep)
    name = releases.roll_back() if options.rollback else releases.publish(options.output)
    return f"Đang chạy bản / current release: {name}"


def _over_ssh(output: Path, place: str) -> str:
    host, _, root = place.partition(":")
    if not (host and root.startswith("/")) or host.startswith("-"):
        raise DeployError(f"“ssh:{place}” không phải là nơi nhận / is no target.\n{_USAGE}")
    check_output(output)
    release = sha256((output / NAME).read_bytes()).hexdigest()[:12]
    _run_all(rsync_commands(output, host, root, release))
    return f"Đang chạy bản / current release: {release}"


def _run_all(commands: list[list[str]]) -> None:
    program = commands[0][0]
    for needed in {command[0] for command in commands}:
        if shutil.which(needed) is None:
            raise DeployError(f"cần cài {needed} / {needed} is needed")
    for command in commands:
        if subprocess.run(command, check=False).returncode:
            raise DeployError(f"{program} báo lỗi / failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
