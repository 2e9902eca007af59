"""Photos in a browser: the lead photo comes first, and no photo comes larger than it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import find_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.visitor import Visitor

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "device_scale_factor": 2},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
# So tall that the lead photo of an article is on the first screen.
TALL = {"viewport": {"width": 1280, "height": 1600}}
NOTE_LARGEST_PAINT = """
new PerformanceObserver((list) => {
  const { element, url } = list.getEntries().at(-1);
  window.largest = { tag: element?.tagName, priority: element?.fetchPriority, url };
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
PAINT_TWICE = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
# Each photo: what it was loaded as, and how wide the page shows it in the screen's pixels.
MEASURE = """() => [...document.querySelectorAll("main picture > img")].map((image) => {
  const set = image.parentElement.querySelector("source").srcset;
  const widths = [...set.matchAll(/ (\\d+)w/g)].map((found) => Number(found[1]));
  const shown = image.getBoundingClientRect().width * devicePixelRatio;
  const [, key, loaded] = image.currentSrc.match(/([0-9a-f]+)-(\\d+)\\.avif$/);
  return { widths, shown, key, loaded: Number(loaded) };
})"""
LOAD_ALL = """async () => {
  const images = [...document.querySelectorAll("main picture > img")];
  images.forEach((image) => { image.loading = "eager"; });
  await Promise.all(images.map((image) => image.decode()));
}"""
# Gaps between photos make them a little narrower than `sizes` can tell.
SLACK = 1.12


@pytest.mark.parametrize("name", ["home", "report"])
def test_the_largest_paint_is_the_lead_photo_and_it_is_fetched_first(
    site: Path, open_page: Visitor, name: str
) -> None:
    page = open_page(find_page(site, name), context=TALL, script=NOTE_LARGEST_PAINT)
    # A smaller photo that is painted sooner is the largest for a moment.
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINT_TWICE)
    page.wait_for_function("() => window.largest?.url")
    largest = page.evaluate("window.largest")
    assert (largest["tag"], largest["priority"]) == ("IMG", "high")
    assert "/photos/" in largest["url"]


@pytest.mark.parametrize("name", ["home", "report", "gallery", "category", "english-home"])
def test_one_photo_of_a_page_at_most_has_priority(
    site: Path, open_page: Visitor, name: str
) -> None:
    page = open_page(find_page(site, name))
    assert page.locator("img[fetchpriority=high]").count() <= 1
    eager = page.locator("main picture > img:not([loading=lazy])")
    assert eager.count() == page.locator("img[fetchpriority=high]").count()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["home", "report", "gallery", "category"])
def test_each_photo_is_sharp_and_no_larger_than_needed(
    site: Path, open_page: Visitor, name: str, screen: str
) -> None:
    page = open_page(find_page(site, name), context=SCREENS[screen])
    page.evaluate(LOAD_ALL)
    photos = page.evaluate(MEASURE)
    assert photos
    for photo in photos:
        # A browser takes the larger one that the page has already loaded elsewhere.
        same = [other for other in photos if other["key"] == photo["key"]]
        enough = max(_width_for(SLACK * other["shown"], other) for other in same)
        assert _width_for(0.98 * photo["shown"], photo) <= photo["loaded"] <= enough, photo


def _width_for(shown: float, photo: dict[str, Any]) -> int:
    """Return the narrowest derivative that is sharp at a width, else the widest."""
    widths: list[int] = sorted(photo["widths"])
    return next((width for width in widths if width >= shown), widths[-1])


def test_without_scripts_a_photo_leads_to_its_largest_derivative(
    site: Path, open_page: Visitor
) -> None:
    page = open_page(find_page(site, "report"), context={"java_script_enabled": False})
    page.locator("a.photo__link").first.click()
    page.wait_for_url("**/photos/**-1600.avif")
    assert page.locator("img").evaluate("(image) => image.naturalWidth") == 1600


def test_the_photo_of_a_link_is_beside_it_in_the_head(site: Path, open_page: Visitor) -> None:
    page = open_page(find_page(site, "report"))
    address = page.locator("meta[property='og:image']").get_attribute("content") or ""
    response = page.request.get(open_page.address + "/photos/" + address.partition("/photos/")[2])
    assert response.headers["content-type"] == "image/jpeg"
