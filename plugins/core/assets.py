"""The theme's static files: styles and scripts joined, all under a folder named by its content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.scripts import ROOT, bundle_scripts

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.output import Output

_IMPORT = re.compile(r'@import\s+url\("([^"]+)"\)\s*(?:layer\(([\w-]+)\))?\s*;')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_GAP = re.compile(r"\s*\n\s*")
_BUNDLE = "css/site.css"
_SCRIPTS = "js/"


class AssetError(FileNotFoundError):
    """A stylesheet imports a file that is not there."""


def bundle_css(path: Path) -> str:
    """Return a stylesheet with its imports in place, each in its layer, without comments.

    The order of the cascade is that of the imports; `url()`s must be relative to this file.
    """
    whole = _IMPORT.sub(lambda m: _imported(path.parent / m[1], m[2]), path.read_text("utf-8"))
    return _GAP.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"


def _imported(path: Path, layer: str | None) -> str:
    if not path.is_file():
        message = f"{path.name}: tệp CSS không có / the imported stylesheet is missing"
        raise AssetError(message)
    text = path.read_text("utf-8")
    return f"@layer {layer} {{\n{text}\n}}" if layer else text


def read_assets(static_dir: Path) -> dict[str, bytes]:
    """Return what is published of the theme's static folder, by its place in it.

    The parts of the joined stylesheet and scripts are left out: nothing asks for them.
    """
    files = {p.relative_to(static_dir).as_posix(): p for p in sorted(static_dir.rglob("*"))}
    kept = {
        place: path.read_bytes()
        for place, path in files.items()
        if path.is_file() and not (place.startswith("css/") and place.endswith(".css"))
    }
    if (static_dir / _BUNDLE).is_file():
        kept[_BUNDLE] = bundle_css(static_dir / _BUNDLE).encode()
    return _with_scripts_joined(kept)


def _with_scripts_joined(assets: dict[str, bytes]) -> dict[str, bytes]:
    scripts = {p.removeprefix(_SCRIPTS): p for p in assets if p.startswith(_SCRIPTS)}
    if ROOT not in scripts:
        return assets
    bundles = bundle_scripts({name: assets[place].decode() for name, place in scripts.items()})
    inside = {scripts[name] for name in bundles.inside}
    kept = {place: data for place, data in assets.items() if place not in inside}
    return kept | {f"{_SCRIPTS}{name}": text.encode() for name, text in bundles.files.items()}


def publish_assets(static_dir: Path, output: Output) -> dict[str, str]:
    """Write the assets to `assets/<digest>/` of the output; return each one's place there.

    One digest names the folder of all: relative addresses in stylesheets and modules stay true,
    and every file may be cached for ever.
    """
    assets = read_assets(static_dir)
    key = digest(*(part for place, data in sorted(assets.items()) for part in (place, data)))[:12]
    places = {place: f"assets/{key}/{place}" for place in assets}
    for place, data in assets.items():
        output.write(places[place], data)
    return places
