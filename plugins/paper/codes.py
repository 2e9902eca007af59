"""QR codes by their addresses: each is worked out once, for this build and those after it."""

from __future__ import annotations

import marshal
from contextlib import suppress
from typing import TYPE_CHECKING

from plugins.core.artifacts import write_atomically
from plugins.core.forking import map_forked
from plugins.paper.qr import Modules, encode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_VERSION = 1


def find_codes(addresses: Iterable[str], memory: Path) -> dict[str, Modules]:
    """Return the modules of each address's code; `memory` keeps those, and no others.

    Finding the best of a code's eight masks takes some milliseconds: seconds for a whole site.
    """
    wanted = dict.fromkeys(addresses)
    known = _remember(memory)
    codes = {address: Modules(*known[address]) for address in wanted if address in known}
    new = [address for address in wanted if address not in known]
    codes |= zip(new, map_forked(encode, new), strict=True)
    if new or len(known) > len(codes):
        kept = {address: (code.width, code.bits) for address, code in codes.items()}
        write_atomically(memory, marshal.dumps((_VERSION, kept)))
    return codes


def _remember(memory: Path) -> dict[str, tuple[int, bytes]]:
    """Return what was kept; nothing where that is lost, cut off or of another time."""
    with suppress(OSError, EOFError, ValueError, TypeError):
        version, codes = marshal.loads(memory.read_bytes())  # noqa: S302 - our own file, in our own folder
        if version == _VERSION:
            return dict(codes)
    return {}
