"""Sheets become PDFs in worker processes; what the cache has is not made again."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from plugins.core.workers import map_in_order
from plugins.paper import cache
from plugins.paper.sheet import Press, Printed, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.paper.engine import Engine

_COMPLAINED = "complained"


def print_sheets(press: Press, sheets: Sequence[Sheet], workers: int | None) -> list[Printed]:
    """Return the PDF of each sheet, in order."""
    found = cache.find(press.cache_dir, (sheet.key for sheet in sheets))
    missing = list({s.key: s for s in sheets if s.key not in found}.values())
    made = map_in_order(
        partial(print_sheet, press), missing, label="PDF", processes=True, workers=workers
    )
    found |= {sheet.key: printed for sheet, printed in zip(missing, made, strict=True)}
    return [found[sheet.key] for sheet in sheets]


def print_sheet(press: Press, sheet: Sheet) -> Printed:
    """Make one PDF. One that WeasyPrint complained about is kept apart, to be made again."""
    pdf, pages, complaints = _engine(press).print(sheet)
    folder = press.cache_dir / _COMPLAINED if complaints else press.cache_dir
    return Printed(cache.keep(folder, sheet.key, pages, pdf), pages, complaints)


@lru_cache(maxsize=1)
def _engine(press: Press) -> Engine:
    # Loaded only where something is printed: it takes half a second, and Pango may be missing.
    from plugins.paper.engine import Engine  # noqa: PLC0415

    return Engine(press)
