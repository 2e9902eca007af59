"""Text reflows: small screens, 400 % zoom and WCAG's text spacing cut off nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.cutting import FIND_CUT
from tests.browser.pages import PAGES, find_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.visitor import Visitor

SCREENS: dict[str, dict[str, Any]] = {
    "phone-large-text": {
        "context": {"viewport": {"width": 320, "height": 640}},
        "stored": {"text-size": "5"},
    },
    "zoomed": {"context": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}},
    "spaced-phone": {"context": {"viewport": {"width": 320, "height": 640}}},
    "spaced-desktop": {"context": {"viewport": {"width": 1280, "height": 900}}},
}
# The values of WCAG 2.2, success criterion 1.4.12. A constructed sheet passes the strict policy.
SPACE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    site: Path, open_page: Visitor, name: str, screen: str
) -> None:
    page = open_page(find_page(site, name), **SCREENS[screen])
    if screen.startswith("spaced"):
        page.evaluate(SPACE_TEXT)
    assert page.evaluate(FIND_CUT) == []
