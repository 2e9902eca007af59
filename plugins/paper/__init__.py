"""Every document has a PDF that all can read, and a QR code that leads from paper to its page."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.artifacts import digest
from plugins.core.wording import load_wording, make_translator
from plugins.paper.addresses import tell_addresses
from plugins.paper.codes import find_codes
from plugins.paper.libraries import find_missing_libraries
from plugins.paper.long_words import mark_long_words
from plugins.paper.press import load_press
from plugins.paper.printing import print_with
from plugins.paper.publishing import publish_pdfs
from plugins.paper.qr import QrCode
from plugins.paper.settings import BulletinSettings, PaperSettings
from plugins.paper.site import site_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.source import Source

log = logging.getLogger(__name__)

_FOLDER = "qr"


def prepare_for_paper(_build: Build, _source: Source, tree: HtmlElement) -> None:
    tell_addresses(tree)
    mark_long_words(tree)


def draw_codes(build: Build) -> None:
    site = site_of(build)
    titles = {
        lang: make_translator(load_wording(build.theme_dir, lang), lang)("qr_title")
        for lang in build.office.languages
    }
    addresses = {document: site.absolute(document.view.url) for document in build.documents}
    memory = build.cache_dir / _FOLDER / f"{digest(site.address)[:8]}.codes"
    codes = find_codes(addresses.values(), memory)
    for document, address in addresses.items():
        title = titles[document.view.lang]
        document.extras.qr_svg = QrCode(codes[address], title)


def print_documents(build: Build) -> None:
    if find_missing_libraries():
        log.info("PDF: none, since libraries are missing and “required” is False")
        return
    publish_pdfs(build)


def expect_orders(build: Build) -> None:
    if not find_missing_libraries():
        build.executor.expect(print_with(load_press(build.theme_dir)))


def register() -> None:
    pipeline.declare_settings("PAPER", PaperSettings)
    pipeline.declare_settings("BULLETIN", BulletinSettings)
    pipeline.on_tree(prepare_for_paper)
    pipeline.on_documents(draw_codes)
    pipeline.on_paper(print_documents)
    pipeline.on_waiting(expect_orders)
