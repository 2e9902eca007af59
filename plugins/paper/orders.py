"""What is to be printed: each document, and the bulletins, each with what stands for its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.chrome import Chrome
from plugins.core.settings import SettingsError
from plugins.core.stamps import stamp
from plugins.core.templates import TemplateStamps
from plugins.paper.bulletin import ARTICLE, TEMPLATE, Bulletin, list_bulletins, render_bulletin
from plugins.paper.settings import BulletinSettings, PaperSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.paper.site import Site

_DOCUMENT = "paper.html"


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Something to print: the path of its PDF, the full address of its page, how that is rendered.

    `base` stands for all that shapes the page but the documents that it shows, whose fault
    complaints are. A bulletin has the path of the listing that it prints.
    """

    url: str
    address: str
    base: str
    render: Callable[[], str]
    documents: tuple[Document, ...]
    listing_url: str = ""


def list_orders(build: Build, site: Site) -> Iterator[Order]:
    """Yield an order for each document, then for each bulletin."""
    stamps = _stamp_shared(build, site)
    for document in build.documents:
        view = document.view
        render = partial(_render_document, build, site, document)
        url = f"{view.url}{view.slug}.pdf"
        yield Order(url, site.absolute(view.url), stamps[view.lang], render, (document,))
    for bulletin in _find_bulletins(build):
        base = digest(stamps[bulletin.lang], stamp(bulletin))
        yield Order(
            url=bulletin.url,
            address=site.absolute(bulletin.page_url),
            base=base,
            render=partial(render_bulletin, build, bulletin, site.absolute),
            documents=bulletin.documents,
            listing_url=bulletin.page_url,
        )


def _stamp_shared(build: Build, site: Site) -> dict[str, str]:
    """Return what stands for all that every page on paper shows, by language."""
    if build.environment is None:
        raise RuntimeError("paper is made from templates, which are there by now")
    templates = TemplateStamps(build.environment, build.ledger)
    used = [templates.stamp_of(name) for name in (_DOCUMENT, TEMPLATE, ARTICLE)]
    chrome = Chrome(build, ()).stamps
    return {lang: digest(site.address, stamps, *used) for lang, stamps in chrome.items()}


def _render_document(build: Build, site: Site, document: Document) -> str:
    return build.render(_DOCUMENT, {"document": document, "absolute": site.absolute})


def _find_bulletins(build: Build) -> list[Bulletin]:
    every_month = build.options_of(PaperSettings).monthly_bulletins
    chosen = build.options_of(BulletinSettings)
    bulletins = list(list_bulletins(build, chosen, every_month=every_month))
    asked = f"{chosen.category} {chosen.month}".strip()
    if asked and not bulletins:
        raise SettingsError(f"BULLETIN: không có bài nào của / no article of: {asked}")
    return bulletins
