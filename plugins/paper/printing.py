"""Sheets become PDFs wherever there is a free hand: the task that workers do."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.executor import Task
from plugins.paper.press import Press, list_versions

# Loaded only where something is printed: it takes half a second, and Pango may be missing.
_ENGINE = "plugins.paper.engine"

if TYPE_CHECKING:
    from plugins.paper.engine import Engine
    from plugins.paper.sheet import Print, Sheet


def print_with(press: Press) -> Task[Press, Sheet, Print]:
    """Return the task of printing: WeasyPrint bears no threads."""
    return Task(
        "PDF",
        print_sheet,
        press,
        versions=list_versions,
        own_process=True,
        modules=(_ENGINE,),
    )


def print_sheet(press: Press, sheet: Sheet) -> Print:
    """Return a page's PDF: the same bytes from the same press and sheet, anywhere."""
    return _engine(press).print(sheet)


@lru_cache(maxsize=1)
def _engine(press: Press) -> Engine:
    from plugins.paper.engine import Engine  # noqa: PLC0415 - see `_ENGINE`

    return Engine(press)
