"""The QR code that leads from paper back to the page, drawn where a template shows it."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

import segno

# Longer ones become two lines.
_LONGEST_RUN = 9
_LETTERS = str.maketrans("01", "wb")


class Modules(NamedTuple):
    """A code's modules, row by row: a bit each, 1 for dark, at the end of `bits`."""

    width: int
    bits: bytes


class QrCode(NamedTuple):
    """A code with its title for those who do not see it; templates write it as SVG."""

    modules: Modules
    title: str

    def __html__(self) -> str:
        """Return the SVG, to be put into a page: no inline style, nothing but lines of modules.

        The quiet zone is the page's white around it.
        """
        width = self.modules.width
        return (
            f'<svg role="img" viewBox="0 0 {width} {width}" class="paper-source__code">'
            f"<title>{escape(self.title, quote=False)}</title>"
            f'<path stroke="#000" d="{_lines(self.modules)}"/></svg>'
        )


def encode(address: str) -> Modules:
    """Return an address as modules. Level M (15 % may be smudged) suits paper."""
    rows = segno.make_qr(address, error="m", boost_error=False).matrix
    text = "".join("1" if module else "0" for row in rows for module in row)
    return Modules(len(rows), int(text, 2).to_bytes(-(-len(text) // 8), "big"))


def _lines(modules: Modules) -> str:
    """Return an SVG path through the dark modules, each row's along its middle."""
    width = modules.width
    text = f"{int.from_bytes(modules.bits, 'big'):0{width * width}b}".translate(_LETTERS)
    rows = (text[start : start + width].rstrip("w") for start in range(0, width * width, width))
    path = "".join(f"M0 {y}.5{row}" for y, row in enumerate(rows))
    # All runs of one length at once: a loop over the runs takes several times as long.
    for length in range(_LONGEST_RUN, 0, -1):
        path = path.replace("b" * length, f"h{length}").replace("w" * length, f"m{length} 0")
    return path
