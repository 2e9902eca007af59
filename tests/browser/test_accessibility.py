"""Every page in every way of seeing it: axe and its AAA rules find nothing, nothing is cut off."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.cutting import FIND_CUT
from tests.browser.pages import PAGES, find_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visitor import Visitor

PROJECT = Path(__file__).parents[2]

DAY: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none", "width_px": 1280}
STATES: dict[str, dict[str, Any]] = {
    "day": {},
    "night": {"data-theme": "dark"},
    "device-night": {"color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active", "color_scheme": "dark"},
    "narrow": {"width_px": 320},
    "text-200": {"data-text-size": "5"},
}

RULES = [
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
RUN_AXE = """async (tags) => {
  const found = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: tags },
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ') + ' — '
    + (n.failureSummary || '')).join(' | ')}`);
}"""


@pytest.fixture(scope="session")
def axe_source() -> str:
    return (PROJECT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    name: str, site: Path, open_page: Visitor, axe_source: str
) -> None:
    page = open_page(find_page(site, name))
    page.evaluate(axe_source)
    found = {}
    for state, differences in STATES.items():
        _enter(page, DAY | differences)
        found[state] = page.evaluate(RUN_AXE, RULES) + page.evaluate(FIND_CUT)
    assert {state: faults for state, faults in found.items() if faults} == {}


def _enter(page: Page, state: dict[str, Any]) -> None:
    """Bring a page into a state: the device's settings, the width, what first-paint.js sets."""
    page.emulate_media(color_scheme=state["color_scheme"], forced_colors=state["forced_colors"])
    page.set_viewport_size({"width": state["width_px"], "height": 800})
    for attribute in ("data-theme", "data-text-size"):
        page.evaluate(
            """([name, value]) => value === null
              ? document.documentElement.removeAttribute(name)
              : document.documentElement.setAttribute(name, value)""",
            [attribute, state.get(attribute)],
        )
    # The night mode's button learns of the device's change in the next frame.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def test_the_nu_checker_finds_no_error_and_no_warning(site: Path) -> None:
    files = [str(path) for path in sorted(site.rglob("*.html"))]
    jar = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--stdout", "--format", "json", "--Werror", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in found] == []
