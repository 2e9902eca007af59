"""Joined modules behave as modules do: own scopes, run once, shared by what comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.host import serve
from plugins.core.scripts import bundle_scripts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Request

MODULES = {
    "main.js": """import { count } from "./counter.js";
import { name as first } from "./one.js";
import { name as second, Thing } from "./two.js";

const name = "main";
const later = async () => (await import("./later.js")).tell();

globalThis.seen = [name, first, second, new Thing().size, count(), typeof this];
globalThis.later = later().then((told) => seen.push(...told));
""",
    "counter.js": """let made = 0;
globalThis.runs = (globalThis.runs ?? 0) + 1;

/** Return how often this was asked. */
export function count() {
  made += 1;
  return made;
}
""",
    "one.js": "export const name = 'one';\n",
    "two.js": """import { count } from "./counter.js";

const size = count() + 10;
export const name = `two`;
export class Thing {
  #size = size;
  get size() {
    return this.#size;
  }
}
""",
    "later.js": """import { count } from "./counter.js";
import { own } from "./own.js";

export const tell = () => [own, count(), typeof undeclared];
""",
    "own.js": "export const own = 'own';\n",
}
EXPECTED = ["main", "one", "two", 11, 2, "undefined", "own", 3, "undefined"]


def look(chromium: Browser, folder: Path, scripts: dict[str, str]) -> tuple[list[object], int, int]:
    """Return what the scripts saw, how often the counter ran, and how many files were asked for."""
    for name, text in scripts.items():
        (folder / name).write_text(text, "utf-8")
    page_text = '<!doctype html><title>x</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(f"{page_text}<script type=module src=main.js></script>")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with serve(folder) as host:
        page = chromium.new_page()
        page.on("request", note)
        page.goto(f"{host.address}/")
        page.wait_for_function("() => globalThis.later !== undefined")
        seen: list[object] = page.evaluate("later.then(() => seen)")
        runs: int = page.evaluate("runs")
        page.close()
    return seen, runs, len([url for url in asked if url.endswith(".js")])


def test_joined_modules_do_what_they_do_apart(chromium: Browser, tmp_path: Path) -> None:
    apart, joined = tmp_path / "apart", tmp_path / "joined"
    apart.mkdir()
    joined.mkdir()
    bundles = bundle_scripts(MODULES)
    assert look(chromium, apart, MODULES) == (EXPECTED, 1, 6)
    assert look(chromium, joined, bundles.files) == (EXPECTED, 1, 2)
