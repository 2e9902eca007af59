"""Searching 10,000 articles: what indexing takes, and what a first query loads.

    python -m bench.search [--articles 10000] [--site output]

Needs a built site whose search page it borrows; its own index lies in a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from pelican.settings import read_settings
from playwright.sync_api import sync_playwright

from bench.host import serve
from bench.search_archive import NEWEST, generate_articles
from plugins import search
from plugins.core import pipeline
from plugins.core.output import Output
from plugins.core.starting import start_build
from plugins.search.indexes import publish_index
from plugins.search.preparing import Preparation, Search

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

    from plugins.core.build import Build

PROJECT = Path(__file__).resolve().parents[1]
QUERY = "hội nghị"
# MiniSearch 7 with the whole text of the same articles, measured once: it has but one file.
MINISEARCH = "MiniSearch: 1 request, 7,800 KB"


class Cost(NamedTuple):
    """What a step took: CPU seconds of this process and its children, peak memory of a child."""

    cpu_s: float
    wall_s: float
    peak_mb: int


class Load(NamedTuple):
    """What a first query asked for."""

    requests: int
    kilobytes: float
    wall_s: float


def start(cache_dir: Path) -> Build:
    pipeline.clear()
    search.register()
    settings = read_settings(str(PROJECT / "pelicanconf.py"), {"PATH": str(PROJECT / "content")})
    build = start_build(settings)
    build.cache_dir = cache_dir
    return build


def measure(build: Build) -> tuple[Search, Cost]:
    before, started = cpu_s(), time.perf_counter()
    preparation = Preparation(build)
    if said := preparation.finish():
        raise SystemExit(said)
    wall_s = time.perf_counter() - started
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return preparation.searches["vi"], Cost(cpu_s() - before, wall_s, peak_mb)


def cpu_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def borrow_page(site: Path, target: Path, made: Search) -> None:
    """Put a site's search page and assets beside the index that it shall look into."""
    shutil.copytree(site / "assets", target / "assets")
    shutil.copytree(site / "tim-kiem", target / "tim-kiem")
    shutil.copyfile(site / "404.html", target / "404.html")
    page = target / "tim-kiem" / "index.html"
    given = {"engine": made.program_url, "indexes": " ".join(made.index_urls)}
    html = page.read_text("utf-8")
    for name, value in given.items():
        html = re.sub(rf'data-{name}="[^"]*"', f'data-{name}="{value}"', html)
    page.write_text(html, "utf-8")
    for folder, place in made.indexes:
        publish_index(folder, Output(target), place, made.program_place)


def load_first(page: Page, address: str) -> Load:
    """Return what the index's files of a first query weigh, as the host sends them."""
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))  # noqa: PLW0108 - Playwright marks it
    started = time.perf_counter()
    page.goto(address)
    page.locator(".search__filters:visible").wait_for()
    wall_s = time.perf_counter() - started
    own = [r for r in seen if "/search-index/" in r.url and not r.url.endswith("words.json")]
    sizes = [r.request.sizes()["responseBodySize"] for r in own]
    return Load(len(own), sum(sizes) / 1024, wall_s)


def report_loads(site: Path, made: Search, folder: Path) -> None:
    borrow_page(site, folder, made)
    with serve(folder) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, more in (("recent", ""), ("with the archive", "&all=1")):
            page = browser.new_context().new_page()
            load = load_first(page, f"{host.address}/tim-kiem/?q={quote(QUERY)}{more}")
            print(f"first query, {name}: {load.requests} requests, {load.kilobytes:.0f} KB,")
            print(f"  {load.wall_s:.2f} s; {page.locator('[data-search=status]').inner_text()}")
        browser.close()
    print(MINISEARCH)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--site", type=Path, default=PROJECT / "output")
    given = parser.parse_args()
    with TemporaryDirectory() as place:
        build = start(Path(place) / "cache")
        build.documents = list(generate_articles(given.articles))
        print(f"{given.articles} articles, the newest of {NEWEST:%Y}")
        made, cold = measure(build)
        print(f"indexing all: {cold.cpu_s:.1f} s CPU, {cold.wall_s:.1f} s, {cold.peak_mb} MB")
        build.documents[0].html += "<p>Một đoạn mới.</p>"
        _, warm = measure(build)
        print(f"after a change: {warm.cpu_s:.1f} s CPU, {warm.wall_s:.1f} s")
        _, idle = measure(build)
        print(f"after none: {idle.cpu_s:.1f} s CPU, {idle.wall_s:.1f} s")
        report_loads(given.site, made, Path(place) / "site")


if __name__ == "__main__":
    main()
