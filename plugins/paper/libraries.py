"""The C libraries that WeasyPrint draws with: which are missing, and how to install them."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0"),
    # WeasyPrint can do without, at twice the time and with other bytes in the fonts.
    "HarfBuzz-Subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0",
    ),
}
_WINDOWS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin"

INSTALL_HINT = """\
máy này thiếu {names} nên không làm được PDF. Hãy cài: /
these are missing, so no PDF can be made. Install them:
  Debian, Ubuntu:  sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          sudo dnf install pango harfbuzz
  macOS:           brew install pango
  Windows (MSYS2): pacman -S mingw-w64-ucrt-x86_64-pango
Hoặc đặt PAPER = {{"required": False}} để dựng trang không có PDF. /
Or set it to build the site without PDFs."""


@lru_cache(maxsize=1)
def find_missing_libraries() -> tuple[str, ...]:
    """Return the names of the libraries that this machine lacks."""
    _see_windows_folders()
    return tuple(name for name, files in _LIBRARIES.items() if _load(files) is None)


@lru_cache(maxsize=1)
def tell_versions() -> str:
    """Return the versions of Pango and HarfBuzz: another one may draw other bytes."""
    pango, harfbuzz = _load(_LIBRARIES["Pango"]), _load(_LIBRARIES["HarfBuzz"])
    if pango is None or harfbuzz is None:
        return "none"
    return f"{_text(pango.pango_version_string)} {_text(harfbuzz.hb_version_string)}"


def _text(function: Callable[[], bytes]) -> str:
    function.restype = ctypes.c_char_p  # type: ignore[attr-defined]  # a function of a C library
    return function().decode()


def _load(files: tuple[str, ...]) -> ctypes.CDLL | None:
    for file in files:
        with suppress(OSError):
            return ctypes.CDLL(file)
    return None


def _see_windows_folders() -> None:
    if sys.platform == "win32":
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS)
        for folder in folders.split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
