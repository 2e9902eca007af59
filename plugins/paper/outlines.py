"""What a page on paper will be, without rendering it again where nothing that it shows changed."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest
from plugins.core.forking import map_forked
from plugins.paper.sheet import find_images

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build
    from plugins.core.ledger import Record
    from plugins.paper.orders import Order


class Outline(NamedTuple):
    """The digest of a page's HTML, and the addresses of the images that it shows."""

    html: str
    images: tuple[str, ...]


def outline_all(build: Build, orders: Sequence[Order]) -> list[Outline]:
    """Return the outline of each order's page, from the ledger where that knows it."""
    ledger = build.ledger
    ledger.use(build.documents)
    known = [ledger.recall(order.url, order.base) for order in orders]
    due = [order for order, text in zip(orders, known, strict=True) if text is None]
    new = iter(map_forked(partial(_work_out, build), due))
    outlines = []
    for order, text in zip(orders, known, strict=True):
        found = text
        if found is None:
            found, record = next(new)
            ledger.note(order.url, record)
        html, *images = json.loads(found)
        outlines.append(Outline(html, tuple(images)))
    return outlines


def _work_out(build: Build, order: Order) -> tuple[str, Record]:
    def outline() -> str:
        html = order.render()
        return json.dumps([digest(html), *find_images(html, order.address)])

    return build.ledger.work_out(order.base, outline)
