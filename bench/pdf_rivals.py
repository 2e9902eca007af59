"""Three ways to print the same pages, each in its own process: ours, plain WeasyPrint, Chromium.

    .venv/bin/python -m bench.pdf_rivals ours|plain|chromium FOLDER

Prints a line of JSON: seconds of CPU and the highest and the settled memory of all its processes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib import import_module
from pathlib import Path

from bench.host import serve
from bench.pdf_site import ADDRESS, load_press, load_sheets
from bench.processes import list_descendants, read_cpu_s, read_memory_mb

_CHROMIUM = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)


class Meter:
    """Adds up the CPU and memory of a process and all that come from it."""

    def __init__(self, *, only_children: bool = False) -> None:
        self._only_children = only_children
        self._begun_s = self._cpu_s()
        self.memories_mb: list[float] = []

    def look(self) -> None:
        self.memories_mb.append(sum(map(read_memory_mb, self._processes())))

    def tell(self) -> dict[str, float]:
        """Return the figures of so many sheets; memory has settled by the last quarter."""
        count = len(self.memories_mb)
        last = self.memories_mb[-max(1, len(self.memories_mb) // 4) :]
        return {
            "cpu_s": (self._cpu_s() - self._begun_s) / count,
            "peak_mb": max(self.memories_mb),
            "settled_mb": max(last),
        }

    def _processes(self) -> list[int]:
        found = list(list_descendants(os.getpid()))
        return found if self._only_children else [os.getpid(), *found]

    def _cpu_s(self) -> float:
        return sum(map(read_cpu_s, self._processes()))


def print_ours(folder: Path, target: Path) -> dict[str, float]:
    """Print as a worker of a build does."""
    from plugins.paper.engine import Engine  # noqa: PLC0415 - loading it is measured

    meter = Meter()
    engine = Engine(load_press(folder))
    for number, sheet in enumerate(load_sheets(folder)):
        (target / f"{number}.pdf").write_bytes(engine.print(sheet).pdf)
        meter.look()
    return meter.tell()


def print_plainly(folder: Path, target: Path) -> dict[str, float]:
    """Print as WeasyPrint's manual begins: one call a document, nothing shared."""
    import_module("plugins.paper.engine")  # hides the system's fonts while WeasyPrint is loaded
    from weasyprint import CSS, HTML  # noqa: PLC0415 - loading it is measured
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from plugins.paper.fetching import FileFetcher  # noqa: PLC0415
    from plugins.paper.fonts import hide_system_fonts  # noqa: PLC0415
    from plugins.paper.press import STYLESHEETS, THEME  # noqa: PLC0415

    meter = Meter()
    theme = load_press(folder).files
    for number, sheet in enumerate(load_sheets(folder)):
        fetcher = FileFetcher({**theme, **sheet.files})
        with hide_system_fonts():
            fonts = FontConfiguration()
        styles = [CSS(THEME + s, url_fetcher=fetcher, font_config=fonts) for s in STYLESHEETS]
        html = HTML(string=sheet.html, base_url=sheet.address, url_fetcher=fetcher)
        options = {"font_config": fonts, "stylesheets": styles, "pdf_variant": "pdf/ua-1"}
        html.write_pdf(target / f"{number}.pdf", **options)
        meter.look()
    return meter.tell()


def print_with_chromium(folder: Path, target: Path) -> dict[str, float]:
    """Print the site's pages in one browser, scripts off, tagged."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the others need none

    program = shutil.which("chromium") or shutil.which("google-chrome")
    with serve(folder / "output") as host, sync_playwright() as playwright:
        meter = Meter(only_children=True)
        browser = playwright.chromium.launch(executable_path=program, args=_CHROMIUM.split())
        page = browser.new_context(java_script_enabled=False).new_page()
        for number, sheet in enumerate(load_sheets(folder)):
            page.goto(sheet.address.replace(f"{ADDRESS}/", f"{host.address}/"))
            path = target / f"{number}.pdf"
            page.pdf(path=path, prefer_css_page_size=True, tagged=True, outline=True)
            meter.look()
        told = meter.tell()
        browser.close()
    return told


RIVALS = {"ours": print_ours, "plain": print_plainly, "chromium": print_with_chromium}


if __name__ == "__main__":
    name, folder = sys.argv[1], Path(sys.argv[2])
    (folder / name).mkdir()
    print(json.dumps(RIVALS[name](folder, folder / name)))
