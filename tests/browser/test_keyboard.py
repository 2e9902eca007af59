"""The keyboard reaches everything, in sight: each stop shows its focus, nothing covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.visitor import Visitor

MOST_STOPS = 300
SCREENS: dict[str, dict[str, Any]] = {
    "day": {},
    "night": {"stored": {"theme": "dark"}},
    "phone": {"context": {"viewport": {"width": 360, "height": 640}}},
}
# What is wrong with the focused element ("" where nothing is), or null at the end of the page.
JUDGE_FOCUS = """() => {
  const one = document.activeElement;
  window.passed ??= new WeakSet();
  if (one === document.body || window.passed.has(one)) return null;
  window.passed.add(one);
  const name = `${one.tagName}.${one.className} “${one.textContent.trim().slice(0, 40)}”`;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `${name} has no outline`;

  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => parts(colour).slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  let behind = one.parentElement;
  while (behind && parts(getComputedStyle(behind).backgroundColor)[3] === 0) {
    behind = behind.parentElement;
  }
  const ground = getComputedStyle(behind ?? document.body).backgroundColor;
  const colours = [outlineColor, ground];
  const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
  const contrast = (light + 0.05) / (dark + 0.05);
  if (contrast < 3) return `${name}: the outline's contrast is ${contrast.toFixed(2)}`;

  const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
  const isSeen = boxes.some((box) => {
    const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return found && (one.contains(found) || found.contains(one));
  });
  return isSeen ? '' : `${name} is out of sight or covered`;
}"""


def _walk(page: Page) -> list[str]:
    """Press Tab to the end of the page; return what each stop is found wanting of."""
    verdicts: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        verdict = page.evaluate(JUDGE_FOCUS)
        if verdict is None:
            break
        verdicts.append(verdict)
    return verdicts


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["home", "report", "table", "category"])
def test_every_stop_shows_its_focus(site: Path, open_page: Visitor, name: str, screen: str) -> None:
    page = open_page(find_page(site, name), **SCREENS[screen])
    verdicts = _walk(page)
    assert 15 < len(verdicts) < MOST_STOPS
    assert [verdict for verdict in verdicts if verdict] == []


def test_a_removed_outline_would_be_found(open_page: Visitor) -> None:
    page = open_page("/")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("a:focus-visible { outline: none !important }");
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    assert "has no outline" in _walk(page)[0]


def test_the_first_stop_skips_to_the_content(open_page: Visitor) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Nhảy đến nội dung")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
