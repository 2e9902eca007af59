"""The theme's font and colours, as it has them by day, for what is drawn at build."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FONT = "fonts/BeVietnamPro-Bold.ttf"
_COLOURS = ("brand", "on-brand", "accent", "text", "surface")


@dataclass(frozen=True, slots=True)
class Style:
    """The bold font, the bytes of its file, and the colours, as "#rrggbb"."""

    bold: bytes
    brand: str
    on_brand: str
    accent: str
    ink: str
    paper: str


def load_style(theme_dir: Path) -> Style:
    """Return the theme's style. Raises FileNotFoundError or KeyError for what it lacks."""
    tokens = (theme_dir / "static/css/tokens.css").read_text("utf-8")
    colours = [_read_colour(tokens, name) for name in _COLOURS]
    return Style((theme_dir / _FONT).read_bytes(), *colours)


def _read_colour(tokens: str, name: str) -> str:
    found = re.search(rf"--color-{name}:\s*(#[0-9a-f]{{3,6}})\b", tokens)
    if found is None:
        raise KeyError(f"--color-{name}")
    return found[1]
