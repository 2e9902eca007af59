"""`make pictures`: photographs the pages in output/ for the README, into docs/pictures/."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from bench.host import serve

_OUTPUT, _TARGET = Path("output"), Path("docs/pictures")
_REPORT = "2026/11/20/hoi-nghi-tong-ket-cong-tac-van-phong"
_JPEG_QUALITY = 84
_PDF_DPI = 90
_BROWSER_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class View:
    """One picture: which page, in how large a window, by day or by night."""

    name: str
    path: str
    width_px: int
    height_px: int
    scheme: Literal["light", "dark"] = "light"


VIEWS = (
    View("home-day", "/", 1280, 1000),
    View("article-night", f"/{_REPORT}/", 1280, 1000, "dark"),
    View("home-phone", "/", 390, 844),
    View("article-phone", f"/{_REPORT}/", 390, 844),
)


def main() -> int:
    if not (_OUTPUT / _REPORT / "index.html").is_file():
        print("Chưa có output/: chạy “make html” trước / run “make html” first", file=sys.stderr)
        return 1
    _TARGET.mkdir(parents=True, exist_ok=True)
    with serve(_OUTPUT) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=_BROWSER_OPTIONS
        )
        for view in VIEWS:
            _save(view.name, take(browser, host.address, view))
        browser.close()
    _save("report-pdf", lay_out_pages(next((_OUTPUT / _REPORT).glob("*.pdf"))))
    return 0


def take(browser: Browser, address: str, view: View) -> Image.Image:
    """Return the picture of a view, at one pixel for each of the page's."""
    size = {"width": view.width_px, "height": view.height_px}
    page = browser.new_page(viewport=size, color_scheme=view.scheme)  # type: ignore[arg-type]  # a dict of the right shape
    page.goto(address + view.path, wait_until="networkidle")
    data = page.screenshot()
    page.close()
    return Image.open(BytesIO(data)).convert("RGB")


def lay_out_pages(pdf: Path) -> Image.Image:
    """Return the first two pages of a PDF side by side, on grey."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(_PDF_DPI), "-l", "2", "-png", str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True)
        pages = [Image.open(p).convert("RGB") for p in sorted(Path(folder).glob("*.png"))]
    gap = 24
    size = (sum(p.width for p in pages) + gap * 3, pages[0].height + gap * 2)
    sheet = Image.new("RGB", size, (214, 210, 205))
    for number, page in enumerate(pages):
        sheet.paste(page, (gap + number * (page.width + gap), gap))
    return sheet


def _save(name: str, picture: Image.Image) -> None:
    path = _TARGET / f"{name}.jpg"
    picture.save(path, quality=_JPEG_QUALITY, progressive=True, optimize=True)
    print(f"{path}: {picture.width} × {picture.height}")


if __name__ == "__main__":
    sys.exit(main())
