"""Every document has a PDF that all can read, and a QR code that leads from paper to its page."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.artifacts import link_or_copy
from plugins.core.document import PaperCopy
from plugins.core.wording import load_wording, make_translator
from plugins.paper import cache
from plugins.paper.addresses import tell_addresses
from plugins.paper.complaints import tell_complaints
from plugins.paper.libraries import find_missing_libraries
from plugins.paper.long_words import mark_long_words
from plugins.paper.printing import print_sheets
from plugins.paper.qr import draw_qr
from plugins.paper.settings import PaperSettings
from plugins.paper.sheet import Press, SheetMaker

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.source import Source
    from plugins.paper.sheet import Printed

_TEMPLATE = "paper.html"
_FOLDER = "pdf"

log = logging.getLogger(__name__)


def prepare_for_paper(_build: Build, _source: Source, tree: HtmlElement) -> None:
    tell_addresses(tree)
    mark_long_words(tree)


def draw_codes(build: Build) -> None:
    press = press_of(build)
    titles = {
        lang: make_translator(load_wording(build.theme_dir, lang), lang)("qr_title")
        for lang in build.office.languages
    }
    for document in build.documents:
        view = document.view
        document.extras.qr_svg = draw_qr(press.absolute(view.url), titles[view.lang])


def print_documents(build: Build) -> None:
    """Print what has changed since the last build, and publish every document's PDF."""
    settings = build.options_of(PaperSettings)
    if find_missing_libraries():
        log.info("PDF: none, since libraries are missing and “required” is False")
        return
    press = press_of(build)
    maker = SheetMaker(press)
    sheets = [
        maker.make(build.render(_TEMPLATE, {"document": d, "absolute": press.absolute}), d.view.url)
        for d in build.documents
    ]
    printed = print_sheets(press, sheets, settings.workers)
    together = list(zip(build.documents, printed, strict=True))
    for document, one in together:
        _complain(build, document, one.complaints)
    for document, one in [] if build.problems.errors else together:
        _publish(build, document, one)
    cache.sweep(press.cache_dir, settings.cache_days)


def press_of(build: Build) -> Press:
    preview = build.options_of(PaperSettings).preview_address.rstrip("/")
    site = build.urls.site_url or f"{preview}{build.urls.base_path}"
    return Press(f"{site}/", build.output_dir, build.theme_dir, build.cache_dir / _FOLDER)


def _publish(build: Build, document: Document, printed: Printed) -> None:
    view = document.view
    url = f"{view.url}{view.slug}.pdf"
    link_or_copy(printed.path, build.output_dir / build.urls.place_of(url))
    document.extras.pdf = PaperCopy(url, printed.path.stat().st_size, printed.pages)


def _complain(build: Build, document: Document, complaints: tuple[str, ...]) -> None:
    if not complaints:
        return
    source = build.content_dir / document.view.path
    name = f"{build.content_dir.name}/{document.view.path}"
    for problem in tell_complaints(complaints, name, source.read_text("utf-8-sig")):
        build.problems.add(replace(problem, is_warning=not build.is_production))


def register() -> None:
    pipeline.declare_settings("PAPER", PaperSettings)
    pipeline.on_tree(prepare_for_paper)
    pipeline.on_documents(draw_codes)
    pipeline.on_paper(print_documents)
