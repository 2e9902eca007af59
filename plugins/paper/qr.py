"""The QR code that leads from paper back to the page."""

from __future__ import annotations

import segno


def draw_qr(address: str, title: str) -> str:
    """Return an SVG of the address, to be put into a page: no inline style, a title for all.

    Level M (15 % may be smudged) suits paper; the quiet zone is the page's white around it.
    """
    code = segno.make_qr(address, error="m", boost_error=False)
    return code.svg_inline(
        border=0, omitsize=True, svgclass="paper-source__code", lineclass=None, title=title
    ).replace("<svg ", '<svg role="img" ', 1)
