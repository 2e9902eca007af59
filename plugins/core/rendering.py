"""Pages into the output: rendered only where something that they show has changed."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from jinja2.exceptions import TemplateError

from plugins.core.artifacts import digest
from plugins.core.chrome import Chrome
from plugins.core.forking import map_forked
from plugins.core.reads import watching
from plugins.core.stamps import stamp
from plugins.core.templates import TemplateStamps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plugins.core.build import Build
    from plugins.core.ledger import Record
    from plugins.core.page import Page
    from plugins.core.placing import Stamp

_OWN = attrgetter(
    "save_as", "url", "title", "description", "section", "is_indexed", "crumbs", "alternates"
)
# Of some two kilobytes each: an article's card is shown on about six pages.
_MOST_PARTS = 20_000


class ThemeError(RuntimeError):
    """A template cannot be rendered; the message tells which, and for which page."""


@contextmanager
def _naming(page: Page) -> Iterator[None]:
    """Say of which page and template it is that a template's error tells."""
    try:
        yield
    except TemplateError as error:
        message = f"{page.template} ({page.url}): {error}"
        raise ThemeError(message) from error


class Renderer:
    """Renders the pages of a build. `pages` are all that there will be: menus lead to them."""

    def __init__(self, build: Build, pages: Sequence[Page]) -> None:
        self._build, self._pages = build, pages
        self._chrome = Chrome(build, (page.url for page in pages), most_parts=_MOST_PARTS)
        assert build.environment is not None  # noqa: S101 - `assemble` has run: Pelican's order
        self._environment = build.environment
        self._templates = TemplateStamps(build.environment, build.ledger)
        self._stamps: dict[tuple[str, str], str] = {}

    def publish(self) -> int:
        """Put every page into the output; return how many had to be rendered."""
        build, ledger = self._build, self._build.ledger
        ledger.use(build.documents)
        bases = {page.save_as: self._base(page) for page in self._pages}
        due = [page for page in self._pages if not self._is_there(page, bases[page.save_as])]
        with watching():
            done = map_forked(partial(self._render, bases), due)
            for page, (written, record) in zip(due, done, strict=True):
                build.output.take_note(page.save_as, written, record[-1])
                ledger.note(page.save_as, record)
        return len(due)

    def _base(self, page: Page) -> str:
        """Return the digest of all that a page is made of but the documents that it shows."""
        build = self._build
        own = page.stamp or _OWN(page)
        others = build.meta_policy(page.policy), build.bulletins.get(page.url)
        told = stamp((own, dict(page.policy), dict(page.context), others))
        return digest(self._shared(page), told)

    def _shared(self, page: Page) -> str:
        """Return the digest of what all pages of a language and a template are made of."""
        key = page.lang, page.template
        if key not in self._stamps:
            with _naming(page):
                templates = self._templates.stamp_of(page.template)
            self._stamps[key] = digest(self._chrome.stamps[page.lang], templates)
        return self._stamps[key]

    def _is_there(self, page: Page, base: str) -> bool:
        total = self._build.ledger.recall(page.save_as, base)
        if total is None or not self._build.output.holds(page.save_as, total):
            return False
        self._build.output.claim(page.save_as, total)
        return True

    def _render(self, bases: dict[str, str], page: Page) -> tuple[Stamp, Record]:
        """Write a page; return the stamp of its file and the record of what it read."""
        output, ledger = self._build.output, self._build.ledger

        def write() -> str:
            return output.write(page.save_as, self._html(page).encode())

        _, record = ledger.work_out(bases[page.save_as], write)
        return output.stamp_of(page.save_as), record

    def _html(self, page: Page) -> str:
        with _naming(page):
            template = self._environment.get_template(page.template)
            return template.render(self._chrome.context_of(page))
