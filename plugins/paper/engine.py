"""WeasyPrint, set up once a process: fonts and stylesheets shared, warnings collected."""

from __future__ import annotations

import logging
import warnings
from typing import TYPE_CHECKING

import tinycss2

from plugins.paper.fonts import hide_system_fonts

with warnings.catch_warnings(), hide_system_fonts():
    warnings.filterwarnings("ignore", "No fonts configured")  # on purpose: the theme brings them
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

from plugins.paper.fetching import FileFetcher
from plugins.paper.markup import simplify
from plugins.paper.overflow import find_overflowing_tables
from plugins.paper.press import STYLESHEETS, THEME
from plugins.paper.sheet import Print, plain
from plugins.paper.tagging import complete_tags, keep_one_annotation_a_link, name_links

if TYPE_CHECKING:
    from plugins.paper.press import Press
    from plugins.paper.sheet import Sheet


class _Collector(logging.Handler):
    """Keeps what WeasyPrint complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class Engine:
    """Makes PDFs with one press. Complaints about its files come with each page."""

    def __init__(self, press: Press) -> None:
        complete_tags()
        self._collector = _Collector()
        self._logger = logging.getLogger("weasyprint")
        self._theme = {plain(url): data for url, data in press.files.items()}
        self._fetcher = FileFetcher(self._theme)
        with hide_system_fonts():
            self._fonts = FontConfiguration()
        with self._listening():
            self._css = [self._read(THEME + place) for place in STYLESHEETS]
            self._theme_complaints = tuple(self._collector.messages)

    def print(self, sheet: Sheet) -> Print:
        """Return the PDF of a page."""
        self._collector.messages.clear()
        self._fetcher.refused.clear()
        own = {plain(url): data for url, data in sheet.files.items()}
        self._fetcher.files = {**self._theme, **own}
        with self._listening():
            html = HTML(
                string=simplify(sheet.html), base_url=sheet.address, url_fetcher=self._fetcher
            )
            document = html.render(
                font_config=self._fonts, stylesheets=self._css, pdf_variant="pdf/ua-1"
            )
            keep_one_annotation_a_link(document)
            pdf = document.write_pdf(finisher=name_links, pdf_variant="pdf/ua-1")
        complaints = (
            *self._theme_complaints,
            *self._collector.messages,
            *self._fetcher.refused,
            *find_overflowing_tables(document),
        )
        return Print(pdf, len(document.pages), tuple(dict.fromkeys(complaints)))

    def _read(self, url: str) -> CSS:
        text = self._theme[url].decode()
        return CSS(
            string=keep_plain_rules(text) if url.endswith("tokens.css") else text,
            base_url=url,
            url_fetcher=self._fetcher,
            font_config=self._fonts,
            media_type="print",
        )

    def _listening(self) -> _Listening:
        return _Listening(self._logger, self._collector)


class _Listening:
    """Hands WeasyPrint's log to a collector, and to nobody else, for a while."""

    def __init__(self, logger: logging.Logger, collector: _Collector) -> None:
        self._logger, self._collector = logger, collector

    def __enter__(self) -> None:
        self._before = self._logger.handlers, self._logger.propagate
        self._logger.handlers, self._logger.propagate = [self._collector], False

    def __exit__(self, *_exception: object) -> None:
        self._logger.handlers, self._logger.propagate = self._before


def keep_plain_rules(css: str) -> str:
    """Return a stylesheet without its at-rules: WeasyPrint knows no `@supports`, nor screens."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(rule.serialize() for rule in rules if rule.type == "qualified-rule")
