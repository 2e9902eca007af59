"""Pages arrive light and stand still: few bytes, no jumps, no page without its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES, find_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Response, Route

    from tests.browser.visitor import Visitor

MOST_BYTES = 60 * 1024
PHONE = {"viewport": {"width": 390, "height": 844}}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
COUNT_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 90));
    window.shifts.push([entry.value, moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCROLL_THROUGH = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => setTimeout(done, 40));
  }
}"""


def _weigh(response: Response) -> int:
    """Return a response's bytes as a host sends them, texts compressed."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    is_text = kind.startswith("text/") or "svg" in kind or "json" in kind
    return len(brotli.compress(body)) if is_text else len(body)


@pytest.mark.parametrize("name", ["home", "report", "category", "table"])
def test_the_first_load_without_photos_is_light(site: Path, open_page: Visitor, name: str) -> None:
    responses: list[Response] = []
    profile = open_page.new_profile()
    page = profile.new_page()
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright marks it
    page.goto(open_page.address + find_page(site, name))
    expect(page.locator(".night-mode")).to_be_visible()
    page.wait_for_load_state("networkidle")
    weights = {r.url: _weigh(r) for r in responses if "/photos/" not in r.url}
    assert {".css", ".js", ".woff2"} <= {"." + url.rpartition(".")[2] for url in weights}
    assert sum(weights.values()) <= MOST_BYTES, weights


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["home", "report", "gallery"])
def test_nothing_jumps_while_the_page_loads_and_is_read(
    site: Path, open_page: Visitor, name: str, screen: dict[str, dict[str, int]]
) -> None:
    page = open_page(find_page(site, name), context=screen, script=COUNT_SHIFTS)
    page.evaluate(SCROLL_THROUGH)
    assert page.evaluate("window.shifts") == []


def test_the_shifts_are_really_counted(open_page: Visitor) -> None:
    page = open_page("/", script=COUNT_SHIFTS)
    page.evaluate(
        """() => {
          const block = document.createElement("p");
          block.style.height = "200px";
          document.body.prepend(block);
        }"""
    )
    page.wait_for_function("() => window.shifts.length > 0")


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_every_page_shows_its_heading_and_no_dead_button(
    site: Path, open_page: Visitor, name: str
) -> None:
    page = open_page(find_page(site, name), context={"java_script_enabled": False})
    expect(page.locator("h1")).to_have_count(1)
    # A form that leads to a page of its own needs no script.
    buttons = page.locator("button:not(form[action] button)").all()
    assert [button.inner_text() for button in buttons if button.is_visible()] == []


def test_one_control_that_fails_stops_no_other(open_page: Visitor) -> None:
    def break_text_size(route: Route) -> None:
        response = route.fetch()
        start = "function startTextSize(root) {"
        assert start in response.text()
        route.fulfill(
            response=response,
            body=response.text().replace(start, f'{start} throw new Error("hỏng");'),
        )

    profile = open_page.new_profile()
    profile.route("**/js/main.js", break_text_size)
    page = profile.new_page()
    page.goto(f"{open_page.address}/")
    expect(page.locator(".night-mode")).to_be_visible()
    expect(page.locator(".text-size")).to_be_hidden()
    assert [text.split(":")[0] for text in open_page.complaints] == ["text-size"]
    open_page.complaints.clear()


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("report", {"first-paint.js", "main.js"}),
        ("search", {"first-paint.js", "main.js", "search.js"}),
    ],
)
def test_a_page_loads_no_script_that_it_does_not_need(
    site: Path, open_page: Visitor, name: str, scripts: set[str]
) -> None:
    asked: list[str] = []
    profile = open_page.new_profile()
    page = profile.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(open_page.address + find_page(site, name))
    expect(page.locator(".night-mode")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert sorted(u.rpartition("/")[2] for u in asked if "/js/" in u) == sorted(scripts)


def test_the_first_script_is_small_since_everything_waits_for_it(site: Path) -> None:
    [script] = site.glob("assets/*/js/first-paint.js")
    assert len(brotli.compress(script.read_bytes())) < 600
