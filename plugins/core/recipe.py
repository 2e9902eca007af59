"""What shapes a build besides the sources and the theme: settings, code, libraries."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGINS = Path(__file__).resolve().parents[1]
_LIBRARIES = ("pelican", "markdown", "nh3", "lxml", "PyYAML", "jinja2", "markupsafe", "babel")
# An object without a text of its own shows its place in memory, another one in each process.
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def recipe_of(settings: Mapping[str, Any]) -> str:
    """Return a digest of Pelican's settings and of all code that reads and renders."""
    return digest(*_parts(settings))


def _parts(settings: Mapping[str, Any]) -> Iterator[str | bytes]:
    yield sys.version
    for name in _LIBRARIES:
        yield f"{name} {version(name)}"
    for name in sorted(settings):
        yield f"{name}={_tell(settings[name])}"
    for path in sorted({*_PLUGINS.rglob("*.py"), *_others(settings)}):
        yield str(path)
        yield path.read_bytes()


def _tell(value: object) -> str:
    """Return a setting as text: the same one in each process."""
    if isinstance(value, dict):
        return repr([(key, _tell(one)) for key, one in value.items()])
    if isinstance(value, list | tuple):
        return repr([_tell(one) for one in value])
    if isinstance(value, set | frozenset):
        # Their order is another one in each process.
        return repr(sorted(map(_tell, value)))
    if isinstance(value, CodeType):
        # Not by `marshal`, whose bytes depend on who else holds a constant.
        parts = (value.co_code, value.co_names, value.co_varnames, value.co_consts)
        return _tell(parts)
    inside = [getattr(value, name, None) for name in ("__code__", "__defaults__")]
    shown = _tell(inside) if any(inside) else ""
    return _ADDRESS.sub("", repr(value)) + shown


def _others(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the files of plugins from elsewhere."""
    for plugin in settings["PLUGINS"]:
        name = plugin if isinstance(plugin, str) else plugin.__name__
        file = getattr(sys.modules.get(name), "__file__", None)
        if file and not Path(file).is_relative_to(_PLUGINS):
            yield from (
                Path(file).parent.rglob("*.py") if file.endswith("__init__.py") else [Path(file)]
            )
