"""A reader who searches, and what truly is in generated articles."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from plugins.core.text import fold
from plugins.search.entry import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Locator, Page, Route

    from plugins.core.document import Document

PAGE = "/tim-kiem/"
_SCRIPTS = Path(__file__).resolve().parents[3] / "theme/static/js"
_FIND_KEYS = """async (text) => {
  const main = document.querySelector('script[type=module]').src;
  const { openSource } = await import(new URL('search-source.js', main));
  const { readQuery } = await import(new URL('search-words.js', main));
  const { engine, indexes } = document.querySelector('[data-module=search]').dataset;
  const source = await openSource(engine, indexes.split(' '));
  const hits = await source.find(readQuery(text), { sort: '', isTyping: false });
  return hits.map(({ key }) => key);
}"""


def answer_404(route: Route) -> None:
    route.fulfill(status=404, body="")


def _send_module(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    route.fulfill(path=_SCRIPTS / name, content_type="text/javascript")


class Searcher:
    """What a reader does and sees on an open search page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.query = page.locator("#tu_khoa")
        self.status = self.part("status")
        self.titles = self.part("recent").locator(".card__title")
        self.older_titles = self.part("older").locator(".card__title")

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-search={name}]")

    def ask(self, text: str) -> None:
        """Type a query, press Enter and wait for the answer."""
        self.query.fill(text)
        self.query.press("Enter")
        self.wait_for(text)

    def wait_for(self, text: str) -> None:
        shown = unicodedata.normalize("NFC", re.sub(r'^["“]|["”]$', "", text.strip()))
        expect(self.status).to_contain_text(f"“{shown}”")
        # Options come after the results, so all is there.
        if self.count() > 0:
            expect(self.part("filters")).to_be_visible()

    def count(self) -> int:
        """Return how many results the status tells."""
        number = re.match(r"[\d.,]+", self.status.inner_text())
        return int(re.sub(r"\D", "", number[0])) if number else 0

    def show_all(self) -> None:
        """Ask for more results until there are no more."""
        while self.part("more").is_visible():
            before = self.titles.count()
            self.part("more").get_by_role("button").click()
            expect(self.titles).not_to_have_count(before)

    def find_keys(self, text: str) -> list[str]:
        """Return the keys of all that the theme's own code finds for a query in all years.

        The build joins its modules; here they are asked for one by one.
        """
        self.page.route("**/js/search-*.js", _send_module)
        keys: list[str] = self.page.evaluate(_FIND_KEYS, text)
        return sorted(keys)


def count_true(documents: Iterable[Document], query: str) -> int:
    """Return in how many documents all words of a query stand, whatever their marks."""
    wanted = [fold(word) for word in query.split()]
    return sum(all(word in _words_of(document) for word in wanted) for document in documents)


def _words_of(document: Document) -> set[str]:
    view = document.view
    text = " ".join([view.title, view.summary, *paragraphs_of(document.html)])
    return set(re.findall(r"\w+", fold(text)))
