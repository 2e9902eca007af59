"""Paper has the theme's fonts only: this machine's own are hidden while WeasyPrint looks."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIABLE = "FONTCONFIG_FILE"
_NO_FONTS = Path(__file__).with_name("fontconfig.xml")


@contextmanager
def hide_system_fonts() -> Iterator[None]:
    """Hide them from whoever looks for fonts meanwhile.

    WeasyPrint does as it is imported, and for each `FontConfiguration`.
    """
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(_NO_FONTS)
    try:
        yield
    finally:
        del os.environ[_VARIABLE]
        if before is not None:
            os.environ[_VARIABLE] = before
