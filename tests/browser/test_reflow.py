"""Text reflows: small screens, 400 % zoom and WCAG's text spacing cut off nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.cutting import FIND_CUT
from tests.browser.pages import PAGES, find_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.visitor import Visitor

SMALL_PHONE_PX = (320, 640)
# 1280 × 1024 at 400 % (WCAG 2.2, success criterion 1.4.10).
ZOOMED_PX = (320, 256)
DESKTOP_PX = (1280, 900)
# Ranks, names, and two columns of figures.
FIGURES = "/2026/04/22/chi-so-cai-cach-hanh-chinh-2025/"
# The values of WCAG 2.2, success criterion 1.4.12. A constructed sheet passes the strict policy.
SPACE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    site: Path, open_page: Visitor, name: str
) -> None:
    page = open_page(find_page(site, name), context=_screen(ZOOMED_PX))
    found = {"zoomed": page.evaluate(FIND_CUT)}
    page.evaluate(SPACE_TEXT)
    for width_px, height_px in (SMALL_PHONE_PX, DESKTOP_PX):
        page.set_viewport_size({"width": width_px, "height": height_px})
        found[f"spaced, {width_px} px"] = page.evaluate(FIND_CUT)
    assert {screen: faults for screen, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", PAGES)
def test_text_of_twice_the_size_fits_a_small_phone(
    site: Path, open_page: Visitor, name: str
) -> None:
    screen = _screen(SMALL_PHONE_PX)
    page = open_page(find_page(site, name), context=screen, stored={"text-size": "5"})
    assert page.evaluate(FIND_CUT) == []


def _screen(size_px: tuple[int, int]) -> dict[str, Any]:
    width_px, height_px = size_px
    return {"viewport": {"width": width_px, "height": height_px}}


def test_no_date_is_broken_where_letters_are_largest(site: Path, open_page: Visitor) -> None:
    screen = _screen(SMALL_PHONE_PX)
    page = open_page(find_page(site, "home"), context=screen, stored={"text-size": "5"})
    dates = page.locator(".card__meta time")
    lines = dates.evaluate_all("all => all.map((one) => one.getClientRects().length)")
    assert set(lines) == {1}


def test_a_table_of_figures_is_seen_whole_on_a_small_phone(open_page: Visitor) -> None:
    page = open_page(FIGURES, context=_screen(SMALL_PHONE_PX))
    hidden_px = page.locator(".table-scroll").first.evaluate("e => e.scrollWidth - e.clientWidth")
    assert hidden_px == 0
