"""From documents and bulletins to PDFs in the output, and to problems where paper is not right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plugins.core.document import PaperCopy
from plugins.core.settings import SettingsError
from plugins.paper import cache
from plugins.paper.bulletin import Bulletin, list_bulletins, render_bulletin
from plugins.paper.complaints import tell_complaints
from plugins.paper.printing import print_sheets
from plugins.paper.settings import BulletinSettings, PaperSettings
from plugins.paper.sheet import Press, SheetMaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.paper.sheet import Printed, Sheet

_TEMPLATE = "paper.html"
_FOLDER = "pdf"


@dataclass(frozen=True, slots=True)
class _Order:
    """Something to print: its sheet, where its PDF will be, and whose fault complaints are.

    A bulletin has the path of the listing that it prints.
    """

    sheet: Sheet
    url: str
    documents: tuple[Document, ...]
    listing_url: str = ""


def press_of(build: Build) -> Press:
    """Return what this build prints with."""
    preview = build.options_of(PaperSettings).preview_address.rstrip("/")
    site = build.urls.site_url or f"{preview}{build.urls.base_path}"
    return Press(f"{site}/", build.output_dir, build.theme_dir, build.cache_dir / _FOLDER)


def publish_pdfs(build: Build) -> None:
    """Print what has changed since the last build, and publish the PDF of all that has one."""
    settings = build.options_of(PaperSettings)
    press = press_of(build)
    maker = SheetMaker(press)
    orders = [*_order_documents(build, press, maker), *_order_bulletins(build, press, maker)]
    printed = print_sheets(press, [order.sheet for order in orders], settings.workers)
    _complain(build, orders, printed)
    if not build.problems.errors:
        for order, one in zip(orders, printed, strict=True):
            _publish(build, order, one)
    cache.sweep(press.cache_dir, settings.cache_days)


def _order_documents(build: Build, press: Press, maker: SheetMaker) -> Iterator[_Order]:
    for document in build.documents:
        view = document.view
        html = build.render(_TEMPLATE, {"document": document, "absolute": press.absolute})
        yield _Order(maker.make(html, view.url), f"{view.url}{view.slug}.pdf", (document,))


def _order_bulletins(build: Build, press: Press, maker: SheetMaker) -> Iterator[_Order]:
    for bulletin in _find_bulletins(build):
        html = render_bulletin(build, bulletin, press.absolute)
        sheet = maker.make(html, bulletin.page_url)
        yield _Order(sheet, bulletin.url, bulletin.documents, bulletin.page_url)


def _find_bulletins(build: Build) -> list[Bulletin]:
    every_month = build.options_of(PaperSettings).monthly_bulletins
    chosen = build.options_of(BulletinSettings)
    bulletins = list(list_bulletins(build, chosen, every_month=every_month))
    asked = f"{chosen.category} {chosen.month}".strip()
    if asked and not bulletins:
        raise SettingsError(f"BULLETIN: không có bài nào của / no article of: {asked}")
    return bulletins


def _publish(build: Build, order: _Order, printed: Printed) -> None:
    build.output.link(build.urls.place_of(order.url), printed.path)
    copy = PaperCopy(order.url, printed.path.stat().st_size, printed.pages)
    if order.listing_url:
        build.bulletins[order.listing_url] = copy
    else:
        order.documents[0].extras.pdf = copy


def _complain(build: Build, orders: Iterable[_Order], printed: Sequence[Printed]) -> None:
    """Tell each complaint once: an article's own are not told again for its bulletin."""
    told: set[str] = set()
    for order, one in zip(orders, printed, strict=True):
        new = [text for text in one.complaints if not (order.listing_url and text in told)]
        told.update(one.complaints)
        if new:
            _tell(build, order.documents[0], new)


def _tell(build: Build, document: Document, complaints: Iterable[str]) -> None:
    source = build.content_dir / document.view.path
    name = f"{build.content_dir.name}/{document.view.path}"
    for problem in tell_complaints(complaints, name, source.read_text("utf-8-sig")):
        build.problems.add(replace(problem, is_warning=not build.is_production))
