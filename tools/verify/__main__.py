"""`make verify URL=…`: asks a live site for each file of the manifest, and names what differs."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.manifest.lines import NAME, ManifestError, read_manifest
from tools.verify.comparing import Difference, compare, find_new_path

_WORKERS = 8
_SHOWN = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="verify", description=__doc__)
    parser.add_argument("url", help="địa chỉ của trang / the site's address: https://…")
    parser.add_argument("--output", type=Path, default=Path("output"))
    options = parser.parse_args()
    if not options.url.startswith(("http://", "https://")):
        parser.error("URL phải bắt đầu bằng https:// / must begin with https://")
    try:
        sums = read_manifest((options.output / NAME).read_text("utf-8"))
    except (FileNotFoundError, ManifestError) as error:
        print(f"Chưa có bản đăng: hãy chạy “make publish” trước ({error}).", file=sys.stderr)
        print("There is no manifest: run “make publish” first.", file=sys.stderr)
        return 2
    return report(check_all(options.url.rstrip("/"), sums, options.output), len(sums))


def check_all(url: str, sums: dict[str, str], output: Path) -> list[Difference]:
    """Return every file that the live site gives otherwise, in the manifest's order."""
    # Hosts read these themselves and give them to nobody.
    asked = {n: s for n, s in sums.items() if n not in {".htaccess", "_headers", "_redirects"}}
    # Packed copies are what hosts send instead of a file, not files that are asked for.
    asked = {n: s for n, s in asked.items() if not n.endswith((".br", ".gz", ".zst"))}
    with ThreadPoolExecutor(_WORKERS) as pool:
        found = pool.map(
            lambda name: compare(url, name, asked[name], find_new_path(output / name)), asked
        )
        return [difference for difference in found if difference is not None]


def report(differences: list[Difference], total: int) -> int:
    for one in differences[:_SHOWN]:
        print(f"{one.name}: {one.reason}")
    if len(differences) > _SHOWN:
        print(f"… và {len(differences) - _SHOWN} tệp nữa / and more")
    if differences:
        print(f"Khác {len(differences)} trên {total} tệp / files differ.")
        return 1
    print(f"Trang đang chạy giống hệt bản đã dựng ({total} tệp) / the live site is what was built.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
