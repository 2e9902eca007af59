"""Whether the code and the settings that a process has read are still those on the disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plugins.core.folders import Files, scan
from plugins.core.placing import Stamp, stamp_of

_PLUGINS = Path(__file__).resolve().parents[1]
_COMPILED = "__pycache__"
_CLOCKS_GRAIN_NS = 2_000_000_000

_Look = tuple[dict[str, Files], dict[str, Stamp | None]]


class Originals:
    """The files of the modules that this process has, and all below plugins/.

    What was edited as the process began may have been read before or after: it counts as changed
    from the second question on. Python's own files and the libraries do not count.
    """

    def __init__(self, began_ns: int) -> None:
        self._modules = sorted(_own_modules())
        self._known: _Look | None = self._look()
        self._is_doubtful = _newest(self._known) > began_ns - _CLOCKS_GRAIN_NS

    def have_changed(self) -> bool:
        """Tell whether a process that is started now could read anything else."""
        if self._look() != self._known:
            return True
        if self._is_doubtful:
            # A process that is started for the first build had no better chance.
            self._known = None
        return False

    def _look(self) -> _Look:
        folders = scan(str(_PLUGINS)).folders
        code = {place: files for place, files in folders.items() if _COMPILED not in place}
        return code, {path: _stamp(path) for path in self._modules}


def _own_modules() -> set[str]:
    """Return the files of the modules that are neither Python's nor a library's."""
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    elsewhere = (f"{sys.prefix}{os.sep}", f"{sys.base_prefix}{os.sep}", f"{_PLUGINS}{os.sep}")
    return {str(Path(f).absolute()) for f in files if f and not f.startswith(elsewhere)}


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116 - at each request: no Path
    except OSError:
        return None


def _newest(look: _Look) -> int:
    """Return when a file was last changed, in ns."""
    code, modules = look
    stamps = [stamp for files in code.values() for _, stamp in files]
    stamps += [stamp for stamp in modules.values() if stamp]
    return max((stamp[1] for stamp in stamps), default=0)
