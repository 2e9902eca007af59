"""The ways of seeing a page, and what axe and its AAA rules find in each, or what is cut off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.cutting import FIND_CUT

if TYPE_CHECKING:
    from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
_DAY: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none", "width_px": 1280}
_STATES: dict[str, dict[str, Any]] = {
    "day": {},
    "night": {"data-theme": "dark"},
    "device-night": {"color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active", "color_scheme": "dark"},
    "narrow": {"width_px": 320},
    "text-200": {"data-text-size": "5"},
}

_RULES = [
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
_RUN_AXE = """async (tags) => {
  const found = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: tags },
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ') + ' — '
    + (n.failureSummary || '')).join(' | ')}`);
}"""


def find_faults(page: Page) -> dict[str, list[str]]:
    """Return what is wrong with an open page, by the state in which it is."""
    page.evaluate(_AXE.read_text("utf-8"))
    found = {}
    for state, differences in _STATES.items():
        _enter(page, _DAY | differences)
        found[state] = page.evaluate(_RUN_AXE, _RULES) + page.evaluate(FIND_CUT)
    return {state: faults for state, faults in found.items() if faults}


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
