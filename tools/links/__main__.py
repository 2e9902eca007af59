"""`make links`: names each dead link to another site, with the pages it stands on."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.links.asking import find_fault
from tools.links.collecting import collect_links

_WORKERS = 8
_SHOWN_PAGES = 3


def main() -> int:
    parser = argparse.ArgumentParser(prog="links", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--own", action="append", default=[], help="máy chủ của mình / own host")
    options = parser.parse_args()
    links = collect_links(options.output, options.own)
    with ThreadPoolExecutor(_WORKERS) as pool:
        faults = list(pool.map(find_fault, links))
    dead = [(url, fault) for url, fault in zip(links, faults, strict=True) if fault]
    for url, fault in dead:
        pages = links[url]
        more = f" (+{len(pages) - _SHOWN_PAGES})" if len(pages) > _SHOWN_PAGES else ""
        print(f"{url}\n  {fault}\n  {', '.join(pages[:_SHOWN_PAGES])}{more}")
    print(f"{len(links)} liên kết ra ngoài, {len(dead)} không mở được / links, dead ones")
    # Other sites come and go: that must never stop ours.
    return 0


if __name__ == "__main__":
    sys.exit(main())
