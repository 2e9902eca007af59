"""What a process prints with: the theme's styles and fonts, sent to each worker once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.paper.libraries import tell_versions

if TYPE_CHECKING:
    from collections.abc import Mapping

THEME = "https://theme.invalid/"
STYLESHEETS = ("static/css/tokens.css", "static/css/print.css", "paper/paper.css")
_FONTS = "fonts/*.ttf"
_RECIPE = (
    *("engine.py", "fetching.py", "fonts.py", "fontconfig.xml", "markup.py", "overflow.py"),
    *("press.py", "sheet.py", "tagging.py"),
)
_PACKAGES = (
    *("weasyprint", "cssselect2", "pydyf", "pyphen", "tinycss2", "tinyhtml5"),
    *("fonttools", "lxml", "pillow"),
)


# By identity: a process that prints knows one, and its files are long.
@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """The theme's files for paper by their addresses; `key` stands for all that shapes a PDF."""

    files: Mapping[str, bytes]
    key: str


def load_press(theme_dir: Path) -> Press:
    """Return the press of a theme."""
    paths = [theme_dir / place for place in STYLESHEETS] + sorted(theme_dir.glob(_FONTS))
    files = {f"{THEME}{p.relative_to(theme_dir).as_posix()}": p.read_bytes() for p in paths}
    recipe = [Path(__file__).with_name(name).read_bytes() for name in _RECIPE]
    parts = (part for pair in files.items() for part in pair)
    return Press(files, digest(repr(list_versions()), *recipe, *parts))


def list_versions() -> dict[str, str]:
    """Return the versions of what draws: others may draw other bytes."""
    return {name: version(name) for name in _PACKAGES} | {"pango harfbuzz": tell_versions()}
