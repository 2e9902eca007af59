"""From documents and bulletins to PDFs in the output, and to problems where paper is not right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.document import PaperCopy
from plugins.core.executor import TaskLostError
from plugins.paper.catalogue import problem
from plugins.paper.complaints import tell_complaints
from plugins.paper.images import Images
from plugins.paper.orders import list_orders
from plugins.paper.outlines import outline_all
from plugins.paper.press import load_press
from plugins.paper.printing import print_with
from plugins.paper.settings import PaperSettings
from plugins.paper.sheet import Sheet
from plugins.paper.shelf import Shelf
from plugins.paper.site import site_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.paper.orders import Order
    from plugins.paper.shelf import Printed

_FOLDER = "pdf"


def publish_pdfs(build: Build) -> None:
    """Print what has changed since the last build, and publish the PDF of all that has one."""
    orders = {order.url: order for order in list_orders(build, site_of(build))}
    shelf = Shelf(build.cache_dir / _FOLDER)
    try:
        printed = print_orders(build, shelf, list(orders.values()))
    except TaskLostError as error:
        name = _name_of(build, orders[str(error.name)].documents[0])
        build.problems.add(problem("paper-lost", name, 1))
        return
    pairs = [(order, printed[url]) for url, order in orders.items()]
    _complain(build, pairs)
    if not build.problems.errors:
        for order, one in pairs:
            _publish(build, order, one)
    shelf.sweep(build.options_of(PaperSettings).cache_days)


def print_orders(build: Build, shelf: Shelf, orders: Sequence[Order]) -> dict[str, Printed]:
    """Return each order's PDF by its path, from the shelf where that has it.

    Raises TaskLostError, with that path, for one that cannot be printed.
    """
    press = load_press(build.theme_dir)
    images = Images(site_of(build), build.output)
    printed, keys, due = {}, {}, []
    for order, outline in zip(orders, outline_all(build, orders), strict=True):
        sums = map(images.sum_of, outline.images)
        keys[order.url] = key = digest(press.key, order.address, outline.html, *sums)
        found = shelf.find(key)
        if found is None:
            due.append((order, outline))
        else:
            printed[order.url] = found
    # Rendered once more, one by one: all pages of an archive would not fit in memory.
    sheets = (
        (order.url, Sheet(order.render(), order.address, images.read(outline.images)))
        for order, outline in due
    )
    for url, made in build.executor.map_in_order(print_with(press), sheets, len(due)):
        printed[url] = shelf.keep(keys[url], made)
    return printed


def _publish(build: Build, order: Order, printed: Printed) -> None:
    place = build.urls.place_of(order.url)
    if printed.stamp is None or not build.output.keep(place, printed.stamp):
        build.output.link(place, printed.path)
    copy = PaperCopy(order.url, printed.size_bytes, printed.pages)
    if order.listing_url:
        build.bulletins[order.listing_url] = copy
    else:
        order.documents[0].extras.pdf = copy


def _complain(build: Build, printed: Iterable[tuple[Order, Printed]]) -> None:
    """Tell each complaint once: an article's own are not told again for its bulletin."""
    told: set[str] = set()
    for order, one in printed:
        new = [text for text in one.complaints if not (order.listing_url and text in told)]
        told.update(one.complaints)
        if new:
            _tell(build, order.documents[0], new)


def _tell(build: Build, document: Document, complaints: Iterable[str]) -> None:
    source = build.content_dir / document.view.path
    name = _name_of(build, document)
    for one in tell_complaints(complaints, name, source.read_text("utf-8-sig")):
        build.problems.add(replace(one, is_warning=not build.is_production))


def _name_of(build: Build, document: Document) -> str:
    return f"{build.content_dir.name}/{document.view.path}"
