"""The editing page's files: Sveltia bundled whole, so that it fetches nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest, write_atomically
from plugins.core.settings import SettingsError
from plugins.editing import CACHE, PLACE
from plugins.editing.settings import EditingSettings
from tools.editor.configuration import connections, make_config

if TYPE_CHECKING:
    from plugins.core.build import Build

_PAGE = Path(__file__).with_name("page")
_NODE_MODULES = Path("node_modules")
_SVELTIA = _NODE_MODULES / "@sveltia" / "cms"
_ESBUILD = _NODE_MODULES / ".bin" / "esbuild"
_OPTIONS = ("--bundle", "--format=esm", "--splitting", "--minify", "--loader:.json=json")
# Chunks look for the library's fonts and decoders in "../assets/", as in its own package.
_CHUNKS = "--chunk-names=chunks/[name]-[hash]"
_FAR_FONT = re.compile(
    r"https://[\w.]+/fontsource/fonts/(?P<name>[\w-]+)(?::vf)?@[\d.]+/(?P<face>[\w-]+)\.woff2"
)
_STAMP = ".recipe"


def make_page(build: Build) -> Path:
    """Make the page's folder and return it; the bundle is made only when its sources changed.

    Raises SettingsError where the libraries are not installed.
    """
    folder = build.cache_dir / CACHE / PLACE
    recipe = _recipe()
    stamp = folder / _STAMP
    if not stamp.is_file() or stamp.read_text("utf-8") != recipe:
        shutil.rmtree(folder, ignore_errors=True)
        _bundle(folder)
        write_atomically(stamp, recipe.encode())
    settings = build.options_of(EditingSettings)
    page = (_PAGE / "index.html").read_text("utf-8")
    page = page.replace(" {connections}", f" {connections(settings)}".rstrip())
    write_atomically(folder / "index.html", page.encode())
    write_atomically(folder / "config.yml", make_config(build, settings).encode())
    _copy_theme(build.theme_dir / "static", folder / "theme")
    return folder


def _recipe() -> str:
    package = _SVELTIA / "package.json"
    if not (package.is_file() and _ESBUILD.exists()):
        raise SettingsError(
            "Chưa cài trang soạn bài: hãy chạy “make editor”, lệnh ấy tự cài. / "
            "The editing page's libraries are not installed: run “make editor”."
        )
    sources = (path.read_bytes() for path in (package, *sorted(_PAGE.glob("*.js"))))
    return digest(*sources, *_OPTIONS)


def _bundle(folder: Path) -> None:
    command = [str(_ESBUILD.resolve()), str(_PAGE / "entry.js"), *_OPTIONS]
    command += [_CHUNKS, f"--outdir={folder}", "--log-level=error"]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        raise SettingsError(f"esbuild: {finished.stderr.strip()}")
    # Fonts and the decoders of photos, which the bundle loads by their addresses.
    shutil.copytree(_SVELTIA / "npm" / "assets", folder / "assets", dirs_exist_ok=True)
    _use_own_fonts(folder)


def _use_own_fonts(folder: Path) -> None:
    """Lead the styles to the fonts beside them: the library names a far host's first."""
    fonts = [path.name for path in (folder / "assets").glob("*.woff2")]

    def own(match: re.Match[str]) -> str:
        start = f"{match['name']}-{match['face']}"
        return next((f"assets/{name}" for name in fonts if name.startswith(start)), match[0])

    entry = folder / "entry.js"
    entry.write_text(_FAR_FONT.sub(own, entry.read_text("utf-8")), encoding="utf-8")


def _copy_theme(static: Path, target: Path) -> None:
    for name in ("css", "fonts"):
        if (static / name).is_dir():
            shutil.copytree(static / name, target / name, dirs_exist_ok=True)
