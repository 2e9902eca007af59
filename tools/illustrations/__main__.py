"""Draws the photos that tools/illustrations/photos.yml lists and content/ lacks.

Usage: python -m tools.illustrations [--all] [--manifest FILE] [--into FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.illustrations.order import read_orders
from tools.illustrations.scenes import SCENES
from tools.illustrations.studio import picture_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MANIFEST = Path(__file__).with_name("photos.yml")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parse(arguments)
    orders, faults = read_orders(options.manifest, SCENES)
    for fault in faults:
        print(f"{options.manifest}: {fault}", file=sys.stderr)
    for path, order in orders.items():
        file = options.into / path
        if options.all or not file.exists():
            _write(file, picture_of(order))
            print(f"{file}: {order.scene}, {file.stat().st_size // 1024} KB", flush=True)
    return 1 if faults else 0


def _write(file: Path, photo: bytes) -> None:
    """Write a photo at once, so that no build ever reads half of one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_bytes(photo)
    part.replace(file)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.illustrations", description=__doc__)
    parser.add_argument("--all", action="store_true", help="draw photos that exist, too")
    parser.add_argument("--manifest", type=Path, default=MANIFEST)
    parser.add_argument("--into", type=Path, default=Path("content"))
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
