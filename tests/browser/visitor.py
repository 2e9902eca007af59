"""A reader of the site: opens pages, and notes errors, broken policies and foreign requests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

# Speech needs voices, which browsers under test lack.
_STILL_HIDDEN = '[data-module][hidden]:not([data-module="read-aloud"])'
_PICTURES = (".avif", ".jpg", ".png", ".webp")


class Visitor:
    """Opens pages, each in a profile of its own unless it is given one."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.complaints: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        path: str,
        *,
        stored: Mapping[str, str] | None = None,
        context: Mapping[str, Any] | None = None,
        script: str = "",
        without: str = "",
    ) -> Page:
        """Return an opened page whose controls have started.

        `stored` are the reader's choices of an earlier visit, `context` options of the browser,
        `script` runs before the page's own, `without` is a pattern of files that do not arrive.
        """
        profile = self.new_profile(stored or {}, context or {})
        if script:
            profile.add_init_script(script)
        if without:
            profile.route(without, lambda route: route.abort())
        page = profile.new_page()
        page.goto(self.address + path)
        if not without and (context or {}).get("java_script_enabled", True):
            expect(page.locator(_STILL_HIDDEN)).to_have_count(0)
        return page

    def new_profile(
        self, stored: Mapping[str, str] | None = None, context: Mapping[str, Any] | None = None
    ) -> BrowserContext:
        """Return a profile of the browser that holds a reader's choices."""
        items = [{"name": name, "value": value} for name, value in (stored or {}).items()]
        state: Any = {"cookies": [], "origins": [{"origin": self.address, "localStorage": items}]}
        usual = {"locale": "vi-VN", "reduced_motion": "reduce"}
        profile = self._browser.new_context(storage_state=state, **usual | dict(context or {}))
        profile.on("console", self._note_message)
        profile.on("weberror", self._note_exception)
        profile.on("request", self._note_request)
        self._contexts.append(profile)
        return profile

    def leave(self) -> None:
        for profile in self._contexts:
            profile.close()

    def _note_message(self, message: ConsoleMessage) -> None:
        # A test that keeps a file away knows that it is missing. A picture by itself is shown in a
        # page of the browser's making, whose styles break the policy and which names no icon.
        is_known = "net::ERR_FAILED" in message.text
        is_browsers_own = message.page is not None and message.page.url.endswith(_PICTURES)
        if message.type == "error" and not (is_known or is_browsers_own):
            self.complaints.append(message.text)

    def _note_exception(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"a request to another host: {request.url}")


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Visitor]:
    """Yield a reader of a site; at the end no page may have given them anything to complain of."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.leave()
    assert visitor.complaints == []
